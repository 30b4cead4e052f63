#include "server/store/sqlite/records.h"
#include "shared/base/json_writer.h"
#include "shared/wire/parts.h"

namespace roost::sqlite {

namespace {

std::string trouble_text(const std::optional<AccountTrouble>& trouble) {
    if (!trouble) return {};
    return text_written_by([&](JsonWriter& out) { write_trouble(out, *trouble); });
}

// Empty text = none.
Result<std::optional<AccountTrouble>> trouble_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    ASSIGN_OR_RETURN(const Json json, parse_json(text));
    ASSIGN_OR_RETURN(auto trouble, read_trouble(json));
    return trouble;
}

}  // namespace

Result<std::optional<AccountRow>> read_account(Connection& on, AccountId id) {
    auto statement = on.prepare("SELECT platform, key FROM accounts WHERE id = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).step());
    if (!has_row) return std::nullopt;
    return AccountRow{id, statement.choice<Platform>(0), statement.text(1)};
}

Result<AccountId> insert_account(Connection& on, Platform platform, std::string_view key) {
    auto statement = on.prepare("INSERT INTO accounts (platform, key) VALUES (?, ?)");
    RETURN_IF_ERROR(statement.bind(platform).bind(key).run());
    return AccountId{on.last_id()};
}

Result<std::optional<AccountId>> find_account(Connection& on, Platform platform, std::string_view key) {
    auto statement = on.prepare("SELECT id FROM accounts WHERE platform = ? AND key = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(platform).bind(key).step());
    if (!has_row) return std::nullopt;
    return AccountId{statement.number(0)};
}

Result<std::optional<AccountTrouble>> read_account_trouble(Connection& on, AccountId id) {
    auto statement = on.prepare("SELECT trouble FROM accounts WHERE id = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).step());
    if (!has_row) return std::nullopt;
    return trouble_of(statement.text(0));
}

Status update_account_trouble(Connection& on, AccountId id, const std::optional<AccountTrouble>& trouble) {
    auto statement = on.prepare("UPDATE accounts SET trouble = ? WHERE id = ?");
    return statement.bind(trouble_text(trouble)).bind(id).run();
}

Result<std::map<AccountId, AccountTrouble>> read_troubles(Connection& on) {
    auto statement = on.prepare("SELECT id, trouble FROM accounts WHERE trouble <> ''");
    std::map<AccountId, AccountTrouble> troubles;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return troubles;
        ASSIGN_OR_RETURN(auto trouble, trouble_of(statement.text(1)));
        if (trouble) troubles.emplace(AccountId{statement.number(0)}, *std::move(trouble));
    }
}

}  // namespace roost::sqlite
