// Webhook bodies as Meta writes, escapes and signs them (cloud-api §7, §9). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"

namespace roost::simulator {

// Whose webhooks these are.
struct BusinessNumber {
    std::string waba_id;
    std::string phone_number_id;
    std::string display_phone_number;  // digits
};

// One thing to tell: an element of `messages` or `statuses`, or the value of another field.
struct News {
    enum class Kind { kMessage, kStatus, kField };
    Kind kind = Kind::kMessage;
    Json item;
    Json contact;       // null if none goes with it
    std::string field;  // for kField
};

// Compact JSON with everything outside ASCII as lower-case \uXXXX and every "/" as "\/".
std::string meta_escaped(const Json& json);

// "sha256=" and 64 lower-case hexadecimal digits over exactly these bytes.
std::string signature_of(std::string_view secret, std::string_view bytes);
std::string sha256_hex(std::string_view bytes);
std::string sha256_base64(std::string_view bytes);

// Neighbours of one kind share a change, ten at most, so that a batch has several changes and several items.
Json webhook_of(const BusinessNumber& number, const std::vector<News>& news);

// The frame of every `value`: messaging_product and metadata.
Json value_frame(const BusinessNumber& number);
// Of a number, or of a business-scoped id.
Json contact_of(std::string_view wa_id, std::string_view name);

}  // namespace roost::simulator
