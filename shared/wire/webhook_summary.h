// What a webhook is about in a few words, for people who look through the log of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// As Meta names them, each once, in the order in which they come, and not more than a line holds.
struct WebhookSummary {
    std::vector<std::string> fields;  // "messages", "message_template_status_update", "messaging"
    std::vector<std::string>
        kinds;  // of messages and statuses and what happened: "image", "delivered", "APPROVED"

    bool operator==(const WebhookSummary&) const = default;
};

// Empty for what is no JSON, or not of Meta's form.
WebhookSummary summarise_webhook(std::string_view body);

}  // namespace roost
