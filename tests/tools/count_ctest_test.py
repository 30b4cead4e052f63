#!/usr/bin/env python3
"""Shows how count_ctest.py reads what test programs print."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from count_ctest import count_program  # noqa: E402  (the path above must be set first)

DOCTEST = "[doctest] test cases:  7 |  {} passed | {} failed | 0 skipped\n"


class CountProgram(unittest.TestCase):
    def test_doctest_counts_its_cases(self):
        self.assertEqual(count_program(True, DOCTEST.format(7, 0)), (7, 0, 0))
        self.assertEqual(count_program(False, DOCTEST.format(5, 2)), (5, 2, 0))

    def test_a_crash_after_the_last_case_is_a_failure(self):
        self.assertEqual(count_program(False, DOCTEST.format(7, 0)), (7, 1, 0))

    def test_a_case_that_says_it_was_skipped_has_not_passed(self):
        self.assertEqual(count_program(True, "skipped: no fixtures\n" + DOCTEST.format(7, 0)), (6, 0, 1))

    def test_python_counts_its_methods(self):
        self.assertEqual(count_program(True, "Ran 4 tests in 0.1s\nOK\n"), (4, 0, 0))
        self.assertEqual(count_program(False, "Ran 4 tests in 0.1s\nFAILED\n"), (0, 1, 0))

    def test_any_other_program_counts_itself(self):
        self.assertEqual(count_program(True, "fine\n"), (1, 0, 0))
        self.assertEqual(count_program(False, ""), (0, 1, 0))


if __name__ == "__main__":
    unittest.main()
