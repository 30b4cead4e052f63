#include "shared/messages/content.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "shared/base/utf8.h"
#include "shared/wire/webhook.h"

using namespace roost;

namespace {

template <std::size_t... kIndex>
std::set<std::string> type_names(std::index_sequence<kIndex...>) {
    return {std::string(std::variant_alternative_t<kIndex, Content>::kType)...};
}

std::string fixture(const std::string& type) {
    const auto path =
        std::filesystem::path(ROOST_SOURCE_DIR) / "tests" / "fixtures" / "webhooks" / (type + ".json");
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The one message of the sample of a type.
IncomingMessage sample(const std::string& type) {
    const auto webhook = parse_webhook(fixture(type), 1'795'262'400'000);
    REQUIRE(webhook);
    REQUIRE(webhook->items.size() == 1);
    const auto* message = std::get_if<IncomingMessage>(&webhook->items.front());
    REQUIRE(message != nullptr);
    return *message;
}

}  // namespace

TEST_CASE("content: every kind has a sample, is read from it and survives being written") {
    const auto names = type_names(std::make_index_sequence<std::variant_size_v<Content>>());
    CHECK(names.size() >= 16);
    for (const std::string& name : names) {
        CAPTURE(name);
        const IncomingMessage message = sample(name);
        CHECK(content_type(message.content) == (name == "unsupported" ? "poll" : name));
        CHECK(parse_content(write_content(message.content)) == message.content);
        CHECK(
            dump_json(write_content(message.content)) ==
            dump_json(write_content(parse_content(write_content(message.content))))
        );
        const std::string line = english(preview(message.content));
        CHECK_FALSE(line.empty());
        CHECK(line.find('\n') == std::string::npos);
    }
}

TEST_CASE("content: what has no words of its own is told by its kind") {
    CHECK(preview(Content(Image{})) == Preview{PreviewKind::kPhoto, "", 0});
    CHECK(preview(sample("contacts").content) == Preview{PreviewKind::kContacts, "Juma Otieno", 1});
    CHECK(preview(Content(Order{"1", "", 3, ""})) == Preview{PreviewKind::kOrder, "", 3});
    for (int kind = 0; kind <= static_cast<int>(PreviewKind::kUnshown); ++kind) {
        const auto one = static_cast<PreviewKind>(kind);
        CHECK(parse_preview_kind(preview_kind_name(one)) == one);
    }
    CHECK(parse_preview_kind("hologram") == PreviewKind::kWords);
}

TEST_CASE("content: a preview says what a person would read first") {
    CHECK(english(preview(sample("image").content)) == "South side, as it looks right now");
    CHECK(english(preview(Content(Image{}))) == "Photo");
    CHECK(english(preview(sample("audio").content)) == "Voice message");
    CHECK(english(preview(Content(Document{{}, "plan.pdf"}))) == "plan.pdf");
    CHECK(english(preview(sample("contacts").content)) == "Juma Otieno and 1 more");
    CHECK(english(preview(sample("reaction").content)) == "Reacted 👍");
    CHECK(english(preview(Content(Reaction{"wamid.x", ""}))) == "Removed a reaction");
    CHECK(english(preview(sample("interactive").content)) == "Thursday morning");
    CHECK(english(preview(sample("unsupported").content)) == "Message that cannot be shown (poll)");
    CHECK(english(preview(Content(Text{" a\r\n\u2028 b\tc\x01 ", false}))) == "a b c");
    CHECK(english(preview(Content(Text{"\n", false}))) == "Empty message");
    CHECK(english(preview(sample("call").content)) == "Call of 75 seconds");
    CHECK(english(preview(Content(Order{"1", "", 1, ""}))) == "Order of 1 item");
}

TEST_CASE("content: what is not understood is kept whole") {
    const Json hologram = *parse_json(R"({"id":"wamid.1","type":"hologram","hologram":{"depth":3}})");
    const Content content = parse_content(hologram);
    REQUIRE(std::holds_alternative<Unsupported>(content));
    CHECK(content_type(content) == "hologram");
    CHECK(*parse_json(std::get<Unsupported>(content).raw) == hologram);
    CHECK(parse_content(write_content(content)) == content);
}

TEST_CASE("content: a body that is missing or of the wrong shape is unsupported, not empty") {
    for (const char* text :
         {R"({"type":"text"})",
          R"({"type":"text","text":"Hi"})",
          R"({"type":"image","image":[]})",
          R"({"type":"contacts","contacts":{}})",
          R"({"type":7})",
          R"({})",
          R"([])",
          R"("text")",
          R"({"type":"interactive","interactive":null})"}) {
        CAPTURE(text);
        const Content content = parse_content(*parse_json(text));
        CHECK(std::holds_alternative<Unsupported>(content));
        CHECK(parse_content(write_content(content)) == content);
    }
}

TEST_CASE("content: members of the wrong type are left empty") {
    CHECK(
        parse_content(*parse_json(R"({"type":"text","text":{"body":7,"preview_url":"yes"}})")) ==
        Content(Text{})
    );
    const auto image =
        std::get<Image>(parse_content(*parse_json(R"({"type":"image","image":{"id":12345,"caption":{}}})")));
    CHECK(image.media.id == "12345");
    CHECK(image.media.caption.empty());
    const auto contacts =
        std::get<Contacts>(parse_content(*parse_json(R"({"type":"contacts","contacts":[1,null,{}]})")));
    CHECK(contacts.cards.size() == 3);
}

TEST_CASE("content: a template keeps what is sent apart from what is read") {
    Template content;
    content.name = "delivery_day";
    content.language = "en";
    content.shown.body = "Your delivery comes on Thursday.";
    content.shown.header = TemplateHeader::kDocument;
    content.shown.media.file.id = "abc";
    content.shown.filename = "plan.pdf";
    content.shown.footer = "Savanna Solar";
    content.shown.buttons = {
        {TemplateButton::Kind::kUrl, "Open", "https://x.example/1"},
        {TemplateButton::Kind::kReply, "Yes", ""}};
    content.shown.location.name = "Nyali";
    content.cards.resize(2);
    content.cards[1].title = "A card";
    content.raw = R"({"language":{"code":"en"},"name":"delivery_day"})";
    CHECK(parse_content(write_content(content)) == Content(content));
    content.raw = "not JSON";
    CHECK(member(write_template(content), "name") == "delivery_day");
}
