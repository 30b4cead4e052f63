// What the readers of the three platforms share. Used by webhook*.cpp alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/wire/webhook.h"

namespace roost {

// Where a piece of a payload was found.
struct PayloadPlace {
    Platform platform = Platform::kWhatsApp;
    std::string field;
    std::string account_key;
    UnixMillis received_at = 0;
    UnixMillis told_at = 0;  // of the entry; 0 = it does not say
};

// Every element of a list; a thing that should have been in a list counts as a list of one.
template <class Visit>
void for_each_element(const Json& list, Visit&& visit) {
    if (list.is_array()) {
        for (const Json& element : list)
            visit(element);
    } else if (!list.is_null()) {
        visit(list);
    }
}

// Seconds or milliseconds, as number or text. `received_at` for what is missing or no time near it.
UnixMillis time_in(const Json& object, std::string_view key, UnixMillis received_at);
// A name for a message that came without one: the same message gets the same name every time.
std::string name_by_content(const PayloadPlace& origin, const Json& message);
Notice notice(const PayloadPlace& origin, std::string event, const Json& raw);
// The first of its `errors`, in Meta's words; absent without any.
std::optional<Failure> failure_in(const Json& holder);

// One change of a WhatsApp account. `value` is what belongs to origin.field.
void read_whatsapp_change(const PayloadPlace& origin, const Json& value, ParsedWebhook& out);
// One status (cloud-api §9.4).
void read_whatsapp_status(const PayloadPlace& origin, const Json& status, ParsedWebhook& out);
// One element of `messaging` or `standby` of a page or an Instagram account (cloud-api §15).
void read_messaging_event(const PayloadPlace& origin, const Json& event, ParsedWebhook& out);

}  // namespace roost
