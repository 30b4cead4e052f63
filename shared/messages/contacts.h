// Address cards. The body is an array, not an object.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Contacts {
    static constexpr std::string_view kType = "contacts";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Contacts read(const Json& body);

    struct Card {
        std::string name;
        std::vector<std::string> phones;
        std::vector<std::string> emails;
        std::string organisation;
        std::string wa_id = {};     // under which WhatsApp knows the first of the phones; may be empty
        std::string position = {};  // "Sales, project lead"
        std::vector<std::string> addresses = {};  // each in one line
        std::vector<std::string> urls = {};
        std::string birthday = {};  // YYYY-MM-DD
        std::string raw = {};       // the whole card as JSON, if it says more than all that

        bool operator==(const Card&) const = default;
    };
    std::vector<Card> cards;

    bool operator==(const Contacts&) const = default;
};

Json write_contacts(const Contacts& content);
void write_body(JsonWriter& out, const Contacts& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Contacts& content);

}  // namespace roost
