"""Packages the client: names that carry a hash of the content, compressed once, at build time.

package_web.py --program build/…/dashboard.js --pages web build/…/emoji --out build/wasm/web
The program's .wasm and .later.wasm lie beside its .js. index.html names every file by its plain name; the packaged one by the
hashed name. What the first paint needs is written into it.
"""

import argparse
import gzip
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

# What the first paint waits for stands in the page itself: a file of its own costs a round trip more. Every page
# that names such a file gets it; index.html must.
INLINED = {
    "shell.js": ('<script src="/shell.js"></script>', "<script>", "</script>"),
    "style.css": ('<link rel="stylesheet" href="/style.css">', "<style>", "</style>"),
    "shell.css": ('<link rel="stylesheet" href="/shell.css">', "<style>", "</style>"),
}
PAGES = ("index.html", "join.html")
MOST_OF_WIDGET = 4096  # bytes over the wire
KEEPS_ITS_NAME = {*PAGES, "icon.svg", "sw.js", "widget.js"}  # asked for by people and browsers under these very names


def hashed_name(name: str, content: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:16]}{dot}{suffix}"


def collect(program: pathlib.Path, folders: list[pathlib.Path]) -> dict[str, bytes]:
    found = [file for folder in folders for file in sorted(folder.iterdir()) if file.is_file()]
    files = {file.name: file.read_bytes() for file in found}
    for file in (program, program.with_suffix(".wasm"), program.with_suffix(".later.wasm")):
        files[file.name] = file.read_bytes()
    return files


def inline(page: str, files: dict[str, bytes], needs_all: bool) -> str:
    """The page with the files of INLINED in it."""
    for name, (tag, opening, closing) in INLINED.items():
        content = files[name].decode()
        if needs_all and tag not in page:
            sys.exit(f"index.html does not say {tag}")
        if closing in content:
            sys.exit(f"{name} says {closing}, which would end it in the page")
        page = page.replace(tag, f"{opening}\n{content}{closing}")
    return page


def rename(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files under their packaged names, every mention in a page replaced."""
    pages = {page: files[page].decode() for page in PAGES}
    packaged = {}
    for name, content in files.items():
        if name in KEEPS_ITS_NAME or name in INLINED:
            continue
        if not any(f"/{name}" in text for text in pages.values()):
            sys.exit(f"no page mentions {name}; nothing would load it")
        packaged[hashed_name(name, content)] = content
        for page, text in pages.items():
            pages[page] = text.replace(f'"/{name}"', f'"/{hashed_name(name, content)}"')
        if name == "dashboard.wasm":
            pages["index.html"] = pages["index.html"].replace('data-bytes="0"', f'data-bytes="{len(content)}"')
    for page, text in pages.items():
        packaged[page] = inline(text, files, page == "index.html").encode()
    packaged["icon.svg"] = files["icon.svg"]
    packaged["widget.js"] = files["widget.js"]
    packaged["sw.js"] = worker_of(files["sw.js"].decode(), packaged).encode()
    return packaged


def shorten(name: str, script: bytes) -> bytes:
    """The script with short names. Those of the program, the worker and the widget are theirs alone."""
    is_alone = name in ("sw.js", "widget.js") or name.startswith("dashboard")
    command = ["node", str(pathlib.Path(__file__).with_name("shorten_script.js")), *(["--alone"] if is_alone else [])]
    environment = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    shortened = subprocess.run(command, input=script, capture_output=True, check=False, env=environment)
    if shortened.returncode != 0:
        sys.exit(f"{name}: {shortened.stderr.decode().strip()}")
    return shortened.stdout


def shorten_style(sheet: bytes) -> bytes:
    """The style sheet without what only its readers need. None of ours has such signs within a text."""
    plain = re.sub(r"/\*.*?\*/", "", sheet.decode(), flags=re.DOTALL)
    plain = re.sub(r"\s*([{};,])\s*|(:)\s+|\s+(!)", lambda sign: "".join(filter(None, sign.groups())), plain.strip())
    return plain.replace(";}", "}").encode()


def with_style(script: bytes, sheet: bytes) -> bytes:
    """The widget's script with its style sheet as a text in it, so that it is one request."""
    name = next((name for name in (b"'/widget.css'", b'"/widget.css"') if name in script), None)
    if name is None:
        sys.exit("widget.js does not say '/widget.css'; it would have no style")
    return script.replace(name, json.dumps(sheet.decode().replace("\n", "")).encode())


def worker_of(script: str, packaged: dict[str, bytes]) -> str:
    """The service worker of exactly these files."""
    # Whoever joins has a network, and needs that page once. The widget's script is for the pages of others.
    own = [name for name in packaged if name not in ("index.html", "widget.js")]
    names = sorted(f"/{name}" for name in own if not name.startswith("join."))
    lists = [name for name in names if name.startswith("/emoji.")]
    files = [name for name in names if name not in lists]
    version = hashlib.sha256(b"".join(packaged[name] for name in sorted(packaged))).hexdigest()[:16]
    for empty, filled in (
        ("files = []", f"files = {json.dumps(files)}"),
        ("lists = []", f"lists = {json.dumps(lists)}"),
        ("version = ''", f"version = '{version}'"),
    ):
        if empty not in script:
            sys.exit(f"sw.js does not say {empty}; its version would be unknown")
        script = script.replace(empty, filled)
    return script


def write(out: pathlib.Path, name: str, content: bytes, quality: int) -> int:
    """Writes the file with its compressed forms and returns the size over the wire."""
    (out / name).write_bytes(content)
    (out / f"{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    brotli = subprocess.run(
        ["brotli", f"--quality={quality}", "--lgwin=24", "--stdout", "-"], input=content, capture_output=True, check=True
    ).stdout
    (out / f"{name}.br").write_bytes(brotli)
    return len(brotli)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--program", "--out"):
        parser.add_argument(option, required=True, type=pathlib.Path)
    parser.add_argument("--pages", required=True, nargs="+", type=pathlib.Path, help="folders")
    parser.add_argument("--names", choices=("short", "kept"), default="short", help="of scripts; kept for the debugger")
    parser.add_argument("--quality", default=11, type=int, help="of brotli; 11 takes minutes for a debug build")
    options = parser.parse_args()
    if shutil.which("brotli") is None:
        sys.exit("the program 'brotli' is missing: run tools/setup")
    files = collect(options.program, options.pages)
    is_short = options.names == "short"
    if is_short:
        scripts = [name for name in files if name.endswith(".js") and name != "sw.js"]
        files.update({name: shorten(name, files[name]) for name in scripts})
        files.update({name: shorten_style(files[name]) for name in files if name.endswith(".css")})
    files["widget.js"] = with_style(files["widget.js"], files.pop("widget.css"))
    files = rename(files)
    if is_short:  # the worker after all others: it knows their names
        files["sw.js"] = shorten("sw.js", files["sw.js"])
    # Nothing of an earlier build stays behind.
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    sizes = {name: write(options.out, name, content, options.quality) for name, content in files.items()}
    if is_short and options.quality == 11 and sizes["widget.js"] > MOST_OF_WIDGET:
        sys.exit(f"widget.js takes {sizes['widget.js']} bytes; pages of others are promised at most {MOST_OF_WIDGET}")
    program = sum(size for name, size in sizes.items() if name.endswith((".wasm", ".js", ".html")))
    for name, size in sizes.items():
        print(f"  {size:>8} bytes  {name} (brotli)")
    print(f"  {program:>8} bytes  program and glue together")


if __name__ == "__main__":
    main()
