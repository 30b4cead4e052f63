#include "shared/text/markup.h"

#include <array>
#include <ranges>
#include <string>

#include <doctest/doctest.h>

using namespace roost;
using namespace roost::text;

namespace {

std::string opening(const Span& span) {
    constexpr std::array<const char*, 4> kNames{"<b>", "<i>", "<s>", "<c>"};
    return span.mark == Mark::kLink ? "<a " + span.href + ">"
                                    : kNames.at(static_cast<std::size_t>(span.mark));
}

std::string closing(const Span& span) {
    return span.mark == Mark::kLink ? "</a>" : "</" + opening(span).substr(1);
}

// Spans as tags, so that tables can be read.
std::string tagged(const Formatted& formatted) {
    std::string tagged;
    for (std::size_t at = 0; at <= formatted.text.size(); ++at) {
        for (const Span& span : std::ranges::reverse_view(formatted.spans))
            if (span.end == at) tagged += closing(span);
        for (const Span& span : formatted.spans)
            if (span.begin == at) tagged += opening(span);
        if (at < formatted.text.size()) tagged += formatted.text[at];
    }
    return tagged;
}

std::string tagged(std::string_view text) {
    return tagged(parse_markup(text));
}

std::string blocks(std::string_view text) {
    constexpr std::array<const char*, 5> kNames{"plain", "quote", "bullet", "number", "code"};
    const Formatted formatted = parse_markup(text);
    std::string told;
    for (const Block& block : formatted.blocks) {
        if (!told.empty()) told += "|";
        told += std::string(kNames.at(static_cast<std::size_t>(block.kind))) + ":";
        told += formatted.text.substr(block.begin, block.end - block.begin);
    }
    return told;
}

struct Case {
    const char* text;
    const char* shown;
};

}  // namespace

TEST_CASE("markup: signs at words' borders mark, and are not shown") {
    constexpr std::array<Case, 22> kCases{{
        {"*bold*", "<b>bold</b>"},
        {"_italic_ and ~gone~", "<i>italic</i> and <s>gone</s>"},
        {"a *b c* d", "a <b>b c</b> d"},
        {"*bold*.", "<b>bold</b>."},
        {"(*bold*)", "(<b>bold</b>)"},
        {"“_so_”, he said", "“<i>so</i>”, he said"},
        {"*_x_*", "<b><i>x</i></b>"},
        {"_*~x~ y*_", "<i><b><s>x</s> y</b></i>"},
        {"*a _b_ c*", "<b>a <i>b</i> c</b>"},
        {"*a* *b*", "<b>a</b> <b>b</b>"},
        {"👍*yes*👍", "👍<b>yes</b>👍"},
        {"*5*3*2*", "<b>5*3*2</b>"},
        {"*a *b*", "<b>a *b</b>"},
        {"**bold**", "*<b>bold</b>*"},
        {"*a _b* c_", "<b>a _b</b> c_"},
        {"~*_all_*~", "<s><b><i>all</i></b></s>"},
        {"*Precio: $1,299*", "<b>Precio: $1,299</b>"},
        {"*é*", "<b>é</b>"},
        {"- *a* b", "• <b>a</b> b"},
        {"> _q_", "<i>q</i>"},
        {"1. ~x~", "1. <s>x</s>"},
        {"-*a*-", "-<b>a</b>-"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(tagged(one.text) == one.shown);
    }
}

TEST_CASE("markup: signs without a counterpart, inside words or beside spaces are shown as typed") {
    for (const char* text :
         {"snake_case_name",
          "5*3*2",
          "a*b*",
          "*a*b",

          "*a *",
          "**",
          "***",
          "x * *",
          "*",
          "_",
          "~~",
          "*a\nb*",
          "*open",
          "open*",
          "a * b * c",
          "2 * 3 * 4",
          "~5 km, ~6 km",
          "x_1 y_2",
          "`",
          "``",
          "```",
          "``````",
          "` `",
          "_a_b_c",
          "घर*में*",
          "дом*а*дом",
          "عربي*نص*عربي",
          "$a_$b_c",
          "*\xC2\xA0 a*",
          ""}) {
        CAPTURE(text);
        CHECK(tagged(text) == text);
    }
}

TEST_CASE("markup: works in every script, and beside letters of scripts without spaces") {
    constexpr std::array<Case, 12> kCases{{
        {"*नमस्ते* जी", "<b>नमस्ते</b> जी"},
        {"_مرحبا_ بكم", "<i>مرحبا</i> بكم"},
        {"(*שלום*)", "(<b>שלום</b>)"},
        {"؟*مرحبا*؟", "؟<b>مرحبا</b>؟"},
        {"你好*世界*再见", "你好<b>世界</b>再见"},
        {"これは*太字*です", "これは<b>太字</b>です"},
        {"*서울*에서", "<b>서울</b>에서"},
        {"ราคา*ลด*แล้ว", "ราคา<b>ลด</b>แล้ว"},
        {"「*引用*」", "「<b>引用</b>」"},
        {"नहीं।*हाँ*।", "नहीं।<b>हाँ</b>।"},
        {"~👩🏽‍🔧~", "<s>👩🏽‍🔧</s>"},
        {"*Ωμέγα*·", "<b>Ωμέγα</b>·"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(tagged(one.text) == one.shown);
    }
}

TEST_CASE("markup: nothing inside code is markup") {
    constexpr std::array<Case, 11> kCases{{
        {"`code`", "<c>code</c>"},
        {"`*a*` *b*", "<c>*a*</c> <b>b</b>"},
        {"*a `*` b*", "<b>a <c>*</c> b</b>"},
        {"run ```a * b``` now", "run <c>a * b</c> now"},
        {"x```y```z", "x<c>y</c>z"},
        {"a`b`c", "a`b`c"},
        {"`a`b`", "<c>a`b</c>"},
        {"it`s `ok`", "it`s <c>ok</c>"},
        {"` a `", "<c> a </c>"},
        {"```a`b```.", "<c>a`b</c>."},
        {"*a `b* c`", "*a <c>b* c</c>"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(tagged(one.text) == one.shown);
    }
}

TEST_CASE("markup: lines make quotes, lists and code") {
    constexpr std::array<Case, 21> kCases{{
        {"one\ntwo", "plain:one\ntwo"},
        {"> a", "quote:a"},
        {"> a\n> b\nc", "quote:a\nb|plain:c"},
        {"a\n> b", "plain:a|quote:b"},
        {">a", "plain:>a"},
        {"> ", "plain:> "},
        {"a > b", "plain:a > b"},
        {"- a\n- b", "bullet:• a|bullet:• b"},
        {"* a\n* b", "bullet:• a|bullet:• b"},
        {"-a", "plain:-a"},
        {"- ", "plain:- "},
        {"1. a\n2. b", "number:1. a|number:2. b"},
        {"12. March", "number:12. March"},
        {"2024. a", "plain:2024. a"},
        {"1.5 kg", "plain:1.5 kg"},
        {"> - a", "quote:- a"},
        {"```\nint a;\n\nint b;\n```", "code:int a;\n\nint b;"},
        {"```x```", "code:x"},
        {"so: ```a\nb``` then", "plain:so: |code:a\nb|plain:then"},
        {"```a```\n```b```\nc", "code:a|code:b|plain:c"},
        {"```\n> no quote\n- no list\n```\n> quote", "code:> no quote\n- no list|quote:quote"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(blocks(one.text) == one.shown);
    }
    CHECK(parse_markup("").blocks.empty());
    CHECK(parse_markup("- a").blocks.front().marker_end == std::string_view("• ").size());
}

TEST_CASE("markup: empty lines stay, and blocks cover the text but for the breaks between them") {
    CHECK(blocks("a\n\nb") == "plain:a\n\nb");
    CHECK(blocks("a\n\n- b\n\nc\n") == "plain:a\n|bullet:• b|plain:\nc\n");
    for (const char* text :
         {"a\n\n- b\n\nc\n", "> q\n\n> r", "\n", "```\nx\n```\n\ny", "- a\n1. b\n> c\nd"}) {
        CAPTURE(text);
        const Formatted formatted = parse_markup(text);
        std::size_t expected = 0;
        for (const Block& block : formatted.blocks) {
            CHECK(block.begin == expected);
            CHECK(block.end >= block.marker_end);
            expected = block.end + 1;
        }
        CHECK(expected == formatted.text.size() + 1);
    }
}

TEST_CASE("markup: links are kept whole, inside of marks too, but not inside code") {
    const std::string text = "*see x.io/_a_*, `x.io` _x.io_";
    std::vector<Link> links;
    for (std::size_t at = text.find("x.io"); at != std::string::npos; at = text.find("x.io", at + 1))
        links.push_back({at, at + (links.empty() ? 8U : 4U), "h"});
    CHECK(
        tagged(parse_markup(text, links)) == "<b>see <a h>x.io/_a_</a></b>, <c>x.io</c> <i><a h>x.io</a></i>"
    );
}

TEST_CASE("markup: a long text of nothing but signs is read in one go") {
    for (const char* part : {"*a ", "_a*b ", "`a ", "```", "``` `", "*_~", "- *\n", "> `\n"}) {
        std::string text;
        while (text.size() < 200000)
            text += part;
        const Formatted formatted = parse_markup(text);
        CHECK(formatted.text.size() <= text.size() * 2);
        CHECK_FALSE(formatted.blocks.empty());
    }
}
