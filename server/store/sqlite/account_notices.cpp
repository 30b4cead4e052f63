#include <optional>
#include <utility>

#include "server/store/sqlite/records.h"
#include "server/store/sqlite/transaction.h"

namespace roost::sqlite {

Result<std::vector<AccountNotice>> read_account_notices(Connection& on, int limit) {
    auto statement =
        on.prepare("SELECT id, at, kind, subject, detail FROM account_notices ORDER BY id DESC LIMIT ?");
    statement.bind(std::int64_t{limit});
    std::vector<AccountNotice> notices;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return notices;
        const auto kind = parse_notice_kind(statement.text(2));
        if (!kind) continue;  // of a later version, which was here before
        notices.push_back(
            {statement.number(0), statement.number(1), *kind, statement.text(3), statement.text(4)}
        );
    }
}

Result<bool> WriterTransaction::add_account_notice(const AccountNotice& notice) {
    const auto kind = notice_kind_name(notice.kind);
    auto known = on_.prepare("SELECT 1 FROM account_notices WHERE kind = ? AND subject = ? AND detail = ?");
    ASSIGN_OR_RETURN(const bool is_known, known.bind(kind).bind(notice.subject).bind(notice.detail).step());
    if (is_known) return false;
    auto statement =
        on_.prepare("INSERT INTO account_notices (at, kind, subject, detail) VALUES (?, ?, ?, ?)");
    statement.bind(notice.at).bind(kind).bind(notice.subject).bind(notice.detail);
    RETURN_IF_ERROR(statement.run());
    return true;
}

Result<bool> WriterTransaction::remove_account_notice(std::int64_t id) {
    auto statement = on_.prepare("DELETE FROM account_notices WHERE id = ?");
    RETURN_IF_ERROR(statement.bind(id).run());
    return on_.changes() > 0;
}

}  // namespace roost::sqlite
