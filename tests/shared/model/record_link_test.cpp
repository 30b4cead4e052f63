#include "shared/model/record_link.h"

#include <doctest/doctest.h>

#include "shared/model/reach.h"
#include "tests/support/builders.h"

namespace roost {
namespace {

const RecordRef kProject{"project", "project_123"};
const RecordRef kLead{"lead", "7"};

RecordLink link_to(
    const RecordRef& record, std::string title = "", std::string url = "", std::int64_t id = 0
) {
    return {{id}, record, std::move(title), std::move(url)};
}

TEST_CASE("record link: what may name a record, and what of it may be kept") {
    CHECK(check_link(link_to(kProject, "Borehole", "https://erp.example/p/123")));
    CHECK(check_link(link_to({"petty_cash", "№ 4 / März"}, "", "http://localhost:8000/x")));
    const auto refused = {
        link_to({"", "1"}),
        link_to({"Project", "1"}),
        link_to({"a/b", "1"}),
        link_to({std::string(33, 'a'), "1"}),
        link_to({"project", ""}),
        link_to({"project", std::string(201, 'x')}),
        link_to({"project", "a\nb"}),
        link_to({"project", "a\x7f"}),
        link_to({"project", "\xff"}),
        link_to(kProject, std::string(201, 'x')),
        link_to(kProject, "a\tb"),
        link_to(kProject, "", "javascript:alert(1)"),
        link_to(kProject, "", "ftp://erp.example/"),
        link_to(kProject, "", "https://"),
        link_to(kProject, "", "https:///path"),
        link_to(kProject, "", "https://a b"),
        link_to(kProject, "", "https://a\"onload="),
        link_to(kProject, "", "https://" + std::string(2'000, 'x')),
    };
    for (const auto& link : refused) {
        CAPTURE(link.record.type);
        CAPTURE(link.record.id);
        CAPTURE(link.url);
        CHECK_FALSE(check_link(link));
    }
}

TEST_CASE("record link: the types of the settings") {
    CHECK(
        parse_record_types("project, petty_cash,lead,, lead").value() ==
        std::vector<std::string>{"project", "petty_cash", "lead"}
    );
    CHECK_FALSE(parse_record_types(""));
    CHECK_FALSE(parse_record_types(" , "));
    CHECK_FALSE(parse_record_types("project, Ünicode"));
}

TEST_CASE("record link: the same again changes title and address at most, and forgets neither") {
    RecordLinks links;
    CHECK(
        take_link(links, link_to(kProject, "Borehole", "https://erp.example/123", 1)) == LinkChange::kAdded
    );
    CHECK(take_link(links, link_to(kLead, "", "", 2)) == LinkChange::kAdded);
    CHECK(take_link(links, link_to(kProject)) == LinkChange::kNone);
    CHECK(take_link(links, link_to(kProject, "Borehole 2")) == LinkChange::kRenamed);
    REQUIRE(links.size() == 2);
    CHECK(links.front() == link_to(kProject, "Borehole 2", "https://erp.example/123", 1));
    while (links.size() < kMostLinks)
        CHECK(take_link(links, link_to({"project", std::to_string(links.size())})));
    const auto refused = take_link(links, link_to({"project", "one more"}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kConflict);
    CHECK(take_link(links, link_to(kLead, "Known")) == LinkChange::kRenamed);
}

TEST_CASE("record link: a message belongs by its conversation's link or by its own") {
    const RecordLinks project{link_to(kProject)};
    const RecordLinks lead{link_to(kLead)};
    CHECK(belongs_to(project, {}, kProject));
    CHECK(belongs_to({}, project, kProject));
    CHECK(belongs_to(project, lead, kLead));
    CHECK_FALSE(belongs_to(project, lead, {"project", "7"}));
    CHECK_FALSE(belongs_to({}, {}, kProject));
}

TEST_CASE("record link: what a host writes is read, or refused by the name of its field") {
    const auto read = [](const char* json) { return read_record(Json::parse(json), "entity."); };
    CHECK(read(R"({"type":"lead","id":" 7 ","title":"Ana","more":1})").value() == link_to(kLead, "Ana"));
    CHECK_FALSE(read(R"({"type":"lead","id":7})"));
    CHECK(read(R"({"type":"lead","id":7})").error().message.find("entity.id") != std::string::npos);
    CHECK_FALSE(read(R"({"type":"lead"})"));
    CHECK_FALSE(read("[]"));
    CHECK_FALSE(read("null"));
    const RecordLinks both{
        link_to(kProject, "Borehole", "https://erp.example", 4), link_to(kLead, "", "", 9)};
    CHECK(read_links(json_written_by([&](JsonWriter& out) { write_links(out, both); })) == both);
    CHECK(read_links(Json::parse(R"([{"type":"lead","id":"7"},3,{"link_id":"1"}])")).empty());
}

TEST_CASE("reach: who sees one record or one person alone sees those conversations and no others") {
    auto row = test::make_conversation(1);
    row.wa_id = "254712345678";
    row.links = {link_to(kProject), link_to(kLead)};
    auto other = test::make_conversation(2);
    other.wa_id = "254712345679";
    other.links = {link_to({"project", "project_1234"}), link_to({"lead", "project/project_123"})};
    for (const auto& reach : {reach_of(kProject), reach_of(kLead), reach_of_number("254712345678")}) {
        CAPTURE(reach);
        CHECK(is_reached(row, reach));
        CHECK_FALSE(is_reached(other, reach));
        CHECK_FALSE(is_reached(test::make_conversation(3), reach));
    }
    CHECK(is_reached(other, Reach()));
    CHECK(record_in(reach_of({"lead", "a/b c"})) == RecordRef{"lead", "a/b c"});
    CHECK_FALSE(record_in(reach_of_number("254712345678")));
    CHECK(number_in(reach_of_number("254712345678")) == "254712345678");
    // One number, as people in Brazil dial it and as WhatsApp knows it.
    CHECK(reach_of_number("5511987654321") == reach_of_number("551187654321"));
}

TEST_CASE("reach: what is told to such a reader names no other record, and counts nothing they do not see") {
    auto row = test::make_conversation(1);
    row.links = {link_to(kProject, "Mine"), link_to(kLead, "Not mine")};
    auto message = test::make_message(1, 1);
    message.links = {link_to(kLead, "Not mine")};
    const Event event{{5}, MessageAdded{message, row, {9, 9, 0, 0}}};
    const auto audience = audience_of(row);
    const auto seen = narrowed(event, reach_of(kProject), {audience, true});
    const auto& added = std::get<MessageAdded>(seen.payload);
    CHECK(added.conversation.links == RecordLinks{link_to(kProject, "Mine")});
    CHECK(added.message.links.empty());
    CHECK(added.counts == UnreadCounts{});
    CHECK(added.was_unread == true);
    CHECK(narrowed(event, Reach(), {audience, true}) == event);
}

}  // namespace
}  // namespace roost
