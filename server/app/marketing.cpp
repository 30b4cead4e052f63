#include "server/app/marketing.h"

#include <algorithm>

#include "shared/base/json.h"

namespace roost {

namespace {

constexpr int kStoppedCode = 131050;

Status keep(Transaction& transaction, ConversationId id, const MarketingWish& wish) {
    ASSIGN_OR_RETURN(const auto known, transaction.marketing_wish(id));
    if (known && known->at >= wish.at) return {};
    return transaction.put_marketing_wish(id, wish);
}

}  // namespace

Status take_marketing_wish(Transaction& transaction, const Notice& notice) {
    if (notice.field != "user_preferences") return {};
    const auto said = parse_json(notice.raw);
    const bool is_wish = notice.event == "stop" || notice.event == "resume" || notice.event == "signup";
    if (!said || !is_wish || string_or(*said, "category", "") != "marketing_messages") return {};
    const Person person{text_or_number(*said, "wa_id"), text_or_number(*said, "user_id"), {}};
    if (person.wa_id.empty() && person.user_id.empty()) return {};
    ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, notice.account_key));
    ASSIGN_OR_RETURN(const auto row, transaction.conversation_with(account, person));
    if (!row) return {};
    const auto at = optional_integer(*said, "timestamp").value_or(0) * kSecond;
    return keep(transaction, row->id, {notice.event == "stop", at > 0 ? at : notice.at});
}

Status learn_of_stop(Transaction& transaction, const Message& message, UnixMillis at) {
    if (!message.failure || message.failure->code != kStoppedCode) return {};
    return keep(transaction, message.conversation, {true, at});
}

Status check_takes_marketing(
    Transaction& transaction, std::string_view waba, const Conversation& to, const Template& content
) {
    ASSIGN_OR_RETURN(const auto wish, transaction.marketing_wish(to.id));
    if (!wish || !wish->is_stopped) return {};
    ASSIGN_OR_RETURN(const auto known, transaction.templates_named(waba, content.name));
    const bool is_marketing = std::any_of(known.begin(), known.end(), [&](const MessageTemplate& one) {
        return one.language == content.language && one.category == "MARKETING";
    });
    if (!is_marketing) return {};
    return fail(
        ErrorCode::kConflict,
        "This person asked WhatsApp for no more marketing messages (error 131050): templates that are no "
        "marketing "
        "still reach them."
    );
}

}  // namespace roost
