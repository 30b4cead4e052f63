#include "shared/base/json_writer.h"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

using namespace roost;

TEST_CASE("json writer: commas stand between values and nowhere else") {
    const std::string text = text_written_by([](JsonWriter& out) {
        out.begin_object().key("a").integer(-1).key("b").begin_array().string("x").boolean(false);
        out.begin_object().end_object().begin_array().end_array().end_array();
        out.key("id").id(MessageId{42}).key("raw").raw("{\"y\":1}").key("z").number(1.5).end_object();
    });
    CHECK(text == R"({"a":-1,"b":["x",false,{},[]],"id":"42","raw":{"y":1},"z":1.5})");
}

TEST_CASE("json writer: every string is read back as it was") {
    std::string all;
    for (char c = 1; c > 0; ++c)
        all += c;
    all += '\0';
    for (const std::string& text :
         {all, std::string("\"\\/\b\f\n\r\t"), std::string("Zürich 田中 أحمد 👍🏽")}) {
        const Json json = json_written_by([&](JsonWriter& out) { out.string(text); });
        CHECK(json == text);
    }
}

TEST_CASE("json writer: malformed UTF-8 and numbers without a name do not break the document") {
    CHECK(text_written_by([](JsonWriter& out) { out.string("a\xC3"); }) == "\"a\xEF\xBF\xBD\"");
    CHECK(text_written_by([](JsonWriter& out) { out.number(std::nan("")); }) == "null");
    CHECK(text_written_by([](JsonWriter& out) { out.number(HUGE_VAL); }) == "null");
}
