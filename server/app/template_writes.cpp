#include "server/app/template_writes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "shared/base/json.h"

namespace roost {

namespace {

constexpr std::string_view kAbout = "message_template_id";

// By Meta's id, or by name and language, which are never those of two.
Result<std::optional<MessageTemplate>> template_of(
    Transaction& transaction, std::string_view waba, const Json& value
) {
    const auto name = string_or(value, "message_template_name", "");
    const auto language = string_or(value, "message_template_language", "");
    const auto id = text_or_number(value, kAbout);
    ASSIGN_OR_RETURN(const auto known, transaction.templates_named(waba, name));
    for (const auto& one : known) {
        if (one.id == id || is_same_language(one.language, language)) return one;
    }
    return std::nullopt;
}

// The state that an event leads to; empty if it does not change it (FLAGGED).
std::string status_after(const std::string& event) {
    if (event == "REINSTATED") return "APPROVED";
    return event == "FLAGGED" ? "" : event;
}

// Takes over what the webhook tells. False if it tells of something that only Meta's list has.
bool learn(MessageTemplate& pattern, std::string_view field, const Json& value) {
    if (field == "message_template_status_update") {
        const auto status = status_after(string_or(value, "event", ""));
        if (!status.empty()) pattern.status = status;
        pattern.reason = string_or(value, "reason", "");
        return true;
    }
    if (field == "message_template_quality_update") {
        pattern.quality = string_or(value, "new_quality_score", pattern.quality);
        return true;
    }
    if (field == "template_category_update") {
        pattern.category = string_or(value, "new_category", pattern.category);
        return true;
    }
    return false;
}

}  // namespace

Result<bool> take_template_notice(Transaction& transaction, const Notice& notice) {
    const auto value = parse_json(notice.raw);
    if (!value || text_or_number(*value, kAbout).empty()) return false;
    const auto& waba = notice.account_key;
    ASSIGN_OR_RETURN(const auto known, template_of(transaction, waba, *value));
    auto changed = known.value_or(MessageTemplate{});
    if (!known || !learn(changed, notice.field, *value)) {
        RETURN_IF_ERROR(want_template_sync(transaction, waba));
        return true;
    }
    if (changed.status == "DELETED") {
        RETURN_IF_ERROR(transaction.remove_template(waba, changed.id));
    } else if (changed == *known) {
        return false;
    } else {
        RETURN_IF_ERROR(transaction.put_template(waba, changed));
    }
    RETURN_IF_ERROR(tell_templates_changed(transaction));
    return true;
}

Result<bool> replace_templates(
    Transaction& transaction, std::string_view waba, const std::vector<MessageTemplate>& listed
) {
    ASSIGN_OR_RETURN(const auto before, transaction.templates(waba));
    std::map<std::string, const MessageTemplate*> left;
    for (const auto& one : before)
        left[one.id] = &one;
    bool has_changed = false;
    for (const auto& one : listed) {
        const auto known = left.find(one.id);
        const bool is_same = known != left.end() && *known->second == one;
        if (known != left.end()) left.erase(known);
        if (is_same) continue;
        RETURN_IF_ERROR(transaction.put_template(waba, one));
        has_changed = true;
    }
    for (const auto& [id, gone] : left)
        RETURN_IF_ERROR(transaction.remove_template(waba, id));
    return has_changed || !left.empty();
}

Status want_template_sync(Transaction& transaction, std::string_view waba, UnixMillis due_at) {
    ASSIGN_OR_RETURN(const auto known, transaction.template_sync(waba));
    auto sync = known.value_or(TemplateSync{});
    sync.waba = waba;
    sync.due_at = known ? std::min(sync.due_at, due_at) : due_at;
    RETURN_IF_ERROR(transaction.put_template_sync(sync));
    return tell_templates_changed(transaction);
}

Status tell_templates_changed(Transaction& transaction) {
    return transaction.append_event({transaction.take_seq(), TemplatesChanged{}});
}

}  // namespace roost
