#include "shared/model/account_notice.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "shared/base/ids.h"

namespace roost {

namespace {

// In the order of NoticeKind.
constexpr std::array<std::string_view, 25> kNames{"template_approved",
                                                  "template_rejected",
                                                  "template_paused",
                                                  "template_disabled",
                                                  "template_flagged",
                                                  "template_category",
                                                  "template_category_soon",
                                                  "template_stopped",
                                                  "number_flagged",
                                                  "number_unflagged",
                                                  "number_limit",
                                                  "name_approved",
                                                  "name_rejected",
                                                  "name_waiting",
                                                  "account_restricted",
                                                  "account_disabled",
                                                  "account_restored",
                                                  "account_approved",
                                                  "account_rejected",
                                                  "disconnected",
                                                  "pin_changed",
                                                  "pin_reset_asked",
                                                  "history_refused",
                                                  "number_problem",
                                                  "alert"};

}  // namespace

std::string_view notice_kind_name(NoticeKind kind) {
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<NoticeKind> parse_notice_kind(std::string_view name) {
    const auto* const found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<NoticeKind>(found - kNames.begin());
}

void write_account_notice(JsonWriter& out, const AccountNotice& notice) {
    out.begin_object().key("id").decimal(notice.id).key("at").time(notice.at);
    out.key("kind").string(notice_kind_name(notice.kind));
    out.text_member("subject", notice.subject).text_member("detail", notice.detail).end_object();
}

Result<std::vector<AccountNotice>> read_account_notices(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    const Json& list = member(document, "notices");
    if (!list.is_array()) return fail(ErrorCode::kInvalid, "'notices' is not a list");
    std::vector<AccountNotice> notices;
    for (const Json& one : list) {
        const auto kind = parse_notice_kind(string_or(one, "kind", ""));
        const auto id = parse_decimal(string_or(one, "id", ""));
        const auto at = required_time(one, "at");
        if (!kind || !id || !at) continue;
        AccountNotice notice;
        notice.id = *id;
        notice.at = *at;
        notice.kind = *kind;
        notice.subject = string_or(one, "subject", "");
        notice.detail = string_or(one, "detail", "");
        notices.push_back(std::move(notice));
    }
    return notices;
}

}  // namespace roost
