#!/usr/bin/env python3
"""Fails when a file breaks the rules of the tree: who may include whom, sizes, names, one sample per type.

    check_layers.py ROOT

The rules are the tables below; each forbidden include carries the reason that is printed.
"""

import re
import subprocess
import sys
from pathlib import Path

MAX_LINES = 400
COUNTED = {".h", ".cpp", ".c", ".js", ".mjs", ".css", ".html", ".py", ".sh", ".sql"}
BANNED_WORDS = {"handle", "handler", "process", "manager", "util", "utils", "helper", "helpers", "common"}

# Folder of shared/ -> folders of shared/ it may include, itself among them.
SHARED_LAYERS = {
    "shared/base/": ["shared/base/"],
    "shared/text/": ["shared/base/", "shared/text/"],
    "shared/audio/": ["shared/base/", "shared/audio/"],
    "shared/messages/": ["shared/base/", "shared/text/", "shared/messages/"],
    "shared/model/": ["shared/base/", "shared/text/", "shared/messages/", "shared/model/"],
    "shared/wire/": ["shared/"],
}
SHARED_THIRD_PARTY = ("nlohmann/", "tl/")
# No I/O, clock, thread or chance in shared; <format> and <expected> are not in every compiler we use.
SHARED_FORBIDDEN_STD = {
    "fstream", "iostream", "istream", "ostream", "sstream", "filesystem", "thread", "mutex", "atomic",
    "condition_variable", "future", "random", "ctime", "chrono", "format", "expected",
}

# Two values every part of the server may know: who asks, and what time it is.
USE_CASES = r"app/(?!clock\.h|principal\.h)"

# (files, forbidden include, exempt files, reason): each a regular expression matched from the start.
FORBIDDEN = [
    ("server/", "client-wasm/", None, "the server does not know the client"),
    ("client-wasm/", "server/", None, "the client does not know the server"),
    ("server/app/", r"server/(routes|http|compat|simulator)/|httplib\.h", None, "use cases do not know HTTP"),
    ("server/app/", r"server/cloud/graph|curl/", None, "use cases know the interface cloud_api.h only"),
    ("server/", r"server/store/(sqlite|postgres)/", r"server/store/|server/[^/]+\.cpp$",
     "only open_store.cpp and the composition root name an engine"),
    ("server/", r"sqlite3\.h", r"server/store/sqlite/", "SQLite stays in its engine"),
    ("server/", r"server/cloud/graph", r"server/cloud/|server/[^/]+\.cpp$", "only main.cpp names concrete classes"),
    ("server/store/", rf"server/({USE_CASES}|(routes|http|cloud|events|simulator)/)", None,
     "the store knows values, not use cases"),
    ("server/cloud/", rf"server/({USE_CASES}|(routes|http|store|events|simulator)/)", None,
     "the Cloud API client knows values, not use cases"),
    ("server/doctor/judge|server/doctor/findings|server/doctor/report", r"(sys/|curl/|fstream|iostream|filesystem)", None,
     "what the doctor judges and writes is pure"),
    ("server/doctor/", rf"server/({USE_CASES}|(routes|http|events|simulator|commands)/)", None,
     "the doctor looks from outside and knows no use case"),
    ("server/media/", r"server/(app|routes|http|store|cloud|events|simulator)/", None,
     "the media folder knows bytes, not whose they are"),
    ("server/events/", rf"server/({USE_CASES}|(routes|cloud|simulator)/|store/(sqlite|postgres)/)", None,
     "the hub carries bytes and knows no use case"),
    ("server/http/", r"server/(routes|compat|store|cloud|simulator)/", None, "HTTP basics know no route"),
    ("server/simulator/", r"server/(app|routes|store|events|compat)/", None,
     "the simulator plays Meta and must not share our server's logic"),
    ("client-wasm/(views|bubbles)/", r"client-wasm/(net|platform)/|SDL|emscripten|GLES", None,
     "views draw a model and emit commands"),
    ("client-wasm/(views|bubbles)/", r"client-wasm/app/(?!ui_state\.h|commands\.h)", None,
     "views see ui_state.h and commands.h of the application only"),
    ("client-wasm/ui/", r"client-wasm/(net|platform|views|bubbles|app)/|SDL|GLES", None,
     "widgets know no view and no platform"),
    ("client-wasm/words/", r"client-wasm/(?!words/)|imgui|SDL", None, "the catalogue knows nothing but words"),
    ("client-wasm/net/", r"client-wasm/(views|bubbles|ui|app)/|client-wasm/platform/web/|imgui|SDL", None,
     "the network layer draws nothing"),
    ("client-wasm/(app|text)/", r"client-wasm/platform/web/|SDL|GLES", None, "only platform.h is known here"),
    ("client-wasm/platform/", r"client-wasm/(views|bubbles)/", None, "a platform knows no view"),
    ("client-wasm/", r"emscripten", r"client-wasm/platform/web/", "<emscripten> stays in platform/web"),
]

# Message types that no customer can send, so that no webhook carries one.
TYPES_WITHOUT_WEBHOOK = {"template"}

# Places that are not turned round where people read from right to left.
UNPLACED_DRAWING = re.compile(r"\bui\.draw\.|\bicons\.draw\(|\bdraw_quad\(")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
EMSCRIPTEN_SWITCH = re.compile(r"^\s*#\s*(if|ifdef|ifndef|elif)\b.*__EMSCRIPTEN", re.MULTILINE)
TYPE_NAME = re.compile(r'\bkType\s*=\s*"([a-z_]+)"')


def check_shared_include(path, bracket, name):
    allowed = next((folders for prefix, folders in SHARED_LAYERS.items() if path.startswith(prefix)), ["shared/"])
    if bracket == '"':
        if not name.startswith(tuple(allowed)):
            yield f'{path}: includes "{name}", which lies above it or outside shared/'
        return
    if name.startswith(SHARED_THIRD_PARTY):
        return
    if not re.fullmatch(r"[a-z_0-9]+", name) or name in SHARED_FORBIDDEN_STD:
        yield f"{path}: includes <{name}>; shared/ holds pure values and functions"


def check_includes(path, text):
    for bracket, name in INCLUDE.findall(text):
        if "../" in name:
            yield f'{path}: includes "{name}"; paths start at the root of the repository'
        if path.startswith("shared/"):
            yield from check_shared_include(path, bracket, name)
        for files, forbidden, exempt, reason in FORBIDDEN:
            if re.match(files, path) and re.match(forbidden, name) and not (exempt and re.match(exempt, path)):
                yield f"{path}: includes {name}; {reason}"


def check_file(path, text):
    lines = text.count("\n")
    if Path(path).suffix in COUNTED and lines > MAX_LINES:
        yield f"{path}: {lines} lines, {MAX_LINES} at most"
    words = set(re.split(r"[_.\-]", Path(path).name.lower()))
    for word in sorted(words & BANNED_WORDS):
        yield f"{path}: the word '{word}' in its name says nothing"
    if Path(path).suffix not in {".h", ".cpp", ".c"}:
        return
    yield from check_includes(path, text)
    if path.endswith(".h") and "#pragma once" not in text and not path.endswith("SDL_config.h"):
        yield f"{path}: has no #pragma once"
    if path.startswith(("client-wasm/views/", "client-wasm/bubbles/")) and UNPLACED_DRAWING.search(text):
        yield f"{path}: draws past the widgets, which turn every place round for right-to-left languages"
    if EMSCRIPTEN_SWITCH.search(text) and not path.startswith("client-wasm/platform/web/"):
        yield f"{path}: switches on __EMSCRIPTEN__; what differs belongs in platform/web"


# What is linked into one program.
PROGRAMS = {"the server": ("shared/", "server/"), "the client": ("shared/", "client-wasm/")}
NAMESPACE = re.compile(r"^namespace\s*([\w:]*)\s*\{")
NAMESPACE_END = re.compile(r"^\}\s*// namespace")
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)(?: final)?\s*(?::(?!:)[^;{]*)?\{")


def types_in(text):
    """The full names of the types that a file defines for all to see: those without a namespace's name are its own."""
    namespaces = []
    for line in text.split("\n"):
        if found := NAMESPACE.match(line):
            namespaces.append(found.group(1))
        elif NAMESPACE_END.match(line) and namespaces:
            namespaces.pop()
        elif (found := TYPE.match(line)) and "" not in namespaces:
            yield "::".join([*namespaces, found.group(1)])


def check_definitions(files):
    """Two types of one name in a program are one to the linker, which takes either's functions for both."""
    for program, folders in PROGRAMS.items():
        known = {}
        for path, text in sorted(files.items()):
            if not path.startswith(folders) or Path(path).suffix not in {".h", ".cpp"}:
                continue
            for name in types_in(text):
                first = known.setdefault(name, path)
                if first != path:
                    yield f"{path}: defines {name}, which {first} defines too; {program} has both"


def check_message_types(files):
    """Every type in shared/messages has a test, and a sample of the webhook that brings it."""
    if not any(path.startswith("tests/fixtures/") for path in files):
        return
    tests = "".join(text for path, text in files.items() if path.startswith("tests/shared/messages/"))
    for path, text in sorted(files.items()):
        found = TYPE_NAME.search(text) if re.fullmatch(r"shared/messages/\w+\.h", path) else None
        if not found:
            continue
        stem, name = Path(path).stem, found.group(1)
        read = "".join(word.capitalize() for word in stem.split("_")) + "::read("
        has_test = f"tests/shared/messages/{stem}_test.cpp" in files
        if not has_test and read not in tests and f"read_{stem}(" not in tests:
            yield f"{path}: has no test in tests/shared/messages"
        if name not in TYPES_WITHOUT_WEBHOOK and f"tests/fixtures/webhooks/{name}.json" not in files:
            yield f"{path}: there is no tests/fixtures/webhooks/{name}.json"


def check(files):
    """Takes {path: text}, returns the broken rules as sentences."""
    broken = [sentence for path, text in sorted(files.items()) for sentence in check_file(path, text)]
    return broken + list(check_definitions(files)) + list(check_message_types(files))


def read_tree(root):
    """Every file that is or could be committed."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, capture_output=True,
    ).stdout.decode().split("\0")
    paths = [name for name in listed if name and (Path(root) / name).is_file()]
    return {name: (Path(root) / name).read_text(encoding="utf-8", errors="replace") for name in paths}


def main():
    files = read_tree(sys.argv[1])
    broken = check(files)
    for sentence in broken:
        print(sentence)
    print(f"{len(files)} files checked, {len(broken)} rules broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
