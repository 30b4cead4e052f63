#include "shared/model/charge.h"

#include <algorithm>

namespace roost {

std::optional<Charge> read_charge(const Json& json) {
    Charge charge;
    charge.category = string_or(json, "category", "");
    if (charge.category.empty()) return std::nullopt;
    charge.is_billable = optional_bool(json, "billable").value_or(false);
    charge.type = string_or(json, "type", "");
    charge.model = string_or(json, "pricing_model", "");
    charge.conversation = string_or(json, "conversation", "");
    charge.origin = string_or(json, "origin", "");
    return charge;
}

void write_charge(JsonWriter& out, const Charge& charge) {
    out.begin_object().key("billable").boolean(charge.is_billable).text_member("category", charge.category);
    out.text_member("type", charge.type).text_member("pricing_model", charge.model);
    if (!charge.conversation.empty()) out.text_member("conversation", charge.conversation);
    if (!charge.origin.empty()) out.text_member("origin", charge.origin);
    out.end_object();
}

std::optional<Charge> later_charge(const std::optional<Charge>& known, const std::optional<Charge>& news) {
    return std::max(known, news);
}

}  // namespace roost
