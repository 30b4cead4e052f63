#include "shared/base/utf8.h"

#include <doctest/doctest.h>

using namespace roost;

TEST_CASE("utf8: overlong forms, surrogates, loose and missing bytes are malformed") {
    for (const char* text :
         {"\xC0\x80",
          "\xC1\xBF",
          "\xE0\x80\x80",
          "\xF0\x80\x80\x80",
          "\xED\xA0\x80",
          "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80",
          "\x80",
          "\xC3",
          "\xE2\x82",
          "\xF0\x9F\x98",
          "\xFF"}) {
        CAPTURE(text);
        CHECK_FALSE(is_utf8(text));
        CHECK(is_utf8(to_valid_utf8(text)));
    }
    CHECK(is_utf8("a\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
    CHECK(to_valid_utf8("Zürich 👍") == "Zürich 👍");
}

TEST_CASE("utf8: counting and cutting go by whole characters") {
    CHECK(count_code_points("añ👍") == 3);
    CHECK(count_utf16_units("añ👍") == 4);
    CHECK(count_code_points("\xFF\xFE") == 2);
    CHECK(truncate_code_points("añ👍b", 3) == "añ👍");
    CHECK(truncate_code_points("añ", 9) == "añ");
    CHECK(truncate_code_points("añ", 0).empty());
}

TEST_CASE("utf8: trimming knows the white space of other scripts") {
    CHECK(trim(" \t\n\u00A0\u2003\u3000 a b \u3000\u2009\u00A0\r\n") == "a b");
    CHECK(trim("\u3000").empty());
    CHECK(trim("").empty());
    CHECK(trim("\xA0") == "\xA0");
}

TEST_CASE("utf8: a list in one text is split at its commas") {
    CHECK(split_at_commas("first, second ,,") == std::vector<std::string>{"first", "second"});
    CHECK(split_at_commas(" , ").empty());
    CHECK(split_at_commas("").empty());
}
