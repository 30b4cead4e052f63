#include "shared/wire/webhook_summary.h"

#include <doctest/doctest.h>

namespace roost {

TEST_CASE("webhook summary: fields and kinds, each once, as Meta names them") {
    struct Case {
        const char* body;
        WebhookSummary expected;
    };
    const Case cases[] = {
        {R"({"entry":[{"changes":[{"field":"messages","value":{"messages":[{"type":"text"},{"type":"image"},)"
         R"({"type":"text"}]}}]}]})",
         {{"messages"}, {"text", "image"}}},
        {R"({"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"status":"delivered"}]}}]},)"
         R"({"changes":[{"field":"message_template_status_update","value":{"event":"APPROVED"}}]}]})",
         {{"messages", "message_template_status_update"}, {"delivered", "APPROVED"}}},
        {R"({"entry":[{"changes":[{"field":"smb_message_echoes","value":{"message_echoes":[{"type":"audio"}]}}]}]})",
         {{"smb_message_echoes"}, {"audio"}}},
        {R"({"object":"page","entry":[{"messaging":[{"message":{"mid":"m"}},{"read":{"watermark":1}}]}]})",
         {{"messaging"}, {"message", "read"}}},
        {R"({"entry":[{"changes":[{"field":7,"value":"none"}],"messaging":{}},3]})", {{}, {}}},
        {"{\"entry\":", {{}, {}}},
        {"", {{}, {}}},
    };
    for (const auto& [body, expected] : cases) {
        CAPTURE(body);
        CHECK(summarise_webhook(body) == expected);
    }
}

TEST_CASE("webhook summary: what is invented without end stays a line") {
    std::string body = R"({"entry":[{"changes":[)";
    for (int i = 0; i < 100; ++i)
        body += R"({"field":")" + std::string(500, 'x') + std::to_string(i) + R"("},{"field":")" +
                std::to_string(i) + R"("},)";
    body += "{}]}]}";
    const auto summary = summarise_webhook(body);
    CHECK(summary.fields.size() == 6);
    CHECK(summary.fields.front().size() == 60);
}

}  // namespace roost
