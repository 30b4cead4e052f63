"""Takes out of the client's program what its first screens do not call, to be loaded after them.

split_program.py --program build/…/dashboard.js --out build/…/programs --first objects.txt --later objects-later.txt
                 --names emnm --split wasm-split
Writes dashboard.js, dashboard.wasm and dashboard.later.wasm. The second one fills the places in the first one's table
that boot.js stands in for until then. The two lists name object files; to the second program goes a function that only
files of --later define, and whatever is called by such functions alone.
"""

import argparse
import collections
import dataclasses
import pathlib
import re
import shutil
import subprocess
import sys

# How mangled names of ours begin, and how those of what the standard library makes of our types have it within. Of the
# latter the same code often stands in the program only once.
OURS = ("_ZN5roost", "_ZNK5roost")
OF_OURS = "N5roost"

# Weak ones (what is inline, and what the compiler makes of a type by itself) stand in the program only once for all that
# are the same, under the name of any of them: what is called early may bear the name of what is not.
STRONG = "Tt"
ANY = "TtWw"

# Two short functions are easily the same, and then the program has one of them, under the name of either: what is that
# short and called by the first program stays in it. In lines of the program's text.
SHORT = 60

FUNCTION = re.compile(r" \(func \$(\S+?)[ )\n]")
CALLED = re.compile(r"\((?:call|return_call|ref\.func) \$(\S+?)[ )\n]")
EXPORTED = re.compile(r" \(export \S+ \(func \$(\S+?)\)\)")
NAME = re.compile(r"\$(\S+?)(?=[ )\n])")


@dataclasses.dataclass
class Program:
    """Who calls whom. A place of the table may be called by anybody."""

    calls: dict[str, set[str]]
    lines: collections.Counter[str]
    exported: set[str]
    table: collections.Counter[str]


def output_of(command: list) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        sys.exit(told.stderr.strip())
    return told.stdout


def defined_in(objects: pathlib.Path, names: pathlib.Path, kinds: str) -> set[str]:
    """The functions of these kinds that the listed files define."""
    told = output_of([names, "--defined-only", "--format=posix", *objects.read_text().split()])
    fields = [line.split() for line in told.splitlines()]
    return {field[0] for field in fields if len(field) > 1 and field[1] in kinds}


def read_program(text: str) -> Program:
    program = Program({}, collections.Counter(), set(), collections.Counter())
    name = ""
    for line in text.splitlines(keepends=True):
        if found := FUNCTION.match(line):
            name = found.group(1)
            program.calls[name] = set()
        elif line.startswith(" (elem "):
            program.table.update(NAME.findall(line.partition(")")[2]))
        elif found := EXPORTED.match(line):
            program.exported.add(found.group(1))
        elif name and line.startswith("  "):
            program.lines[name] += 1
            program.calls[name].update(CALLED.findall(line))
    return program


def reached(program: Program, without: set[str]) -> set[str]:
    """What may run before any function of `without` does."""
    waiting = [name for name in (program.exported | set(program.table)) if name not in without]
    seen = set(waiting)
    while waiting:
        found = program.calls.get(waiting.pop(), set()) - without - seen
        seen |= found
        waiting.extend(found)
    return seen


def later_of(program: Program, strong: set[str], weak: set[str]) -> set[str]:
    # In the table once: nothing else was the same.
    in_table = {name for name in weak if program.table[name] == 1 and OF_OURS in name}
    without = (strong | in_table) & set(program.calls)
    while True:
        first = reached(program, without)
        called = set().union(*(program.calls[name] for name in first if name in program.calls))
        both = {name for name in called & without if program.lines[name] <= SHORT}
        if not both:
            return set(program.calls) - first
        without -= both


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--program", "--out", "--first", "--later", "--names", "--split"):
        parser.add_argument(option, required=True, type=pathlib.Path)
    options = parser.parse_args()
    first = defined_in(options.first, options.names, ANY)
    weak = defined_in(options.later, options.names, ANY) - first
    strong = {name for name in defined_in(options.later, options.names, STRONG) - first if name.startswith(OURS)}
    whole = options.program.with_suffix(".wasm")
    text = output_of([options.split.with_name("wasm-dis"), "--all-features", whole])
    later = later_of(read_program(text), strong, weak)
    if not later & strong:
        sys.exit("no function would be loaded later: are the lists of objects right?")
    options.out.mkdir(parents=True, exist_ok=True)
    listed = options.out / "later.txt"
    listed.write_text("".join(f"{name}\n" for name in sorted(later)))
    target = options.out / options.program.name
    shutil.copyfile(options.program, target)
    output_of([
        options.split, "--split", whole,
        f"--split-funcs=@{listed}", "-o1", target.with_suffix(".wasm"), "-o2", target.with_suffix(".later.wasm"),
        "--import-namespace=first", "--placeholder-namespace=later", "--export-prefix=%",
    ])  # fmt: skip
    sizes = [target.with_suffix(suffix).stat().st_size for suffix in (".wasm", ".later.wasm")]
    print(f"  {sizes[0]:>8} bytes  for the first screens, {sizes[1]} after them")


if __name__ == "__main__":
    main()
