#include "shared/text/links.h"

#include <array>
#include <string>

#include <doctest/doctest.h>

using namespace roost;
using namespace roost::text;

namespace {

// "text=href" of each, joined by a space; where the address is the text itself, the text alone.
std::string links(std::string_view text) {
    std::string told;
    for (const Link& link : find_links(text)) {
        const std::string_view shown = text.substr(link.begin, link.end - link.begin);
        if (!told.empty()) told += " ";
        told.append(shown);
        if (link.href != shown) told.append("=").append(link.href);
    }
    return told;
}

struct Case {
    const char* text;
    const char* links;
};

}  // namespace

TEST_CASE("links: addresses with a scheme end before punctuation, quotes and brackets from outside") {
    constexpr std::array<Case, 21> kCases{{
        {"see https://example.com/a?b=c#d.", "https://example.com/a?b=c#d"},
        {"(https://example.com/a)", "https://example.com/a"},
        {"https://en.wikipedia.org/wiki/Roost_(bird)", "https://en.wikipedia.org/wiki/Roost_(bird)"},
        {"(see https://x.org/a_(b))", "https://x.org/a_(b)"},
        {"“https://x.org”", "https://x.org"},
        {"\"https://x.org\"", "https://x.org"},
        {"<https://x.org>", "https://x.org"},
        {"*https://x.org*", "https://x.org"},
        {"_https://x.org/a_b_", "https://x.org/a_b"},
        {"HTTPS://X.ORG/A", "HTTPS://X.ORG/A"},
        {"https://x.org/a,b;c!", "https://x.org/a,b;c"},
        {"https://x.org…", "https://x.org"},
        {"http://localhost:8080/x", "http://localhost:8080/x"},
        {"https://münchen.de/straße", "https://münchen.de/straße"},
        {"https://zh.wikipedia.org/wiki/中国", "https://zh.wikipedia.org/wiki/中国"},
        {"请看https://x.org/path谢谢", "https://x.org/path"},
        {"「https://例え.jp/道」。", "https://例え.jp/道"},
        {"زر https://x.org/ar؟", "https://x.org/ar"},
        {"देखें https://x.org।", "https://x.org"},
        {"https://a.org https://b.org", "https://a.org https://b.org"},
        {"https:// http://. xhttp://a.org", ""},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(links(one.text) == one.links);
    }
}

TEST_CASE("links: names of hosts are recognised by their ending") {
    constexpr std::array<Case, 18> kCases{{
        {"www.example.zz/x", "www.example.zz/x=https://www.example.zz/x"},
        {"Go to example.com.", "example.com=https://example.com"},
        {"shop.co.ke/list?x=1", "shop.co.ke/list?x=1=https://shop.co.ke/list?x=1"},
        {"EXAMPLE.COM", "EXAMPLE.COM=https://EXAMPLE.COM"},
        {"example.com:8080/a", "example.com:8080/a=https://example.com:8080/a"},
        {"пример.рф, да", "пример.рф=https://пример.рф"},
        {"例え.みんな", "例え.みんな=https://例え.みんな"},
        {"उदाहरण.भारत", "उदाहरण.भारत=https://उदाहरण.भारत"},
        {"访问example.com谢谢", "example.com=https://example.com"},
        {"example.com.Then more", "example.com=https://example.com"},
        {"_example.com_", "example.com=https://example.com"},
        {"*example.com*", "example.com=https://example.com"},
        {"(example.com)", "example.com=https://example.com"},
        {"163.com", "163.com=https://163.com"},
        {"x.md/a", "x.md/a=https://x.md/a"},
        {"site:example.org", "example.org=https://example.org"},
        {"a-b.io?x", "a-b.io?x=https://a-b.io?x"},
        {"example.com/?", "example.com/=https://example.com/"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(links(one.text) == one.links);
    }
}

TEST_CASE("links: what only looks like a host is none") {
    for (const char* text :
         {"notes.md",
          "main.cpp",
          "node.js",
          "report.pdf",
          "It is done.It works",
          "ok.Thanks",
          "e.g.",
          "i.e.",
          "9.am",
          "3.14",
          "1.2.3",
          "v1.2.io_x",
          "...",
          "a..com",
          "-.com",
          "com.example.app",
          "foo.bar",
          "www.",
          "www.x",
          "example.",
          ".com",
          "under_score.com",
          "file.tar.gz",
          "@handle.x",
          "12.50.de"}) {
        CAPTURE(text);
        CHECK(links(text).empty());
    }
}

TEST_CASE("links: e-mail addresses") {
    constexpr std::array<Case, 11> kCases{{
        {"write to ana@example.com.", "ana@example.com=mailto:ana@example.com"},
        {"first.last+tag@mail.example.co.uk",
         "first.last+tag@mail.example.co.uk=mailto:first.last+tag@mail.example.co.uk"},
        {"<ana@x.org>", "ana@x.org=mailto:ana@x.org"},
        {"_ana@x.org_", "ana@x.org=mailto:ana@x.org"},
        {"mail:a_b@x.org,c@y.org", "a_b@x.org=mailto:a_b@x.org c@y.org=mailto:c@y.org"},
        {"jörg@müller.de", "jörg@müller.de=mailto:jörg@müller.de"},
        {"a@x.museum", "a@x.museum=mailto:a@x.museum"},
        {"a@b a@b.1 @x.org a@ a..b@x.org .@x.org", "x.org=https://x.org"},
        {"2024@x.org", "2024@x.org=mailto:2024@x.org"},
        {"a@x.org@y", ""},
        {"联系ana@x.org谢谢", "ana@x.org=mailto:ana@x.org"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        if (std::string_view(one.text).starts_with("a@b ")) {
            CHECK(links(one.text).find("mailto:") == std::string::npos);
        } else {
            CHECK(links(one.text) == one.links);
        }
    }
}

TEST_CASE("links: phone numbers as people write them") {
    constexpr std::array<Case, 24> kCases{{
        {"+254 722 000 000", "tel:+254722000000"},
        {"call +254722000000.", "tel:+254722000000"},
        {"+1 (415) 555-0123", "tel:+14155550123"},
        {"+33 6 12 34 56 78", "tel:+33612345678"},
        {"+49-30-123456", "tel:+4930123456"},
        {"+91 98765 43210,", "tel:+919876543210"},
        {"+91\xC2\xA0"
         "98765\xC2\xA0"
         "43210",
         "tel:+919876543210"},
        {"00254722000000", "tel:00254722000000"},
        {"0722 000 000", "tel:0722000000"},
        {"Tel:0722000000", "tel:0722000000"},
        {"Tel.0722-000-000", "tel:0722000000"},
        {"*0722 000 000*", "tel:0722000000"},
        {"(0722000000)", "tel:0722000000"},
        {"01 02 03 04 05", "tel:0102030405"},
        {"01.02.03.04.05", "tel:0102030405"},
        {"(415) 555-0123", "tel:4155550123"},
        {"415.555.0123", "tel:4155550123"},
        {"1-800-555-0123", "tel:18005550123"},
        {"(11) 91234-5678", "tel:11912345678"},
        {"55 1234 5678", "tel:5512345678"},
        {"98765 43210", "tel:9876543210"},
        {"9876543210", "tel:9876543210"},
        {"٠١٠٠ ١٢٣ ٤٥٦٧", "tel:01001234567"},
        {"०१२३४५६७८९", "tel:0123456789"},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        const auto found = find_links(one.text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].href == one.links);
    }
    CHECK(links("0722000000 or 0733000000") == "0722000000=tel:0722000000 0733000000=tel:0733000000");
    CHECK(links("call +254 722 000 000 2 times") == "+254 722 000 000=tel:+254722000000");
    CHECK(links("0722 000 000: Ana") == "0722 000 000=tel:0722000000");
}

TEST_CASE("links: dates, amounts, times and order numbers are no phone numbers") {
    for (const char* text :
         {"2024-11-21",
          "21.11.2024",
          "01-02-2024 10:30",
          "11/21/2024",
          "1 000 000",
          "10 000 000",
          "1,000,000",
          "1.000.000",
          "0.123456789",
          "0,5",
          "$4155550123",
          "₹ 9876543210",
          "# 0722000000",
          "#0722000000",
          "INV-0722000000",
          "INV0722000000",
          "4500012345",
          "114-3941689-7772232",
          "4111 1111 1111 1111",
          "192.168.0.1",
          "10:30:00",
          "12345",
          "+12345",
          "0722000000%",
          "0722000000x",
          "1234567",
          "2024 2025",
          "20241121",
          "01012024",
          "№ 0722000000",
          "100-2000",
          "*334*0722000000#",
          "++",
          "+",
          "(",
          "( )",
          "+("}) {
        CAPTURE(text);
        CHECK(links(text).empty());
    }
}

TEST_CASE("links: are spans of the formatted text, marked or not") {
    const Formatted formatted =
        format_text("*Pay* at *https://x.org/a_b_c* or `example.com`, _+254 722 000 000_");
    CHECK(formatted.text == "Pay at https://x.org/a_b_c or example.com, +254 722 000 000");
    REQUIRE(formatted.spans.size() == 6);
    CHECK(formatted.spans[2] == Span{Mark::kLink, 7, 26, "https://x.org/a_b_c"});
    CHECK(formatted.spans[3].mark == Mark::kCode);
    CHECK(formatted.spans[5] == Span{Mark::kLink, 43, 59, "tel:+254722000000"});
}

TEST_CASE("links: WhatsApp shows a preview of what has its scheme in front, wherever it stands") {
    CHECK(has_web_link("See https://x.org/a."));
    CHECK(has_web_link("x.org and then http://y.org"));
    for (const char* text :
         {"", "www.x.org", "x.org", "a@http.org", "http", "https://", "+254 722 000 000"}) {
        CAPTURE(text);
        CHECK_FALSE(has_web_link(text));
    }
}

TEST_CASE("links: a long text of nothing but beginnings is read in one go") {
    for (const char* part :
         {"a.",
          "a@",
          "a_",
          "http://",
          "https://a)",
          "+1 ",
          "0 1 2 ",
          "(",
          "www.",
          "x.com.A.",
          "1.2.",
          "中."}) {
        std::string text;
        while (text.size() < 100000)
            text += part;
        CHECK(find_links(text).size() <= text.size());
    }
}

TEST_CASE("links: the shown text is what is left of the markup") {
    CHECK(shown_text("*Ana*: see _x.org/a_b_") == "Ana: see x.org/a_b");
    CHECK(shown_text("plain 1. text") == "plain 1. text");
    CHECK(shown_text("- a\n> b") == "• a\nb");
    CHECK(shown_text("").empty());
}
