// Webhooks beyond texts and statuses: what a number that is also used on a phone brings.
#pragma once

#include <string>
#include <utility>

#include "tests/support/builders.h"

namespace roost::test {

// The business wrote from its phone.
inline std::string echo_webhook(const std::string& wamid, UnixMillis at) {
    Json value = whatsapp_value();
    InboundText text;
    text.wamid = wamid;
    text.at = at;
    text.from = kBusinessNumber;
    text.text = "From the phone";
    Json message = text_message(text);
    message["to"] = kCustomer;
    value["message_echoes"].push_back(std::move(message));
    return dump_json(whatsapp_payload(std::move(value), "smb_message_echoes"));
}

// A message of the customer's from before the number was connected.
inline std::string history_webhook(const std::string& wamid, UnixMillis at) {
    Json value = whatsapp_value();
    InboundText text;
    text.wamid = wamid;
    text.at = at;
    Json message = text_message(text);
    message["history_context"]["status"] = "READ";
    Json thread = Json::object();
    thread["id"] = kCustomer;
    thread["messages"].push_back(std::move(message));
    Json chunk = Json::object();
    chunk["metadata"]["phase"] = 0;
    chunk["threads"].push_back(std::move(thread));
    value["history"].push_back(std::move(chunk));
    return dump_json(whatsapp_payload(std::move(value), "history"));
}

// The customer's text as an answer to another message.
inline std::string answer_webhook(const InboundText& text, const std::string& quoted) {
    Json message = text_message(text);
    message["context"]["from"] = kBusinessNumber;
    message["context"]["id"] = quoted;
    Json value = whatsapp_value();
    value["messages"].push_back(std::move(message));
    return dump_json(whatsapp_payload(std::move(value)));
}

inline Json change_message(
    const std::string& wamid, const std::string& type, const std::string& target, UnixMillis at
) {
    Json message = Json::object();
    message["from"] = kCustomer;
    message["id"] = wamid;
    message["timestamp"] = std::to_string(at / kSecond);
    message["type"] = type;
    message[type]["original_message_id"] = target;
    return message;
}

inline std::string edit_webhook(
    const std::string& wamid, const std::string& target, const std::string& body, UnixMillis at
) {
    Json message = change_message(wamid, "edit", target, at);
    message["edit"]["message"]["type"] = "text";
    message["edit"]["message"]["text"]["body"] = body;
    Json value = whatsapp_value();
    value["messages"].push_back(std::move(message));
    return dump_json(whatsapp_payload(std::move(value)));
}

inline std::string revoke_webhook(const std::string& wamid, const std::string& target, UnixMillis at) {
    Json value = whatsapp_value();
    value["messages"].push_back(change_message(wamid, "revoke", target, at));
    return dump_json(whatsapp_payload(std::move(value)));
}

}  // namespace roost::test
