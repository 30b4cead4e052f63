#!/usr/bin/env python3
"""Runs CTest and closes with 'N passed, N failed, N skipped', counting the cases inside each program.

    count_ctest.py BUILD_FOLDER [more arguments of ctest]

A doctest program counts its cases, a Python test its methods, any other program itself. A case that could
not run says so in a line starting with 'skipped: ' and is counted as skipped.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

DOCTEST = re.compile(r"\[doctest\] test cases: +(\d+) \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped")
UNITTEST = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
SKIPPED = re.compile(r"^\s*skipped: ", re.MULTILINE)


def count_program(has_passed, output):
    """(passed, failed, skipped) of one program, from what it printed and whether it succeeded."""
    doctest, unittest = DOCTEST.search(output), UNITTEST.search(output)
    passed, failed, skipped = int(has_passed), int(not has_passed), 0
    if doctest:
        _, passed, failed, _ = map(int, doctest.groups())
    elif unittest and has_passed:
        passed = int(unittest.group(1))
    if not has_passed and failed == 0:
        failed = 1  # a crash, a leak or a time-out after the last case
    skipped = min(passed, len(SKIPPED.findall(output)))
    return passed - skipped, failed, skipped


def count_report(report):
    totals = [0, 0, 0]
    for case in xml.parse(report).getroot().iter("testcase"):
        output = case.findtext("system-out") or ""
        status = case.get("status")
        if status in ("notrun", "disabled"):
            counts = (0, 0, 1)
            print(f"skipped: {case.get('name')}")
        else:
            counts = count_program(status == "run", output)
            for line in output.splitlines():
                if SKIPPED.match(line):
                    print(line.strip())
        print(f"{case.get('name')}: {counts[0]} passed, {counts[1]} failed, {counts[2]} skipped")
        totals = [total + count for total, count in zip(totals, counts)]
    return totals


def main():
    report = Path(sys.argv[1]).resolve() / "ctest.xml"
    report.unlink(missing_ok=True)
    everything = str(64 * 1024 * 1024)
    ended = subprocess.run(
        ["ctest", "--test-dir", sys.argv[1], "--output-on-failure", "--output-junit", report, "--timeout", "900",
         "--test-output-size-passed", everything, "--test-output-size-failed", everything, *sys.argv[2:]],
        check=False,
    )
    sys.stdout.flush()
    if not report.exists():
        print("0 passed, 1 failed, 0 skipped")
        return 1
    passed, failed, skipped = count_report(report)
    if ended.returncode != 0 and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
