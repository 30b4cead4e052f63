#include "shared/wire/search.h"

#include <doctest/doctest.h>

#include "shared/messages/searchable.h"
#include "tests/support/builders.h"

namespace roost {
namespace {

TEST_CASE("search: an answer comes back as it was written") {
    SearchPage page;
    page.conversations = {test::make_conversation(1)};
    page.messages = {
        {{5}, {1}, test::kNoon, Direction::kOutbound, "text", {"the inverter", {{4, 12}}}},
        {{4}, {2}, test::kNoon - kSecond, Direction::kInbound, "image", {"بيت", {}}}};
    page.rows = {{{1}, test::make_conversation(1)}, {{2}, test::make_conversation(2)}};
    page.next = "12_4";
    page.total = 2;
    page.is_partial = true;
    const auto read = read_search_page(write_search_page(page));
    REQUIRE(read);
    CHECK(*read == page);
    CHECK(read_search_page(write_search_page({}))->messages.empty());
}

TEST_CASE("search: hits that do not fit their snippet are left out") {
    const auto read = read_search_page(
        R"({"messages":[{"message_id":"1","conversation_id":"1","at":"2026-11-21T12:00:00.000Z","snippet":"abc",
            "hits":[[0,2],[1,3],[2,9],[3,3],[-1,2],["a",2],[2,3],7]}]})"
    );
    REQUIRE(read);
    CHECK(read->messages[0].snippet.hits == std::vector<text::TextRange>{{0, 2}, {2, 3}});
    CHECK_FALSE(read_search_page("[]"));
    CHECK_FALSE(read_search_page(R"({"messages":[{"message_id":"1"}]})"));
}

TEST_CASE("search: people look for what they can read in a message") {
    CHECK(searchable_text(Text{"*bold* words", false}) == "bold words");
    Document document;
    document.filename = "Offer_2214.pdf";
    document.media.caption = "Our offer";
    CHECK(searchable_text(document) == "Offer_2214.pdf\nOur offer");
    CHECK(searchable_text(Sticker{}).empty());
    Contacts contacts;
    contacts.cards = {{"Ana", {"+254 7"}, {"ana@example.org"}, "Savanna"}};
    CHECK(searchable_text(contacts) == "Ana\nSavanna\n+254 7\nana@example.org");
}

}  // namespace
}  // namespace roost
