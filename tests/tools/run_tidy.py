#!/usr/bin/env python3
"""Runs clang-tidy, and with it clang's own warnings, over every file of ours; any finding fails.

    run_tidy.py ROOT STAMPS MINUTES NATIVE_BUILD [WASM_BUILD EMSCRIPTEN]

What was changed last comes first. After so many minutes no further file is begun; those that are left count as skipped.
A file found clean is not checked again until it, a header of ours it includes, its flags or .clang-tidy change:
the folder STAMPS remembers what was, also for other clones.
The files of the browser platform are compiled by em++ only: they are checked with its build folder and flags.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TIDY = "clang-tidy-19"
NATIVE = ("shared/", "server/", "client-wasm/")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# The writer of words never runs in a page: it is checked with the native build.
BROWSER = ("client-wasm/platform/web/", "client-wasm/main_dashboard")


def files_of(root, entries, folders):
    """Files of ours that the build compiles, once each."""
    names = {os.path.relpath(Path(entry["directory"]) / entry["file"], root) for entry in entries}
    return sorted(name for name in names if name.startswith(folders) and name.endswith(".cpp"))


def browser_flags(emscripten):
    """What em++ adds before it calls clang; without it clang-tidy would look into /usr/include."""
    sysroot = f"{emscripten}/cache/sysroot"
    flags = ["--target=wasm32-unknown-emscripten", f"--sysroot={sysroot}", "-DEMSCRIPTEN"]
    return [f"--extra-arg-before={flag}" for flag in flags + ["-Xclang", "-iwithsysroot/include/compat"]]


def texts_of(root, name, seen):
    """Adds the file and every file of ours it includes, however far, to seen: {name: text}."""
    path = root / name
    if name in seen or not path.is_file():
        return
    seen[name] = path.read_text(encoding="utf-8")
    for included in INCLUDE.findall(seen[name]):
        texts_of(root, included, seen)


def commands_of(build):
    """How the build compiles each file, but for what was precompiled: it would all be looked at with every file."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = re.sub(r" -include-pch \S+", "", entry["command"])
    return entries


def flags_of(root, entries):
    """How each file is compiled, the same in every clone."""
    return {os.path.relpath(Path(entry["directory"]) / entry["file"], root): entry["command"].replace(str(root), "")
            for entry in entries}


def clean_stamp(root, stamps, name, flags):
    """The file whose existence says that exactly this was found clean before."""
    seen = {}
    texts_of(root, name, seen)
    texts_of(root, ".clang-tidy", seen)
    key = hashlib.sha256(json.dumps([TIDY, name, flags, sorted(seen.items())]).encode()).hexdigest()
    return stamps / key


def newest_first(root, names):
    """Those that the last commits touched come before the others."""
    told = subprocess.run(
        ["git", "log", "--format=", "--name-only"], cwd=root, capture_output=True, text=True, check=False
    )
    place = {}
    for name in told.stdout.splitlines():
        place.setdefault(name, len(place))
    return sorted(names, key=lambda name: place.get(name, -1))


def scope_plugin(root, stamps):
    """tidy_scope.cpp as clang loads it, compiled unless that was done before."""
    source = root / "tests/tools/tidy_scope.cpp"
    plugin = stamps / f"scope-{hashlib.sha256(source.read_bytes()).hexdigest()[:12]}.so"
    if not plugin.exists():
        headers = subprocess.run(
            ["llvm-config-19", "--includedir"], capture_output=True, text=True, check=True
        ).stdout.strip()
        unfinished = plugin.with_suffix(f".{os.getpid()}")
        subprocess.run(
            ["clang++-19", "-std=c++20", "-O1", "-fPIC", "-shared", "-fno-rtti", "-isystem", headers,
             source, "-o", unfinished],
            check=True,
        )
        unfinished.rename(plugin)
    plugin.touch()
    return plugin


def tidy(root, stamps, until, scope, build, name, flags, compiled):
    """The name, clang-tidy's status (None if there was no time) and what it said."""
    stamp = clean_stamp(root, stamps, name, [*flags, compiled])
    if stamp.exists():
        stamp.touch()
        return name, 0, ""
    if time.monotonic() > until:
        return name, None, ""
    ended = subprocess.run(
        [TIDY, f"--load={scope}", "-p", build, "--quiet", *flags, name],
        cwd=root, capture_output=True, text=True, check=False,
    )
    if ended.returncode == 0:
        stamp.touch()
    return name, ended.returncode, ended.stdout


def forget_old(stamps):
    """What no clone asked for in a month is of no use any more."""
    month = 30 * 24 * 3600
    for stamp in stamps.iterdir():
        if time.time() - stamp.stat().st_mtime > month:
            stamp.unlink()


def check_all(jobs):
    """Says every finding; returns how many files have some, and how many were not looked at."""
    broken = skipped = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, status, output in pool.map(lambda job: tidy(*job), jobs):
            if status is None:
                skipped += 1
            elif status != 0:
                broken += 1
                print(f"failed  {name}:\n{output}", flush=True)
    return broken, skipped


def main():
    root, stamps, native = (Path(sys.argv[i]).resolve() for i in (1, 2, 4))
    until = time.monotonic() + 60 * float(sys.argv[3])
    stamps.mkdir(parents=True, exist_ok=True)
    forget_old(stamps)
    scope = scope_plugin(root, stamps)
    builds = [(native, NATIVE, [])]
    if len(sys.argv) > 6:
        builds.append((Path(sys.argv[5]).resolve(), BROWSER, browser_flags(sys.argv[6])))
    with tempfile.TemporaryDirectory() as scratch:
        jobs = []
        for build, folders, flags in builds:
            entries = commands_of(build)
            commands = Path(scratch) / build.name
            commands.mkdir()
            (commands / "compile_commands.json").write_text(json.dumps(entries))
            compiled = flags_of(root, entries)
            jobs += [(root, stamps, until, scope, commands, name, flags, compiled[name])
                     for name in files_of(root, entries, folders)]
        order = newest_first(root, [job[5] for job in jobs])
        jobs.sort(key=lambda job: order.index(job[5]))
        broken, skipped = check_all(jobs)
    if skipped:
        print(f"skipped: no time for {skipped} files, which tools/test lint looks at")
    print(f"{len(jobs) - broken - skipped} passed, {broken} failed, {skipped} skipped")
    return 1 if broken or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
