#include "server/app/account_notices.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/model/phone_number.h"

namespace roost {

namespace {

// What Meta calls it, in which field, and where the rest of the sentence stands.
struct Known {
    std::string_view field;
    std::string_view event;
    NoticeKind kind;
};
// Told by other members than an event.
constexpr std::string_view kAnnounced = "announced";
constexpr std::string_view kRefusedHistory = "2593109";
constexpr std::array<Known, 40> kKnown{{
    {"message_template_status_update", "APPROVED", NoticeKind::kTemplateApproved},
    {"message_template_status_update", "REINSTATED", NoticeKind::kTemplateApproved},
    {"message_template_status_update", "REJECTED", NoticeKind::kTemplateRejected},
    {"message_template_status_update", "PAUSED", NoticeKind::kTemplatePaused},
    {"message_template_status_update", "DISABLED", NoticeKind::kTemplateDisabled},
    {"message_template_status_update", "FLAGGED", NoticeKind::kTemplateFlagged},
    {"message_template_status_update", "ARCHIVED", NoticeKind::kTemplateStopped},
    {"message_template_status_update", "LIMIT_EXCEEDED", NoticeKind::kTemplateStopped},
    {"message_template_status_update", "LOCKED", NoticeKind::kTemplateStopped},
    {"message_template_quality_update", "RED", NoticeKind::kTemplateFlagged},
    {"template_category_update", kAnnounced, NoticeKind::kTemplateCategorySoon},
    {"template_category_update", "", NoticeKind::kTemplateCategory},
    {"phone_number_quality_update", "FLAGGED", NoticeKind::kNumberFlagged},
    {"phone_number_quality_update", "UNFLAGGED", NoticeKind::kNumberUnflagged},
    {"phone_number_quality_update", "UPGRADE", NoticeKind::kNumberLimit},
    {"phone_number_quality_update", "DOWNGRADE", NoticeKind::kNumberLimit},
    {"phone_number_name_update", "APPROVED", NoticeKind::kNameApproved},
    {"phone_number_name_update", "REJECTED", NoticeKind::kNameRejected},
    {"phone_number_name_update", "DEFERRED", NoticeKind::kNameWaiting},
    {"phone_number_name_update", "PENDING", NoticeKind::kNameWaiting},
    {"account_update", "ACCOUNT_RESTRICTION", NoticeKind::kAccountRestricted},
    {"account_update", "ACCOUNT_VIOLATION", NoticeKind::kAccountRestricted},
    {"account_update", "DISABLE", NoticeKind::kAccountDisabled},
    {"account_update", "SCHEDULE_FOR_DISABLE", NoticeKind::kAccountDisabled},
    {"account_update", "REINSTATE", NoticeKind::kAccountRestored},
    {"account_update", "ACCOUNT_RECONNECTED", NoticeKind::kAccountRestored},
    {"account_update", "ACCOUNT_DELETED", NoticeKind::kDisconnected},
    {"account_update", "ACCOUNT_OFFBOARDED", NoticeKind::kDisconnected},
    {"account_update", "PARTNER_REMOVED", NoticeKind::kDisconnected},
    {"account_update", "PARTNER_APP_UNINSTALLED", NoticeKind::kDisconnected},
    {"account_review_update", "APPROVED", NoticeKind::kAccountApproved},
    {"account_review_update", "REJECTED", NoticeKind::kAccountRejected},
    {"security", "PIN_CHANGED", NoticeKind::kPinChanged},
    {"security", "PIN_RESET_REQUEST", NoticeKind::kPinResetAsked},
    {"history", kRefusedHistory, NoticeKind::kHistoryRefused},
    {"history", "", NoticeKind::kAlert},
    {"messages", "", NoticeKind::kAlert},
    {"flows", "", NoticeKind::kAlert},
    {"account_alerts", "", NoticeKind::kAlert},
    {"business_capability_update", "", NoticeKind::kNumberLimit},
}};

// A day ahead, with the category that still holds beside the one that will.
bool is_announced(const Json& value) {
    return !string_or(value, "correct_category", "").empty();
}

// "DISABLED_UPDATE" has its state inside, and qualities are told by another member.
std::string event_in(std::string_view field, const Json& value) {
    if (field == "message_template_quality_update") return string_or(value, "new_quality_score", "");
    if (field == "template_category_update") return std::string(is_announced(value) ? kAnnounced : "");
    if (field == "history") return text_or_number(value, "code");
    auto event = string_or(value, "event", string_or(value, "decision", ""));
    return event == "DISABLED_UPDATE" ? string_or(member(value, "ban_info"), "waba_ban_state", "") : event;
}

std::string subject_in(const Json& value) {
    auto name = string_or(value, "message_template_name", "");
    if (!name.empty()) return name;
    auto wanted = string_or(value, "requested_verified_name", "");
    if (!wanted.empty()) return wanted;
    return format_phone_number(text_or_number(value, "display_phone_number"));
}

// "TIER_10K" is how Meta counts; people read 10K.
std::string limit_in(const Json& value) {
    for (const std::string_view name :
         {"current_limit", "max_daily_conversations_per_business", "max_daily_conversation_per_phone"}) {
        auto limit = text_or_number(value, name);
        if (limit.starts_with("TIER_")) limit.erase(0, 5);
        if (!limit.empty()) return limit;
    }
    return "";
}

std::string restrictions_in(const Json& value) {
    std::string all = string_or(member(value, "violation_info"), "violation_type", "");
    const Json& list = member(value, "restriction_info");
    if (!list.is_array()) return all;
    for (const Json& one : list) {
        if (!all.empty()) all += ", ";
        all += string_or(one, "restriction_type", "");
    }
    return all;
}

std::string first_of(const Json& value, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        auto text = string_or(value, name, "");
        if (!text.empty() && text != "NONE") return text;
    }
    return "";
}

// Of an alert, of a flow, or of an error that is about no message: in Meta's words.
std::string alert_in(const Json& value) {
    auto words =
        first_of(member(value, "alert_info"), {"alert_description", "description", "alert_type", "type"});
    if (words.empty()) words = first_of(member(value, "error_data"), {"details"});
    return words.empty() ? first_of(value, {"message", "title"}) : words;
}

std::string detail_in(NoticeKind kind, const Json& value) {
    switch (kind) {
        case NoticeKind::kTemplateRejected:
        case NoticeKind::kTemplateDisabled: {
            auto why = string_or(member(value, "rejection_info"), "reason", "");
            return why.empty() ? first_of(value, {"reason"}) : why;
        }
        case NoticeKind::kTemplateCategory:
            return string_or(value, "new_category", "");
        case NoticeKind::kTemplateCategorySoon:
            return string_or(value, "correct_category", "");
        case NoticeKind::kTemplateStopped:
            return string_or(value, "event", "");
        case NoticeKind::kNumberLimit:
            return limit_in(value);
        case NoticeKind::kNameRejected:
            return first_of(value, {"rejection_reason"});
        case NoticeKind::kAccountRestricted:
            return restrictions_in(value);
        case NoticeKind::kAccountDisabled:
            return string_or(member(value, "ban_info"), "waba_ban_date", "");
        case NoticeKind::kAlert:
            return alert_in(value);
        default:
            return "";
    }
}

// A limit without a number, or an alert without words, is nothing that could be told.
bool says_something(const AccountNotice& notice) {
    const bool needs_detail = notice.kind == NoticeKind::kNumberLimit || notice.kind == NoticeKind::kAlert ||
                              notice.kind == NoticeKind::kTemplateCategory;
    return !needs_detail || !notice.detail.empty();
}

}  // namespace

std::optional<AccountNotice> account_notice_in(const Notice& notice, UnixMillis at) {
    // Calls and groups come often, and their webhook waits for its answer.
    const auto is_its = [&notice](const Known& known) { return known.field == notice.field; };
    if (std::none_of(kKnown.begin(), kKnown.end(), is_its)) return std::nullopt;
    const auto value = parse_json(notice.raw);
    if (!value || !value->is_object()) return std::nullopt;
    const auto event = event_in(notice.field, *value);
    for (const Known& known : kKnown) {
        if (known.field != notice.field || (!known.event.empty() && known.event != event)) continue;
        AccountNotice found;
        found.at = at;
        found.told_at = notice.at;
        found.kind = known.kind;
        found.subject = subject_in(*value);
        found.detail = detail_in(known.kind, *value);
        if (says_something(found)) return found;
        return std::nullopt;
    }
    return std::nullopt;
}

Status take_account_notice(Transaction& transaction, const Notice& notice, UnixMillis at) {
    const auto found = account_notice_in(notice, at);
    if (!found) return {};
    ASSIGN_OR_RETURN(const bool is_new, transaction.add_account_notice(*found));
    if (!is_new) return {};
    return transaction.append_event({transaction.take_seq(), NoticesChanged{}});
}

Result<bool> dismiss_account_notice(Transaction& transaction, std::int64_t id) {
    ASSIGN_OR_RETURN(const bool was_there, transaction.remove_account_notice(id));
    if (was_there) RETURN_IF_ERROR(transaction.append_event({transaction.take_seq(), NoticesChanged{}}));
    return was_there;
}

}  // namespace roost
