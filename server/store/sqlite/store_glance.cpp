#include "server/store/sqlite/migrate.h"
#include "server/store/sqlite/numbers.h"
#include "server/store/sqlite/records.h"
#include "server/store/store_file.h"

namespace roost {

using sqlite::Connection;

Result<StoreGlance> glance_at_store(const std::string& file) {
    ASSIGN_OR_RETURN(const auto on, Connection::open(file, Connection::Mode::kGuest));
    StoreGlance glance;
    const auto known = sqlite::migrations();
    glance.known_schema = known.empty() ? 0 : known.back().version;
    auto schema = on->prepare("PRAGMA user_version");
    RETURN_IF_ERROR(schema.run());
    glance.schema = static_cast<int>(schema.number(0));
    auto webhook = on->prepare("SELECT received_at FROM webhooks ORDER BY id DESC LIMIT 1");
    ASSIGN_OR_RETURN(const bool has_one, webhook.step());
    if (has_one) glance.last_webhook_at = webhook.number(0);
    return glance;
}

Result<std::vector<Conversation>> newest_conversations(const std::string& file, int limit) {
    ASSIGN_OR_RETURN(const auto on, Connection::open(file, Connection::Mode::kGuest));
    ASSIGN_OR_RETURN(auto page, sqlite::read_conversations(*on, {{}, false, {}, limit}));
    return std::move(page.conversations);
}

Result<std::vector<ConnectionRow>> stored_connections(const std::string& file) {
    ASSIGN_OR_RETURN(const auto on, Connection::open(file, Connection::Mode::kGuest));
    return sqlite::read_connections(*on);
}

Result<std::optional<Conversation>> conversation_with_number(
    const std::string& file, std::string_view phone_number_id, std::string_view wa_id
) {
    ASSIGN_OR_RETURN(const auto on, Connection::open(file, Connection::Mode::kGuest));
    ASSIGN_OR_RETURN(const auto account, sqlite::find_account(*on, Platform::kWhatsApp, phone_number_id));
    if (!account) return std::nullopt;
    return sqlite::find_conversation(*on, *account, Person{std::string(wa_id), {}, {}});
}

}  // namespace roost
