#include "server/store/sqlite/transaction.h"

namespace roost::sqlite {

Result<std::optional<MarketingWish>> WriterTransaction::marketing_wish(ConversationId id) {
    auto statement = on_.prepare("SELECT is_stopped, at FROM marketing_wishes WHERE conversation = ?");
    ASSIGN_OR_RETURN(const bool is_known, statement.bind(id).step());
    if (!is_known) return std::nullopt;
    return MarketingWish{statement.number(0) != 0, statement.number(1)};
}

Status WriterTransaction::put_marketing_wish(ConversationId id, const MarketingWish& wish) {
    auto statement =
        on_.prepare("INSERT OR REPLACE INTO marketing_wishes (conversation, is_stopped, at) VALUES (?, ?, ?)"
        );
    statement.bind(id).bind(std::int64_t{wish.is_stopped ? 1 : 0}).bind(wish.at);
    return statement.run();
}

}  // namespace roost::sqlite
