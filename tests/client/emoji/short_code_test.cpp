#include "client-wasm/emoji/short_code.h"

#include <string>

#include <doctest/doctest.h>

namespace roost::emoji {
namespace {

// The caret stands at "|". What is being written, or "-".
std::string written(std::string text) {
    const std::size_t caret = text.find('|');
    text.erase(caret, 1);
    const auto code = code_being_written(text, caret);
    return code ? std::string(code->name) : "-";
}

std::string closed(std::string text) {
    const std::size_t caret = text.find('|');
    text.erase(caret, 1);
    const auto code = closed_code(text, caret);
    return code ? std::string(code->name) : "-";
}

TEST_CASE("short codes: a colon and two letters begin one") {
    CHECK(written(":sm|") == "sm");
    CHECK(written("Karibu :smile|") == "smile");
    CHECK(written("(:he|") == "he");
    CHECK(written("Asante\n:thumbs_up|") == "thumbs_up");
    CHECK(written(":co| then more") == "co");
    CHECK(written(":corazón|") == "corazón");
    CHECK(written("यह :दिल|") == "दिल");
    CHECK(written(":s|") == "-");
    CHECK(written(":|") == "-");
    CHECK(written("|") == "-");
}

TEST_CASE("short codes: never inside a word, a time or an address") {
    CHECK(written("10:30|") == "-");
    CHECK(written("at :30|") == "-");
    CHECK(written("http://exa|") == "-");
    CHECK(written("https:ab|") == "-");
    CHECK(written("note:this|") == "-");
    CHECK(written(":sm|ile") == "-");
    CHECK(written("std::vec|") == "-");
    CHECK(written(":smile |") == "-");
    CHECK(written(":smile:|") == "-");
    CHECK(written("نص:قل|") == "-");
}

TEST_CASE("short codes: the closed form") {
    CHECK(closed(":smile:|") == "smile");
    CHECK(closed("Yes :+1:| no") == "+1");
    CHECK(closed("::|") == "-");
    CHECK(closed("10:30:|") == "-");
    CHECK(closed("a:smile:|") == "-");
    CHECK(closed(":smile|:") == "-");
    CHECK(closed(":two words:|") == "-");
}

TEST_CASE("short codes: a caret beyond the text finds nothing") {
    CHECK_FALSE(code_being_written(":smile", 99).has_value());
    CHECK_FALSE(closed_code(":smile:", 99).has_value());
}

}  // namespace
}  // namespace roost::emoji
