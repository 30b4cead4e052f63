// Ready-made values for tests: name what the test is about, everything else is plausible.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost::test {

inline constexpr UnixMillis kNoon = 1'795'262'400'000;  // 2026-11-21T12:00:00Z
inline constexpr std::string_view kNumberId = "106540352242922";
inline constexpr std::string_view kBusinessAccount = "102290129340398";
inline constexpr std::string_view kBusinessNumber = "15550783881";
inline constexpr std::string_view kCustomer = "254712345678";

// Inbound text, one second after the message with the id before it.
inline Message make_message(std::int64_t id, std::int64_t conversation = 1) {
    Message message;
    message.id = MessageId{id};
    message.conversation = ConversationId{conversation};
    message.rev = EventSeq{id};
    message.at = kNoon + id * kSecond;
    message.wamid = "wamid.IN" + std::to_string(id);
    message.content = Text{"message " + std::to_string(id), false};
    return message;
}

// Outbound text, queued, with the client_ref "ref-<id>".
inline Message make_outbound(std::int64_t id, std::int64_t conversation = 1) {
    Message message = make_message(id, conversation);
    message.direction = Direction::kOutbound;
    message.status = DeliveryStatus::kQueued;
    message.wamid.clear();
    message.client_ref = "ref-" + std::to_string(id);
    message.sent_by = AgentId{1};
    return message;
}

// What the client shows before the server has answered; becomes make_outbound(id).
inline Message make_echo(std::int64_t id, std::int64_t conversation = 1) {
    Message echo = make_outbound(id, conversation);
    echo.id = MessageId{};
    echo.rev = EventSeq{};
    return echo;
}

inline Conversation make_conversation(std::int64_t id) {
    Conversation conversation;
    conversation.id = ConversationId{id};
    conversation.rev = EventSeq{1};
    conversation.account = AccountId{1};
    conversation.contact_name = "Customer " + std::to_string(id);
    conversation.wa_id = std::to_string(254700000000 + id);
    return conversation;
}

// The row as it is once `message` is its last.
inline Conversation row_after(const Message& message) {
    Conversation row = make_conversation(message.conversation.value);
    row.rev = message.rev;
    row.last = summarise(message);
    if (message.direction == Direction::kInbound) {
        row.unread = 1;
        row.last_inbound_at = message.at;
    }
    return row;
}

// The `value` of a WhatsApp change, still without messages or statuses.
inline Json whatsapp_value() {
    Json value = Json::object();
    value["messaging_product"] = "whatsapp";
    value["metadata"]["display_phone_number"] = kBusinessNumber;
    value["metadata"]["phone_number_id"] = kNumberId;
    return value;
}

inline Json whatsapp_payload(Json value, std::string_view field = "messages") {
    Json change = Json::object();
    change["field"] = field;
    change["value"] = std::move(value);
    Json entry = Json::object();
    entry["id"] = kBusinessAccount;
    entry["changes"].push_back(std::move(change));
    Json payload = Json::object();
    payload["object"] = "whatsapp_business_account";
    payload["entry"].push_back(std::move(entry));
    return payload;
}

struct InboundText {
    std::string wamid = "wamid.TEXT1";
    std::string from{kCustomer};
    std::string name = "Amina Yusuf";
    std::string text = "Habari!";
    UnixMillis at = kNoon;
    std::string number_id{kNumberId};
};

inline Json text_message(const InboundText& text) {
    Json message = Json::object();
    message["from"] = text.from;
    message["id"] = text.wamid;
    message["timestamp"] = std::to_string(text.at / kSecond);
    message["type"] = "text";
    message["text"]["body"] = text.text;
    return message;
}

// One POST with all these messages, as Meta batches them.
inline std::string text_webhook(const std::vector<InboundText>& texts) {
    Json value = whatsapp_value();
    for (const InboundText& text : texts) {
        value["metadata"]["phone_number_id"] = text.number_id;
        Json contact = Json::object();
        contact["profile"]["name"] = text.name;
        contact["wa_id"] = text.from;
        value["contacts"].push_back(std::move(contact));
        value["messages"].push_back(text_message(text));
    }
    return dump_json(whatsapp_payload(std::move(value)));
}

inline std::string text_webhook(const InboundText& text) {
    return text_webhook(std::vector<InboundText>{text});
}

// A photo with this id of Meta's; the hash may be left out.
inline std::string photo_webhook(
    const std::string& wamid,
    const std::string& media_id,
    const std::string& sha256 = "",
    UnixMillis at = kNoon
) {
    InboundText text;
    text.wamid = wamid;
    text.at = at;
    Json message = text_message(text);
    message.erase("text");
    message["type"] = "image";
    message["image"]["id"] = media_id;
    message["image"]["mime_type"] = "image/jpeg";
    message["image"]["caption"] = "The roof";
    if (!sha256.empty()) message["image"]["sha256"] = sha256;
    Json value = whatsapp_value();
    Json contact = Json::object();
    contact["profile"]["name"] = text.name;
    contact["wa_id"] = text.from;
    value["contacts"].push_back(std::move(contact));
    value["messages"].push_back(std::move(message));
    return dump_json(whatsapp_payload(std::move(value)));
}

struct StatusReport {
    std::string wamid = "wamid.OUT1";
    std::string status = "delivered";
    std::string recipient{kCustomer};
    UnixMillis at = kNoon;
    std::string callback_data{};  // left out when empty
    int error_code = 0;           // with status "failed"
    std::string number_id{kNumberId};
    std::string category{};  // of its pricing, which is left out when empty
};

inline std::string status_webhook(const std::vector<StatusReport>& reports) {
    Json value = whatsapp_value();
    for (const StatusReport& report : reports) {
        value["metadata"]["phone_number_id"] = report.number_id;
        Json status = Json::object();
        status["id"] = report.wamid;
        status["status"] = report.status;
        status["timestamp"] = std::to_string(report.at / kSecond);
        status["recipient_id"] = report.recipient;
        if (!report.callback_data.empty()) status["biz_opaque_callback_data"] = report.callback_data;
        if (!report.category.empty()) {
            status["pricing"] = Json{
                {"billable", report.category != "service"},
                {"pricing_model", "PMP"},
                {"category", report.category}};
        }
        if (report.error_code != 0) {
            Json error = Json::object();
            error["code"] = report.error_code;
            error["title"] = "Message could not be delivered";
            status["errors"].push_back(std::move(error));
        }
        value["statuses"].push_back(std::move(status));
    }
    return dump_json(whatsapp_payload(std::move(value)));
}

inline std::string status_webhook(const StatusReport& report) {
    return status_webhook(std::vector<StatusReport>{report});
}

}  // namespace roost::test
