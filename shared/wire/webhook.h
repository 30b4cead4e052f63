// Meta's webhook payload → what it says, item by item (cloud-api §7.4, §8, §9, §15). Nothing is skipped: what
// is not understood becomes a Notice with its raw JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost {

// Who wrote or is written to, as far as the payload tells. For messages and changes wa_id or user_id is set:
// what names nobody is a Notice with the event "no_sender".
struct Person {
    std::string wa_id;
    std::string user_id;
    std::string name;

    bool operator==(const Person&) const = default;
};

// A message from the customer, or (is_echo) one the business sent from another device.
struct IncomingMessage {
    Platform platform = Platform::kWhatsApp;
    std::string account_key;  // phone-number id, page id or Instagram id
    Person person;
    std::string wamid;  // never empty: "noid:" and a fingerprint of the message if Meta gave none
    UnixMillis at = 0;
    bool is_echo = false;
    bool is_history = false;  // synchronised from the phone (field `history`): never counts as unread
    DeliveryStatus status =
        DeliveryStatus::kReceived;  // echoes: what is known of it, kSent unless history says more
    Content content;
    Context context;
    std::optional<Failure> failure = {};  // what Meta says went wrong with it, in Meta's words
    std::string
        raw;  // the message object as JSON where `content` does not say it all: a kind not known, an ad it
              // came from, an error in it. Empty otherwise, since the store keeps the whole payload anyway.

    bool operator==(const IncomingMessage&) const = default;
};

struct IncomingStatus {
    Platform platform = Platform::kWhatsApp;
    std::string account_key;
    std::string wamid;
    DeliveryStatus status = DeliveryStatus::kSent;
    UnixMillis at = 0;
    std::string callback_data;  // our message id, if we sent it
    Person recipient;
    Person participant = {};         // whose phone this is, of a group: the recipient is the group then
    std::optional<Failure> failure;  // sentence filled from Meta's title; server/cloud/errors replaces it
    std::optional<Charge> charge = {};

    bool operator==(const IncomingStatus&) const = default;
};

// The customer edited or deleted an earlier message (coexistence), or reacted to one.
struct IncomingChange {
    std::string account_key;
    std::string target_wamid;
    Person person;
    UnixMillis at = 0;
    std::string wamid;
    std::optional<Content> new_content;  // absent = revoked
    std::string raw;
    Platform platform = Platform::kWhatsApp;
    bool is_echo =
        false;  // the business changed its own message, from another device; `person` is the customer

    bool operator==(const IncomingChange&) const = default;
};

// Everything else: account, template and number notices, calls, groups, fields not invented yet.
struct Notice {
    std::string field;  // "account_update", …, or "unknown"
    std::string event;  // its own kind, when it has one
    std::string account_key;
    std::string raw;
    UnixMillis at = 0;  // of the entry, by Meta's clock; 0 = not told

    bool operator==(const Notice&) const = default;
};

using WebhookItem = std::variant<IncomingMessage, IncomingStatus, IncomingChange, Notice>;

struct ParsedWebhook {
    std::string object;  // "whatsapp_business_account", "page", "instagram"
    int entries = 0;
    int changes = 0;
    std::vector<WebhookItem> items;

    bool operator==(const ParsedWebhook&) const = default;
};

// kInvalid only if the text is no JSON object. `received_at` stands in where the payload has no usable time.
Result<ParsedWebhook> parse_webhook(std::string_view body, UnixMillis received_at);

}  // namespace roost
