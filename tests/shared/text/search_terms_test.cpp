#include "shared/text/search_terms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "shared/base/utf8.h"
#include "shared/text/fold.h"

namespace roost::text {
namespace {

std::string marked(std::string_view text, std::string_view question) {
    std::string out;
    std::size_t at = 0;
    for (const TextRange& hit : find_terms(text, search_terms(question))) {
        out.append(text.substr(at, hit.from - at)).append("[");
        out.append(text.substr(hit.from, hit.to - hit.from)).append("]");
        at = hit.to;
    }
    return out.append(text.substr(at));
}

TEST_CASE("search terms: a word is found whatever way it is spelled") {
    struct Row {
        const char* text;
        const char* question;
    };
    const std::vector<Row> found{
        {"José Ñandú", "JOSE nandu"},
        {"Straße", "STRASSE"},
        {"ŁÓDŹ", "łódź"},
        {"Tiếng Việt", "tieng viet"},
        {"Æsir", "aesir"},
        {"ΆΝΘΡΩΠΟΣ", "άνθρωπος"},
        {"ЁЛКА", "елка"},
        {"Київ", "київ"},
        {"أَحْمَد", "احمد"},
        {"مكتبة", "مكتبه"},
        {"العربيـــة", "العربية"},
        {"کتاب", "كتاب"},
        {"שָׁלוֹם", "שלום"},
        {"क़लम", "कलम"},
        {"नमस्ते, बिल की कॉपी", "बिल"},
        {"カタカナ", "かたかな"},
        {"ＡＢＣ１２３", "abc123"},
        {"東京タワー", "東京"},
        {"한국어", "한국"},
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},  // its letters one by one
        {"٠٧١٢", "0712"},
        {"९८७", "987"},
        {"ﬁnance", "finance"},
        {"don’t – wait…", "don't - wait..."},
        {"soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth", "softhyphen zerowidth"},
        {"Cafe\xCC\x81", "café"},
        {"ՀԱՅ", "հայ"},
        {"👍🏽 done", "👍"},
    };
    for (const Row& row : found) {
        CHECK_MESSAGE(holds_all(fold(row.text), search_terms(row.question)), row.text);
    }
    CHECK_FALSE(holds_all(fold("東西京"), search_terms("東京")));
    CHECK_FALSE(holds_all(fold("invoice"), search_terms("invoice paid")));
    CHECK_FALSE(holds_all(fold("anything"), search_terms("")));
}

TEST_CASE("search terms: hits cover the letters as they were written") {
    CHECK(marked("Is the Inverter the 12 kW one?", "inverter") == "Is the [Inverter] the 12 kW one?");
    CHECK(marked("a  b\n\nc", "b c") == "a  [b]\n\n[c]");
    CHECK(marked("Straße", "s") == "[S]tra[ß]e");
    CHECK(marked("أَحْمَدُ هنا", "احمد") == "[أَحْمَدُ] هنا");
    CHECK(marked("Cafe\xCC\x81!", "cafe") == "[Cafe\xCC\x81]!");
    CHECK(marked("東京と京都", "京") == "東[京]と[京]都");
    CHECK(marked("한국어", "하") == "[한]국어");
    CHECK(marked("aaaa", "aa a") == "[aa][aa]");
    CHECK(marked("nothing", "xyz") == "nothing");
}

TEST_CASE("search terms: hostile questions stay small and whole") {
    CHECK(search_terms("").empty());
    CHECK(search_terms(" \t\n\xC2\xA0").empty());
    CHECK(search_terms(std::string_view("\0\x01", 2)).empty());
    CHECK(search_terms("\xE2\x80\x8B\xCC\x81").empty());
    CHECK(search_terms(R"("a" OR b* NEAR(c) -d ^e)").size() == 6);
    const auto many = search_terms(std::string(10'000, 'x') + " b c d e f g h i j k l");
    REQUIRE(many.size() == kMostTerms);
    CHECK(many[0].size() <= kLongestTerm);
    std::string wide;
    for (int i = 0; i < 5000; ++i)
        wide += "東";
    for (const std::string& term : search_terms(wide))
        CHECK(is_utf8(term));
    for (const std::string& term : search_terms("\xFF\xC3(\xE2\x82"))
        CHECK(is_utf8(term));
}

TEST_CASE("search terms: a snippet shows the first hit and some words around it") {
    const auto terms = search_terms("inverter");
    CHECK(snippet_of("the inverter", terms, 40) == Snippet{"the inverter", {{4, 12}}});
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "words ";
    text += "inverter and ";
    for (int i = 0; i < 40; ++i)
        text += "more ";
    const auto snippet = snippet_of(text, terms, 60);
    REQUIRE(snippet.hits.size() == 1);
    CHECK(snippet.text.substr(snippet.hits[0].from, 8) == "inverter");
    CHECK(snippet.text.starts_with("…words "));
    CHECK(snippet.text.ends_with("…"));
    CHECK(count_code_points(snippet.text) <= 62);
    const auto cjk = snippet_of(std::string("東京") + text, search_terms("東京"), 10);
    CHECK(cjk.text.starts_with("東京"));
    CHECK(cjk.hits == std::vector<TextRange>{{0, 6}});
}

}  // namespace
}  // namespace roost::text
