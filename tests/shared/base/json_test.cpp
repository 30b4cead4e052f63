#include "shared/base/json.h"

#include <string>

#include <doctest/doctest.h>

using namespace roost;

TEST_CASE("json: nesting is bounded, brackets inside strings do not count") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(parse_json(nested(64)));
    REQUIRE_FALSE(parse_json(nested(65)));
    CHECK(parse_json(nested(65)).error().code == ErrorCode::kInvalid);
    CHECK_FALSE(parse_json(nested(1'000'000)));
    CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
    CHECK(parse_json("\"" + std::string(1000, '[') + "\\\"[\""));
}

TEST_CASE("json: what is not JSON is refused with its position") {
    for (const char* text :
         {"", " ", "{", "nul", "{\"a\":}", "[1,]", "{'a':1}", "NaN", "1e999", "\"a\nb\"", "{} {}"}) {
        CAPTURE(text);
        const auto json = parse_json(text);
        REQUIRE_FALSE(json);
        CHECK(json.error().code == ErrorCode::kInvalid);
    }
    CHECK(parse_json(R"({"ab": x})").error().message == "not JSON, at byte 8");
}

TEST_CASE("json: text cut inside a character is mended, not refused") {
    CHECK(parse_json(R"({"a":"\ud83d"})")->at("a") == "\xEF\xBF\xBD");
    CHECK(parse_json(R"({"a":"\ude00x"})")->at("a") == "\xEF\xBF\xBDx");
    CHECK(parse_json(R"({"a":"\ud83d\ude00 \ud83d"})")->at("a") == "\xF0\x9F\x98\x80 \xEF\xBF\xBD");
    CHECK(parse_json(R"({"a":"\\ud83d \ud83d"})")->at("a") == "\\ud83d \xEF\xBF\xBD");
    CHECK(parse_json("{\"a\":\"\xF0\x9F\x98\"}")->at("a") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("json: doubled names and embedded zeros do no harm") {
    CHECK(string_or(*parse_json(R"({"a":"1","a":"2"})"), "a", "") == "2");
    CHECK(string_or(*parse_json(R"({"a":"x\u0000y"})"), "a", "") == std::string("x\0y", 3));
    CHECK_FALSE(parse_json(std::string_view("{\"a\":\0}", 7)));
}

TEST_CASE("json: readers are absent for other types and never throw") {
    const Json json =
        *parse_json(R"({"s":"x","i":-3,"u":18446744073709551615,"d":1.5,"b":true,"n":null,"l":[],"big":1e30})"
        );
    CHECK(optional_string(json, "s") == "x");
    CHECK(optional_integer(json, "i") == -3);
    CHECK_FALSE(optional_integer(json, "u"));
    CHECK_FALSE(optional_integer(json, "d"));
    CHECK_FALSE(optional_integer(json, "big"));
    CHECK(optional_number(json, "d") == 1.5);
    CHECK(optional_number(json, "i") == -3.0);
    CHECK(optional_bool(json, "b") == true);
    for (const char* key : {"n", "l", "missing"}) {
        CHECK_FALSE(optional_string(json, key));
        CHECK_FALSE(optional_integer(json, key));
        CHECK_FALSE(optional_number(json, key));
        CHECK_FALSE(optional_bool(json, key));
        CHECK(text_or_number(json, key).empty());
    }
    CHECK(member(json["l"], "x").is_null());
    CHECK(member(Json("text"), "x").is_null());
    CHECK(text_or_number(json, "i") == "-3");
    CHECK(text_or_number(json, "s") == "x");
}

TEST_CASE("json: a required field that is wrong is named") {
    const Json json = *parse_json(R"({"id":7,"at":"yesterday","key":"0042"})");
    CHECK(required_string(json, "id").error().message == "'id' must be a string");
    CHECK(required_integer(json, "at").error().message == "'at' must be a whole number");
    CHECK_FALSE(required_time(json, "at"));
    CHECK_FALSE(required_id<MessageId>(json, "id"));
    CHECK(required_id<MessageId>(json, "key") == MessageId{42});
}

TEST_CASE("json: malformed UTF-8 is replaced on the way out") {
    CHECK(dump_json(Json("a\xFFz")) == "\"a\xEF\xBF\xBDz\"");
}

TEST_CASE("json: of a list, what is no text is left out") {
    const Json json = *parse_json(R"({"list":["a",1,null,"b",["c"]],"text":"a"})");
    CHECK(texts_in(json, "list") == std::vector<std::string>{"a", "b"});
    CHECK(texts_in(json, "text").empty());
    CHECK(texts_in(json, "missing").empty());
}
