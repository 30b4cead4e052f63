// What Meta says about our templates, numbers and accounts, as an administrator is told it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// The client has a sentence for each, in this order.
enum class NoticeKind : std::uint8_t {
    kTemplateApproved,
    kTemplateRejected,
    kTemplatePaused,
    kTemplateDisabled,
    kTemplateFlagged,
    kTemplateCategory,
    kTemplateCategorySoon,  // within a day
    kTemplateStopped,       // detail: the state it is in
    kNumberFlagged,
    kNumberUnflagged,
    kNumberLimit,
    kNameApproved,
    kNameRejected,
    kNameWaiting,
    kAccountRestricted,
    kAccountDisabled,
    kAccountRestored,
    kAccountApproved,
    kAccountRejected,
    kDisconnected,
    kPinChanged,
    kPinResetAsked,
    kHistoryRefused,  // by whoever has the phone that the number is also used on
    kNumberProblem,   // detail: the name of a NumberProblemKind
    kAlert,
};

std::string_view notice_kind_name(NoticeKind kind);  // "template_approved", …
std::optional<NoticeKind> parse_notice_kind(std::string_view name);

struct AccountNotice {
    std::int64_t id = 0;  // rises
    UnixMillis at = 0;    // when the webhook came
    NoticeKind kind = NoticeKind::kAlert;
    std::string subject;  // the template's name, the number, …; may be empty
    std::string detail;   // a reason, a category, a limit, Meta's own words; may be empty
    UnixMillis told_at =
        0;  // by Meta's clock: what tells a redelivery from the same thing again; 0 = not told

    bool operator==(const AccountNotice&) const = default;
};

void write_account_notice(JsonWriter& out, const AccountNotice& notice);
// {"notices": […]}, the newest first. kInvalid if it is none; kinds not known are left out.
Result<std::vector<AccountNotice>> read_account_notices(std::string_view json);

}  // namespace roost
