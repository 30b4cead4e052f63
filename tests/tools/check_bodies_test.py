#!/usr/bin/env python3
"""Tests of check_bodies.py on a description of a few lines: what fits, what does not, what is not known."""

import contextlib
import io
import unittest

import check_bodies

SCHEMAS = {
    "Message": {"discriminator": {"mapping": {
        "text": "#/components/schemas/TextMessage", "interactive": "#/components/schemas/InteractiveMessage",
        "template": "#/components/schemas/TemplateMessage"}}},
    "BaseMessageProperties": {
        "type": "object", "required": ["to", "type"],
        "properties": {"to": {"type": "string"}, "type": {"type": "string"}}},
    "TextMessage": {"allOf": [
        {"$ref": "#/components/schemas/BaseMessageProperties"},
        {"type": "object", "additionalProperties": False, "required": ["text"],
         "properties": {"type": {"enum": ["text"]}, "text": {"type": "object"}}}]},
    "InteractiveMessage": {"allOf": [{"$ref": "#/components/schemas/BaseMessageProperties"}]},
    "InteractiveObject": {"properties": {"type": {"enum": ["button"]}}},
    "LocationMessage": {"allOf": [{}, {"properties": {"location": {"properties": {
        "latitude": {"type": "string"}, "longitude": {"type": "string"}}}}}]},
    "LanguageObject": {"required": ["policy", "code"]},
    "TemplateComponent": {"properties": {
        "type": {"enum": ["body", "button"]}, "sub_type": {"enum": ["url"]}, "index": {"pattern": "^[2-6, 11-14]$"}}},
    "TemplateMessage": {"allOf": [{"$ref": "#/components/schemas/BaseMessageProperties"}]},
    "BodyObject": {"properties": {"text": {"type": "string", "maxLength": 1024}}},
}


class Merging(unittest.TestCase):
    def test_the_parts_of_a_message_are_one_object(self):
        whole = check_bodies.merged(SCHEMAS["TextMessage"], SCHEMAS)
        self.assertEqual(whole["required"], ["to", "type", "text"])
        self.assertEqual(whole["properties"]["type"], {"type": "string", "enum": ["text"]})
        self.assertFalse(whole["additionalProperties"])

    def test_the_description_itself_stays_as_it_is(self):
        check_bodies.corrected(SCHEMAS)
        self.assertEqual(SCHEMAS["BaseMessageProperties"]["required"], ["to", "type"])

    def test_a_description_that_has_changed_is_not_corrected_blindly(self):
        mended = {**SCHEMAS, "LocationMessage": {"allOf": [{}, {"properties": {"location": {"properties": {
            "latitude": {"type": "number"}, "longitude": {"type": "number"}}}}}]}}
        with self.assertRaises(check_bodies.Unusable):
            check_bodies.corrected(mended)


class Checking(unittest.TestCase):
    def setUp(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("jsonschema is not installed")
        self.validator = Draft202012Validator
        self.schemas = check_bodies.corrected(SCHEMAS)

    def complaints(self, *bodies):
        return check_bodies.check(bodies, self.schemas, self.validator)

    def test_what_fits_brings_no_complaint(self):
        self.assertEqual(self.complaints({"to": "1", "type": "text", "text": {}}), ([], [], []))
        self.assertEqual(self.complaints({"recipient": "KE.1", "type": "text", "text": {}}), ([], [], []))

    def test_each_thing_that_does_not_fit_is_named(self):
        for body, word in (({"to": "1", "type": "text"}, "'text' is a required"),
                           ({"to": "1", "type": "text", "text": {}, "file": 1}, "'file'"),
                           ({"to": 1, "type": "text", "text": {}}, "to: 1 is not"),
                           ({"type": "text", "text": {}}, "no recipient")):
            wrong, _, _ = self.complaints(body)
            self.assertEqual(len(wrong), 1, wrong)
            self.assertIn(word, wrong[0])

    def test_parts_of_a_template_that_are_not_described_are_named_and_left_out(self):
        parts = [{"type": "body"}, {"type": "button", "sub_type": "url"}, {"type": "button", "sub_type": "flow"},
                 {"type": "carousel"}]
        body = {"to": "1", "type": "template", "template": {"components": parts}}
        self.assertEqual(self.complaints(body), ([], [], ["flow", "carousel"]))
        kept, _ = check_bodies.without_unknown_parts(body, self.schemas)
        self.assertEqual(kept["template"]["components"], parts[:2])

    def test_kinds_that_are_not_described_are_named_and_not_judged(self):
        self.assertEqual(self.complaints({"type": "poll"}), ([], ["poll"], []))
        self.assertEqual(
            self.complaints({"to": "1", "type": "interactive", "interactive": {"type": "cta_url"}}), ([], ["cta_url"], []))
        self.assertEqual(
            self.complaints({"to": "1", "type": "interactive", "interactive": {"type": "button"}}), ([], [], []))


class Skipping(unittest.TestCase):
    def test_a_description_that_is_not_there_is_said_aloud(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            self.assertEqual(check_bodies.main("none", "/nowhere/openapi.yaml"), check_bodies.SKIPPED)
        self.assertTrue(said.getvalue().startswith("skipped: "))


if __name__ == "__main__":
    unittest.main()
