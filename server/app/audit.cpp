#include "server/app/audit.h"

#include "server/app/clock.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestText = 500;

}  // namespace

Status note_action(
    const Deps& deps,
    Transaction& transaction,
    const Actor& actor,
    std::string_view action,
    std::string_view subject,
    std::string_view detail
) {
    AuditRow row;
    row.at = deps.clock.now();
    row.agent = actor.who.agent;
    row.key = actor.who.key;
    row.address = actor.address;
    row.action = action;
    row.subject = truncate_code_points(to_valid_utf8(subject), kLongestText);
    row.detail = truncate_code_points(to_valid_utf8(detail), kLongestText);
    return transaction.people().add_audit(row);
}

}  // namespace roost
