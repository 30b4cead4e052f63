"""Takes out of the client's program what its first screens do not call, to be loaded after them.

split_program.py --program build/…/dashboard.js --out build/…/programs --first objects.txt --later objects-later.txt
                 --names emnm --split wasm-split
Writes dashboard.js, dashboard.wasm and dashboard.later.wasm. The second one fills the places in the first one's table
that boot.js stands in for until then. The two lists name object files; a function goes to the second program if only
files of --later define it.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

# How mangled names of ours begin. What the standard library makes of our types is often the same code for all of them,
# and stands in the program only once.
OURS = ("_ZN5roost", "_ZNK5roost")


# Weak ones (what is inline, and what the compiler makes of a type by itself) stand in the program only once for all that
# are the same, under the name of any of them: what is called early may bear the name of what is not.
STRONG = "Tt"
ANY = "TtWw"


def defined_in(objects: pathlib.Path, names: pathlib.Path, kinds: str) -> set[str]:
    """The functions of these kinds that the listed files define."""
    command = [names, "--defined-only", "--format=posix", *objects.read_text().split()]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        sys.exit(told.stderr.strip())
    fields = [line.split() for line in told.stdout.splitlines()]
    return {field[0] for field in fields if len(field) > 1 and field[1] in kinds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--program", "--out", "--first", "--later", "--names", "--split"):
        parser.add_argument(option, required=True, type=pathlib.Path)
    options = parser.parse_args()
    first = defined_in(options.first, options.names, ANY)
    only_later = defined_in(options.later, options.names, STRONG) - first
    later = {name for name in only_later if name.startswith(OURS)}
    if not later:
        sys.exit("no function would be loaded later: are the lists of objects right?")
    options.out.mkdir(parents=True, exist_ok=True)
    listed = options.out / "later.txt"
    listed.write_text("".join(f"{name}\n" for name in sorted(later)))
    target = options.out / options.program.name
    shutil.copyfile(options.program, target)
    command = [
        options.split, "--split", options.program.with_suffix(".wasm"),
        f"--split-funcs=@{listed}", "-o1", target.with_suffix(".wasm"), "-o2", target.with_suffix(".later.wasm"),
        "--import-namespace=first", "--placeholder-namespace=later", "--export-prefix=%",
    ]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        sys.exit(told.stderr.strip())
    sizes = [target.with_suffix(suffix).stat().st_size for suffix in (".wasm", ".later.wasm")]
    print(f"  {sizes[0]:>8} bytes  for the first screens, {sizes[1]} after them")


if __name__ == "__main__":
    main()
