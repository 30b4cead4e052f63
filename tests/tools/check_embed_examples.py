"""Runs the examples of docs/widget.md and checks the tokens they print: check_embed_examples.py ROOT

An example whose language is not installed is named, and left out; Python's must run.
"""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

# By the first word of a block's fence: how its text is run.
RUNNERS = {
    "js": ["node", "-"],
    "python": ["python3", "-"],
    "php": ["php"],
    "sh": ["sh", "-s"],
}
GIVEN = {
    "ROOST_SITE": "3",
    "ROOST_SITE_SECRET": "kN3-_secret of 43 characters, more or less",
    "AGENT": "ana@example.org",
    "ENTITY_TYPE": "project",
    "ENTITY_ID": "project_123",
}


def part(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def problem_of(token: str) -> str:
    """Why it would be refused; empty if it would not."""
    text, _, signature = token.rpartition(".")
    secret = GIVEN["ROOST_SITE_SECRET"].encode()
    if part(signature) != hmac.new(secret, text.encode(), hashlib.sha256).digest():
        return "the signature is wrong"
    header, claims = (json.loads(part(one)) for one in text.split("."))
    now = time.time()
    if header != {"alg": "HS256", "typ": "JWT"}:
        return "the header is wrong"
    if claims["iss"] != GIVEN["ROOST_SITE"] or claims["sub"] != GIVEN["AGENT"]:
        return "it names another site or agent"
    if claims["entity"] != {"type": GIVEN["ENTITY_TYPE"], "id": GIVEN["ENTITY_ID"]}:
        return "it names another record"
    if not claims["iat"] <= now + 60 or not now < claims["exp"] <= claims["iat"] + 600:
        return "its times are wrong"
    return "" if len(claims["jti"]) >= 16 else "its jti may come twice"


def main(root: str) -> int:
    page = (pathlib.Path(root) / "docs" / "widget.md").read_text()
    failures = checked = 0
    for language, text in re.findall(r"^```(js|python|php|sh)\n(.*?)^```", page, re.S | re.M):
        if "HS256" not in text:
            continue
        runner = RUNNERS[language]
        if shutil.which(runner[0]) is None:
            print(f"{language}: {runner[0]} is not installed, left out")
            continue
        done = [
            subprocess.run(runner, input=text, env={**os.environ, **GIVEN}, capture_output=True, text=True, check=False)
            for _ in range(2)
        ]
        tokens = [one.stdout.strip() for one in done]
        problem = done[0].stderr.strip() if done[0].returncode else problem_of(tokens[0])
        if not problem and tokens[0] == tokens[1]:
            problem = "two tokens are the same"
        checked += 1
        failures += bool(problem)
        print(f"{language}: {problem or 'good'}")
    if checked == 0:
        print("no example was run")
    return 1 if failures or checked == 0 else 0


sys.exit(main(sys.argv[1]))
