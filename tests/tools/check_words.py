#!/usr/bin/env python3
"""Fails on words for people that do not stand in the catalogue, and on words nobody translated.

    check_words.py ROOT

In the files that draw or speak, a string literal with a letter must be one of these: an include, a name for a key
(the argument of make_key and its like), a word of a protocol (lower case, no space), or listed below with a reason.
In the catalogue, what reads the same as in English must be listed below too.
"""

import re
import sys
from pathlib import Path

SCANNED = ["client-wasm/views", "client-wasm/bubbles", "client-wasm/app", "client-wasm/ui", "client-wasm/net"]
CATALOGUE = "client-wasm/words/languages"

# Names of brands and keys, and what only programs read.
ALLOWED = {
    "Roost": "the product's name",
    "WhatsApp": "a brand", "Messenger": "a brand", "Instagram": "a brand",
    "Ctrl": "printed on the key", "F10": "printed on the key",
    "Enter": "printed on the key", "Shift": "printed on the key", "Esc": "printed on the key",
    "J": "printed on the key", "A": "printed on the key", "K": "printed on the key", "R": "printed on the key",
    "Escape": "KeyboardEvent.key", "ArrowDown": "KeyboardEvent.key", "ArrowUp": "KeyboardEvent.key",
    "ArrowLeft": "KeyboardEvent.key", "ArrowRight": "KeyboardEvent.key", "Home": "KeyboardEvent.key",
    "End": "KeyboardEvent.key", "PageUp": "KeyboardEvent.key", "PageDown": "KeyboardEvent.key",
    "GET": "HTTP", "POST": "HTTP", "DELETE": "HTTP", "PATCH": "HTTP", "PUT": "HTTP", "signed out": "said among tabs",
    "F": "printed on the key", "Ctrl Shift": "printed on the keys",
    "Tab": "KeyboardEvent.key", "Backspace": "KeyboardEvent.key", "Delete": "KeyboardEvent.key",
    "en_US": "a language's code", "pt_BR": "a language's code",
    "APPROVED": "a word of Meta's", "PENDING": "a word of Meta's", "REJECTED": "a word of Meta's",
    "PAUSED": "a word of Meta's", "DISABLED": "a word of Meta's", "NONE": "a word of Meta's",
    "UTILITY": "a word of Meta's", "MARKETING": "a word of Meta's", "AUTHENTICATION": "a word of Meta's",
    "GREEN": "a word of Meta's", "YELLOW": "a word of Meta's", "RED": "a word of Meta's",
    "STANDARD": "a word of Meta's", "HIGH": "a word of Meta's", "PENDING_REVIEW": "a word of Meta's",
    "DECLINED": "a word of Meta's", "TIER_": "a word of Meta's", "TIER_UNLIMITED": "a word of Meta's",
    "PDF": "a file's ending", "XLS": "a file's ending", "CSV": "a file's ending",
}
# Whole lines that are no words for people.
SKIPPED_LINE = re.compile(r'^\s*(#\s*include|//)|\bnamespace\b|"(Content-Type|Authorization|Accept|Last-Event-ID|Bearer )')
# A literal that names something for the program: the argument of one of these calls.
KEY_CALL = re.compile(r"\b(?:make_key|key_of|row_key)\((?:[^()\"]|\([^()]*\))*$")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# What programs say to each other: one lower-case word with joints, a path, an address, drawing commands.
MACHINE = re.compile(r"_?[a-z][a-z0-9]*(?:[-_.:][a-z0-9]+)*[-_.:=/&]*|[#/?&][\w#/=?&.{}%-]*|https?://.*|[a-z]|"
                     r"[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+|[a-z]+/[a-z+-]+")

# The same in another language, on purpose.
SINGULAR = (".zero", ".one", ".two")
SAME_WORDS = {
    "Emoji", "{0} byte", "{0} bytes", "{0} MB", "Offline", "Video", "Audio", "Sticker", "Escape", "E-mail", "{0} item", "{0} min", "{0} h {1} min", "WhatsApp Manager",
    "Link",
}


def literals(text):
    """Line number, what stands before it in its statement, and the literal."""
    for number, line in enumerate(text.splitlines(), 1):
        if SKIPPED_LINE.search(line):
            continue
        code = re.sub(r"(?<!:)//.*$", "", line)
        for match in LITERAL.finditer(code):
            yield number, code[: match.start()], match.group(1)


def has_letter(text):
    return any(c.isalpha() for c in re.sub(r"\\u[0-9a-fA-F]{4}|\\.", "", text))


def check_sources(root):
    for folder in SCANNED:
        for path in sorted((root / folder).rglob("*.[ch]*")):
            name = path.relative_to(root).as_posix()
            for number, before, literal in literals(path.read_text(encoding="utf-8")):
                if not has_letter(literal) or literal in ALLOWED or KEY_CALL.search(before):
                    continue
                if not MACHINE.fullmatch(literal):
                    yield f'{name}:{number}: "{literal}" belongs into the catalogue ({CATALOGUE})'


def entries(text):
    """Every designated member with its text, as area.member[.form]; neighbouring literals are one."""
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    text = text[text.index("Words k"):]
    found, path, pending = {}, [], None
    token = re.compile(r'\.(\w+)\s*=|"((?:[^"\\]|\\.)*)"|([{}])')
    for match in token.finditer(text):
        member, literal, brace = match.groups()
        if member:
            pending = member
        elif brace == "{":
            path.append(pending or "")
        elif brace == "}":
            path.pop()
            pending = None
            if not path:
                break
        else:
            key = ".".join([*(p for p in path if p), pending or ""])
            found[key] = found.get(key, "") + literal
    return found


def same_as_english(text):
    words = re.sub(r"\{\d\}", "", text)
    return not has_letter(words) or text in SAME_WORDS


def places_of(text):
    return set(re.findall(r"\{\d\}", text))


def check_catalogue(root):
    """The folders of the languages, each of which says what the English one says."""
    folder = root / CATALOGUE
    for english_file in sorted((folder / "en").glob("*.cpp")):
        english = entries(english_file.read_text(encoding="utf-8"))
        for path in sorted(folder.glob(f"*/{english_file.name}")):
            if path != english_file:
                yield from check_file(path.relative_to(root).as_posix(), entries(path.read_text(encoding="utf-8")), english)


def check_file(name, translated, english):
    for key, text in translated.items():
        if english.get(key) == text and not same_as_english(text):
            yield f'{name}: {key} = "{text}" is not translated'
        places, filled = places_of(text), places_of(english.get(key, text))
        if places - filled:
            yield f"{name}: {key} has places English does not fill: {', '.join(sorted(places - filled))}"
        # One thing can be said without its number.
        if filled - places and not key.endswith(SINGULAR):
            yield f"{name}: {key} leaves out {', '.join(sorted(filled - places))}"
    for key in english.keys() - translated.keys():
        if not key.endswith((".one", ".many")):
            yield f"{name}: {key} is missing"


def main():
    root = Path(sys.argv[1])
    problems = [*check_sources(root), *check_catalogue(root)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
