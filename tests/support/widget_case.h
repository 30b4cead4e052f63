// A server with two customers on records of their own, and a page of a site that sees the first alone.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "server/app/link_records.h"
#include "shared/base/json.h"
#include "tests/support/builders.h"
#include "tests/support/embed_case.h"
#include "tests/support/http_scenario.h"
#include "tests/support/media_samples.h"

namespace roost::test {

inline const RecordRef kOwnRecord{"project", "project_123"};
inline const RecordRef kOtherRecord{"project", "project_999"};
inline constexpr const char* kHostOrigin = "https://crm.example";

struct WidgetCase {
    WidgetCase() {
        own = writes("254712345678", "Amina", "Habari Amina");
        other = writes("447700900123", "Benjamin Hidden", "hidden words of Ben");
        own_link = link(own, kOwnRecord, "Borehole");
        other_link = link(other, kOtherRecord, "Hidden record");
        own_file = sends_photo(own, 64);
        other_file = sends_photo(other, 96);
        const auto made =
            json(server.as_ana("POST", "/api/v1/sites", R"({"name":"CRM","origins":["https://crm.example"]})")
            );
        site = string_or(member(made, "site"), "id", "");
        secret = string_or(made, "secret", "");
        REQUIRE_FALSE(secret.empty());
    }

    static Json json(const HttpAnswer& answer) { return parse_json(answer.body).value_or(Json()); }

    ConversationId writes(const std::string& number, const std::string& name, const std::string& words) {
        InboundText text;
        text.wamid = "wamid." + number + "." + std::to_string(++count_);
        text.from = number;
        text.name = name;
        text.text = words;
        text.at = server.clock.now();
        REQUIRE(server.webhook(text_webhook(text)).status == 200);
        const auto rows = server.store().list_conversations({});
        REQUIRE(rows);
        for (const auto& row : rows->conversations)
            if (row.wa_id == number) return row.id;
        return {};
    }
    LinkId link(ConversationId to, const RecordRef& record, std::string title) {
        const Principal ana{AgentId{1}, AgentRole::kAdmin};
        const auto made =
            link_to_record(server.deps(), {ana, ""}, {to, {}}, {{}, record, std::move(title), ""});
        REQUIRE(made);
        return made->row.link.id;
    }
    std::string upload(const std::string& bytes, const std::string& token) {
        const auto answer = server.ask("POST", "/api/v1/media", bearer(token), bytes);
        REQUIRE(answer.status == 201);
        return string_or(json(answer), "id", "");
    }
    std::string sends_photo(ConversationId to, std::uint32_t width) {
        auto id = upload(jpeg_file(width, 48), server.token());
        const auto body = R"({"type":"image","image":{"file":")" + id + R"("}})";
        const auto path = "/api/v1/conversations/" + to_string(to) + "/messages";
        REQUIRE(server.as_ana("POST", path, body).status == 202);
        return id;
    }
    std::vector<Message> messages_of(ConversationId id) {
        MessageQuery query;
        query.conversation = id;
        const auto page = server.store().list_messages(query);
        REQUIRE(page);
        return page->messages;
    }

    EmbedToken token() {
        return {site, "ana@example.org", server.clock.now(), "jti-" + std::to_string(++count_)};
    }
    HttpAnswer open(const std::string& text, const HeaderList& headers = {}) const {
        return server.ask("POST", "/api/v1/widget/session", headers, R"({"token":")" + text + R"("})");
    }
    std::string session_for(const EmbedToken& made) const {
        const auto answer = open(made.signed_with(secret));
        REQUIRE(answer.status == 200);
        return string_or(json(answer), "access_token", "");
    }
    std::string narrow() { return session_for(token().for_record(kOwnRecord.type, kOwnRecord.id)); }

    static HeaderList bearer(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }

    TestServer server;
    ConversationId own;
    ConversationId other;
    LinkId own_link;
    LinkId other_link;
    std::string own_file;
    std::string other_file;
    std::string site;
    std::string secret;

  private:
    int count_ = 0;
};

}  // namespace roost::test
