"""Makes one list of emoji per language, for the picker and for :name: completion.

package_emoji.py --out build/…/emoji [--unicode /usr/share/unicode] [--python /usr/lib/python3/dist-packages]
Reads Unicode's emoji-test.txt (Debian: unicode-data), CLDR's annotations (unicode-cldr-core) and the short codes of
python3-emoji. Read by client-wasm/emoji/emoji_list.cpp: UTF-8 lines of fields between tabs,
    tones     the five skin tones' names, from light to dark
    #group    begins one of the eight groups
    emoji     form with a tone ("%" stands for its sign; empty = has none), name, words to find it by, short codes
"""

import argparse
import pathlib
import sys
import unicodedata
import xml.etree.ElementTree as xml

LANGUAGES = ("en", "hi", "sw", "es", "pt", "ar")
TONES = "\U0001F3FB\U0001F3FC\U0001F3FD\U0001F3FE\U0001F3FF"
VARIATION = "\uFE0F"
GROUPS = {
    "Smileys & Emotion": "people",
    "People & Body": "people",
    "Animals & Nature": "nature",
    "Food & Drink": "food",
    "Travel & Places": "travel",
    "Activities": "activities",
    "Objects": "objects",
    "Symbols": "symbols",
    "Flags": "flags",
}


def fold(text: str) -> str:
    """As people type when they search: lower case, Latin letters without their accents."""
    plain = []
    for sign in unicodedata.normalize("NFC", text.casefold()):
        base = unicodedata.normalize("NFD", sign)[0]
        plain.append(base if "LATIN" in unicodedata.name(base, "") else sign)
    return "".join(plain)


def read_test(path: pathlib.Path) -> list[tuple[str, str]]:
    """(group, emoji) in the order of keyboards, every form with and without skin tones."""
    found, group = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# group: "):
            group = line.removeprefix("# group: ")
        elif "; fully-qualified" in line and group in GROUPS:
            codes = line.split(";")[0].split()
            found.append((GROUPS[group], "".join(chr(int(code, 16)) for code in codes)))
    return found


def bare(emoji: str) -> str:
    return "".join(sign for sign in emoji if sign not in TONES and sign != VARIATION)


def toned_forms(emojis: list[str]) -> dict[str, str]:
    """By bare emoji the form with "%" for the tone, where all five exist with one tone for everybody in it."""
    forms: dict[str, set[str]] = {}
    for emoji in emojis:
        used = {sign for sign in emoji if sign in TONES}
        if len(used) == 1:
            tone = used.pop()
            forms.setdefault(bare(emoji) + "\t" + emoji.replace(tone, "%"), set()).add(tone)
    # Two women holding hands are one sign with one tone, and three with two: the shorter is the common one.
    whole = sorted((key for key, tones in forms.items() if len(tones) == 5), key=len, reverse=True)
    return dict(key.split("\t") for key in whole)


def read_annotations(folder: pathlib.Path, language: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    names, words = {}, {}
    for kind in ("annotations", "annotationsDerived"):
        for one in xml.parse(folder / kind / f"{language}.xml").iter("annotation"):
            emoji, text = one.get("cp", "").replace(VARIATION, ""), (one.text or "").strip()
            if text == "↑↑↑" or not text:  # says: as in the parent language
                continue
            if one.get("type") == "tts":
                names[emoji] = text
            else:
                words[emoji] = [word.strip() for word in text.split("|")]
    return names, words


def short_codes(python: pathlib.Path) -> dict[str, list[str]]:
    sys.path.append(str(python))
    from emoji import EMOJI_DATA  # Debian's module, wherever this interpreter comes from

    found = {}
    for emoji, data in EMOJI_DATA.items():
        codes = [*data.get("alias", []), data.get("en", "")]
        found[emoji.replace(VARIATION, "")] = list(dict.fromkeys(code.strip(":").lower() for code in codes if code))
    return found


def search_words(name: str, words: list[str]) -> str:
    """Single words, each once; those of the name first."""
    split = fold(" ".join([name, *words])).replace(":", " ").replace(",", " ").replace("“", " ").replace("”", " ").split()
    return " ".join(dict.fromkeys(split))


def write_list(out: pathlib.Path, language: str, emojis: list[tuple[str, str]], codes: dict, folder: pathlib.Path) -> None:
    names, words = read_annotations(folder, language)
    english, _ = read_annotations(folder, "en")
    forms = toned_forms([emoji for _, emoji in emojis])
    lines = ["\t".join(names.get(tone, english[tone]) for tone in TONES)]
    group = ""
    for own_group, emoji in emojis:
        if any(sign in TONES for sign in emoji):
            continue
        if own_group != group:
            group = own_group
            lines.append(f"#{group}")
        key = bare(emoji)
        # A language that has no word yet is better served by the English one than by none.
        name = names.get(key) or english.get(key)
        if name is None:
            continue
        fields = [emoji, forms.get(key, ""), name, search_words(name, words.get(key, [])), " ".join(codes.get(key, []))]
        lines.append("\t".join(fields))
    (out / f"emoji.{language}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--unicode", default="/usr/share/unicode", type=pathlib.Path)
    parser.add_argument("--python", default="/usr/lib/python3/dist-packages", type=pathlib.Path)
    options = parser.parse_args()
    test = options.unicode / "emoji" / "emoji-test.txt"
    folder = options.unicode / "cldr" / "common"
    if not test.exists() or not folder.exists() or not (options.python / "emoji").exists():
        sys.exit("the emoji lists need the packages unicode-data, unicode-cldr-core and python3-emoji: run tools/setup")
    emojis = read_test(test)
    codes = short_codes(options.python)
    options.out.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        write_list(options.out, language, emojis, codes, folder)


if __name__ == "__main__":
    main()
