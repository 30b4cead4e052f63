#!/usr/bin/env python3
"""Shows for each rule of check_words.py that it bites, and that a clean tree passes."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_words import check_catalogue, check_sources  # noqa: E402  (the path above must be set first)

ENGLISH = 'constexpr Words kEnglish{.list = {.title = "Inbox {0}", .all = {.one = "one", .other = "all"}}};\n'


class CheckWords(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def source_problems(self, line):
        self.write("client-wasm/views/a.cpp", line + "\n")
        return list(check_sources(self.root))

    def catalogue_problems(self, other):
        self.write("client-wasm/words/languages/en/words.cpp", ENGLISH)
        self.write("client-wasm/words/languages/es/words.cpp", other)
        return list(check_catalogue(self.root))

    def test_a_sentence_in_a_view_is_found(self):
        for line in ('draw_text(ui, x, y, "Send", style);', 'spec.label = "zu viel";', 'a += " left";', 'f("日本");'):
            self.assertEqual(len(self.source_problems(line)), 1, line)

    def test_what_programs_read_passes(self):
        for line in ('key_of(ui, "message list");', '#include "A b.h"', '// says "Hello"', 'out += ", ";', 'g("theme");',
                     'key == "ArrowDown";', 'make_key(make_key(0, "Account menu"), "The theme");'):
            self.assertEqual(self.source_problems(line), [], line)

    def test_a_full_catalogue_passes(self):
        text = 'constexpr Words kSpanish{.list = {.title = "Bandeja {0}", .all = {.one = "una", .other = "todas"}}};\n'
        self.assertEqual(self.catalogue_problems(text), [])

    def test_what_nobody_translated_is_found(self):
        found = self.catalogue_problems(ENGLISH.replace("kEnglish", "kSpanish"))
        self.assertEqual(len(found), 3, found)
        self.assertIn("not translated", found[0])

    def test_a_place_without_an_argument_is_found(self):
        text = 'constexpr Words kSpanish{.list = {.title = "Bandeja {1}", .all = {.one = "una", .other = "todas"}}};\n'
        self.assertIn("{1}", self.catalogue_problems(text)[0])

    def test_a_lost_argument_is_found(self):
        text = 'constexpr Words kSpanish{.list = {.title = "Bandeja", .all = {.one = "una", .other = "todas"}}};\n'
        self.assertIn("leaves out", self.catalogue_problems(text)[0])


if __name__ == "__main__":
    unittest.main()
