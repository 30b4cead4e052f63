#include <optional>
#include <utility>

#include "server/store/sqlite/records.h"
#include "server/store/sqlite/transaction.h"

namespace roost::sqlite {

namespace {

// Meta repeats what it could not deliver for a week (cloud-api §8).
constexpr UnixMillis kRedeliveredFor = 8 * kDay;

}  // namespace

Result<std::vector<AccountNotice>> read_account_notices(Connection& on, int limit) {
    auto statement = on.prepare(
        "SELECT id, at, kind, subject, detail, told_at FROM account_notices WHERE is_dismissed = 0 "
        "ORDER BY id DESC LIMIT ?"
    );
    statement.bind(std::int64_t{limit});
    std::vector<AccountNotice> notices;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return notices;
        const auto kind = parse_notice_kind(statement.text(2));
        if (!kind) continue;  // of a later version, which was here before
        notices.push_back(
            {statement.number(0),
             statement.number(1),
             *kind,
             statement.text(3),
             statement.text(4),
             statement.number(5)}
        );
    }
}

Result<bool> WriterTransaction::add_account_notice(const AccountNotice& notice) {
    const auto kind = notice_kind_name(notice.kind);
    auto old = on_.prepare("DELETE FROM account_notices WHERE is_dismissed = 1 AND at < ?");
    RETURN_IF_ERROR(old.bind(notice.at - kRedeliveredFor).run());
    // What comes without a time is the same for as long as it stands.
    auto known = on_.prepare(
        "SELECT 1 FROM account_notices WHERE kind = ? AND subject = ? AND detail = ? AND told_at = ? "
        "AND (told_at <> 0 OR is_dismissed = 0)"
    );
    known.bind(kind).bind(notice.subject).bind(notice.detail).bind(notice.told_at);
    ASSIGN_OR_RETURN(const bool is_known, known.step());
    if (is_known) return false;
    auto statement =
        on_.prepare("INSERT INTO account_notices (at, kind, subject, detail, told_at) VALUES (?, ?, ?, ?, ?)"
        );
    statement.bind(notice.at).bind(kind).bind(notice.subject).bind(notice.detail).bind(notice.told_at);
    RETURN_IF_ERROR(statement.run());
    return true;
}

Result<bool> WriterTransaction::remove_account_notice(std::int64_t id) {
    auto statement =
        on_.prepare("UPDATE account_notices SET is_dismissed = 1 WHERE id = ? AND is_dismissed = 0");
    RETURN_IF_ERROR(statement.bind(id).run());
    return on_.changes() > 0;
}

}  // namespace roost::sqlite
