#!/usr/bin/env python3
"""Shows for each rule of check_layers.py that it bites, and that a clean tree passes."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_layers import check  # noqa: E402  (the path above must be set first)

HEADER = "#pragma once\n"


def broken_by(path, text):
    return check({path: text})


class CheckLayers(unittest.TestCase):
    def assert_broken(self, path, include, word):
        found = broken_by(path, HEADER + f"#include {include}\n")
        self.assertEqual(len(found), 1, found)
        self.assertIn(word, found[0])

    def test_a_clean_file_passes(self):
        self.assertEqual(broken_by("shared/wire/a.h", HEADER + '#include <string>\n#include "shared/base/ids.h"\n'), [])
        self.assertEqual(broken_by("server/app/a.h", HEADER + '#include "server/store/store.h"\n'), [])

    def test_shared_includes_only_downwards(self):
        self.assert_broken("shared/base/a.h", '"shared/wire/event.h"', "above")
        self.assert_broken("shared/model/a.h", '"server/config.h"', "outside shared")

    def test_shared_has_no_input_output_clock_or_thread(self):
        self.assert_broken("shared/wire/a.h", "<thread>", "pure")
        self.assert_broken("shared/wire/a.h", "<unistd.h>", "pure")

    def test_views_draw_through_the_widgets(self):
        found = broken_by("client-wasm/views/a.cpp", "ui.draw.AddCircleFilled({1, 2}, 3, 4);\n")
        self.assertEqual(len(found), 1, found)

    def test_paths_start_at_the_root(self):
        self.assert_broken("server/routes/a.h", '"../http/auth.h"', "root")

    def test_use_cases_know_neither_http_nor_an_engine(self):
        self.assert_broken("server/app/a.h", "<httplib.h>", "HTTP")
        self.assert_broken("server/app/a.h", '"server/store/sqlite/store.h"', "engine")

    def test_the_composition_root_may_name_an_engine(self):
        self.assertEqual(broken_by("server/main.cpp", '#include "server/cloud/graph_cloud_api.h"\n'), [])
        self.assertEqual(broken_by("server/store/open_store.cpp", '#include "server/store/sqlite/store.h"\n'), [])

    def test_two_types_of_one_program_have_two_names(self):
        one = HEADER + "namespace roost {\n\nstruct Place {\n};\n\n}  // namespace roost\n"
        base = HEADER + "namespace roost {\n\nclass Place final : public Spot {\n};\n\n}  // namespace roost\n"
        own = "namespace roost {\n\nnamespace {\n\nstruct Place {\n};\n\n}  // namespace\n\n}  // namespace roost\n"
        part = "namespace roost {\n\nstruct Place::Part {\n};\n\n}  // namespace roost\n"
        for other in (one, base):
            found = check({"shared/wire/a.h": one, "server/app/b.h": other})
            self.assertEqual(len(found), 1, found)
            self.assertIn("roost::Place", found[0])
        self.assertEqual(check({"client-wasm/app/a.h": one, "server/app/b.h": one}), [])
        self.assertEqual(check({"shared/wire/a.h": one, "server/app/b.cpp": own, "server/app/c.cpp": part}), [])

    def test_views_emit_commands_only(self):
        self.assert_broken("client-wasm/views/a.h", '"client-wasm/net/api_client.h"', "commands")
        self.assert_broken("client-wasm/views/a.h", '"client-wasm/app/app.h"', "ui_state.h")
        self.assertEqual(broken_by("client-wasm/views/a.h", HEADER + '#include "client-wasm/app/commands.h"\n'), [])

    def test_the_browser_stays_in_its_folder(self):
        self.assert_broken("client-wasm/app/a.h", "<emscripten.h>", "platform/web")
        self.assertEqual(broken_by("client-wasm/platform/web/a.h", HEADER + "#include <emscripten.h>\n"), [])
        self.assertEqual(len(broken_by("shared/base/a.cpp", "#ifdef __EMSCRIPTEN__\n#endif\n")), 1)

    def test_files_are_short_and_named_for_what_they_do(self):
        self.assertIn("401 lines", broken_by("server/a.cpp", "\n" * 401)[0])
        self.assertEqual(broken_by("server/a.cpp", "\n" * 400), [])
        self.assertIn("'util'", broken_by("server/string_util.cpp", "")[0])

    def test_a_header_is_included_once(self):
        self.assertIn("pragma once", broken_by("server/a.h", "")[0])

    def test_a_message_type_needs_a_test_and_a_sample(self):
        tree = {
            "shared/messages/text.h": HEADER + 'kType = "text";\n',
            "tests/fixtures/webhooks/other.json": "{}",
        }
        self.assertEqual(len(check(tree)), 2)
        tree["tests/shared/messages/text_test.cpp"] = ""
        tree["tests/fixtures/webhooks/text.json"] = "{}"
        self.assertEqual(check(tree), [])


if __name__ == "__main__":
    unittest.main()
