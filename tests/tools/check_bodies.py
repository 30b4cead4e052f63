#!/usr/bin/env python3
"""Holds every body that Roost sends against Meta's own description of it (OpenAPI).

    check_bodies.py PROGRAM SPECIFICATION

PROGRAM prints the bodies, a line of JSON each. The description belongs to Meta and is not in this repository:
where it does not lie, nothing is checked and that is said. Kinds that it does not know are named.
"""

import copy
import json
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
PATH = "/{Version}/{Phone-Number-ID}/messages"


class Unusable(Exception):
    """The description says something else than this program knows how to read."""


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def resolved(schema, schemas):
    while "$ref" in schema:
        schema = schemas[schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def merged(schema, schemas):
    """An allOf as one object: its parts forbid each other's members, so that nothing would ever fit."""
    whole = {"type": "object", "required": [], "properties": {}}
    for part in schema["allOf"]:
        part = resolved(part, schemas)
        whole["required"] += part.get("required", [])
        for name, value in part.get("properties", {}).items():
            whole["properties"][name] = {**whole["properties"].get(name, {}), **value}
        if part.get("additionalProperties") is False:
            whole["additionalProperties"] = False
    return whole


def expect(holds, what):
    if not holds:
        raise Unusable(f"the description has changed: {what}")


def corrected(schemas):
    """The schemas without what contradicts Meta's own examples and guides; each point with its reason."""
    schemas = copy.deepcopy(schemas)
    base = schemas["BaseMessageProperties"]
    # Documented with the call, but not described.
    base["properties"]["biz_opaque_callback_data"] = {"type": "string", "maxLength": 512}
    # People without a number are named by "recipient", since 2026.
    base["required"].remove("to")
    base["properties"]["recipient"] = {"type": "string"}
    # Its own examples send numbers.
    place = schemas["LocationMessage"]["allOf"][1]["properties"]["location"]["properties"]
    for name in ("latitude", "longitude"):
        expect(place[name]["type"] == "string", f"the type of {name}")
        place[name] = {"type": "number"}
    # Optional in the guides, and left out in most of its examples.
    schemas["LanguageObject"]["required"].remove("policy")
    # Meant as a number, written as a class of characters.
    expect("," in schemas["TemplateComponent"]["properties"]["index"]["pattern"], "the index of a button")
    schemas["TemplateComponent"]["properties"]["index"]["pattern"] = "^[0-9]$"
    # That of a list, since its limit was raised; the others are held to theirs before anything is sent.
    schemas["BodyObject"]["properties"]["text"]["maxLength"] = 4096
    for name, schema in schemas.items():
        if "allOf" in schema and name.endswith("Message"):
            schemas[name] = merged(schema, schemas)
    return schemas


def undescribed(body, schemas):
    """The kind of a body that the description does not know, or None."""
    kind = body.get("type")
    if kind == "interactive":
        kind = body["interactive"].get("type")
        return None if kind in schemas["InteractiveObject"]["properties"]["type"]["enum"] else kind
    return None if kind in schemas["Message"]["discriminator"]["mapping"] else kind


def without_unknown_parts(body, schemas):
    """(the body without what a template has and the description does not know, the names of that)"""
    components = body.get("template", {}).get("components")
    if components is None:
        return body, []
    known = schemas["TemplateComponent"]["properties"]
    kept, unknown = [], []
    for one in components:
        name = one["type"] if one["type"] not in known["type"]["enum"] else one.get("sub_type")
        is_known = name is None or name in known["sub_type"]["enum"]
        (kept if is_known else unknown).append(one if is_known else name)
    return {**body, "template": {**body["template"], "components": kept}}, unknown


def complaints(body, schemas, validator):
    """What is wrong with a body of a kind that is described, a line each."""
    name = schemas["Message"]["discriminator"]["mapping"][body["type"]].rsplit("/", 1)[-1]
    check = validator({**reference(name), "components": {"schemas": schemas}})
    return [f"{'/'.join(map(str, error.absolute_path)) or '(body)'}: {error.message}" for error in check.iter_errors(body)]


def check(bodies, schemas, validator):
    """(complaints, kinds not described, parts of templates not described)"""
    wrong, unknown, unknown_parts = [], [], []
    for body in bodies:
        kind = undescribed(body, schemas)
        if kind:
            unknown.append(kind)
            continue
        body, parts = without_unknown_parts(body, schemas)
        unknown_parts += parts
        wrong += [f"{body['type']}: {line}" for line in complaints(body, schemas, validator)]
        if not (body.get("to") or body.get("recipient")):
            wrong.append(f"{body['type']}: it names no recipient")
    return wrong, unknown, unknown_parts


def load(path):
    import yaml

    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    expect(PATH in document["paths"], "where messages are sent to")
    return corrected(document["components"]["schemas"])


def main(program, specification):
    if not Path(specification).exists():
        print(f"skipped: Meta's description is not there ({Path(specification).name}); no body was checked")
        return SKIPPED
    try:
        from jsonschema import Draft202012Validator
        schemas = load(specification)
    except ImportError as missing:
        print(f"skipped: the Python module {missing.name} is not installed; no body was checked")
        return SKIPPED
    printed = subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()
    bodies = [json.loads(line) for line in printed]
    wrong, unknown, parts = check(bodies, schemas, Draft202012Validator)
    for line in wrong:
        print(line)
    print(f"{len(bodies) - len(unknown)} bodies checked, {len(wrong)} complaints; "
          f"not described by Meta: {', '.join(unknown + parts) or 'none'}")
    return 1 if wrong or len(bodies) == len(unknown) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
