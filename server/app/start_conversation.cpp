#include "server/app/start_conversation.h"

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/inbox_writes.h"
#include "server/events/visibility.h"
#include "server/store/store.h"
#include "shared/model/phone_number.h"

namespace roost {

namespace {

// A page of one record starts conversations of that record; a page of one person only theirs.
Status check_reach(const Deps& deps, const Principal& who, const std::string& digits, StartWish& wish) {
    if (wish.record) {
        RETURN_IF_ERROR(check_link(*wish.record));
        RETURN_IF_ERROR(check_type(deps.config, wish.record->record));
    }
    const auto page = page_in(who.reach);
    if (page.empty()) return {};
    const auto own = record_in(page);
    if (!own && (wish.record || reach_of_number(digits) != page))
        return fail(ErrorCode::kForbidden, "This page is about another person.");
    if (!own) return {};
    if (wish.record && wish.record->record != *own)
        return fail(ErrorCode::kNotFound, "There is no such record.");
    if (!wish.record) wish.record = RecordLink{{}, *own, {}, {}};
    return {};
}

Status check_may_link(const Principal& who, const StartWish& wish) {
    const bool is_asked = wish.record && page_in(who.reach).empty();
    if (!is_asked || may(who, Permission::kTend)) return {};
    return fail(ErrorCode::kForbidden, std::string(refusal_of(Permission::kTend)));
}

Status not_theirs(const Principal& who) {
    const auto* const sentence = page_in(who.reach).empty()
                                     ? "Somebody else looks after this person's conversation."
                                     : "This person's conversation does not belong to this page.";
    return fail(ErrorCode::kForbidden, sentence);
}

// Who sees only what is theirs begins nothing that they would not see.
void take_for(const Principal& who, Conversation& made) {
    const auto sight = sight_in(who.reach);
    if (sight && !is_reached(made, reach_of(*sight))) made.assignee = sight->agent;
}

Status enter(
    const Deps& deps,
    const Actor& actor,
    const StartWish& wish,
    Transaction& transaction,
    StartedConversation& started
) {
    // Whoever sees a part of the inbox would otherwise read any conversation by knowing its number.
    if (!started.is_new && !may_see(actor.who, started.row)) return not_theirs(actor.who);
    if (started.is_new) RETURN_IF_ERROR(change_conversation(transaction, started.row));
    if (wish.record) {
        const auto now = deps.clock.now();
        RETURN_IF_ERROR(add_link(transaction, {started.row.id, {}}, *wish.record, actor.who.agent, now));
        ASSIGN_OR_RETURN(started.row, transaction.conversation(started.row.id));
    }
    if (!started.is_new) return {};
    const std::string record =
        wish.record ? wish.record->record.type + " " + wish.record->record.id : std::string();
    const std::string subject = "conversation " + to_string(started.row.id);
    return note_action(deps, transaction, actor, "conversation.started", subject, record);
}

}  // namespace

Result<AccountId> account_to_write_from(
    Transaction& transaction, const ConnectedNumbers& numbers, AccountId wanted
) {
    if (wanted) {
        ASSIGN_OR_RETURN(const auto account, transaction.account(wanted));
        if (account && numbers.with_number(account->key)) return wanted;
        return fail(ErrorCode::kInvalid, "'account' is none of the connected numbers.");
    }
    const auto all = numbers.all();
    if (all.empty() || all.front().phone_number_id.empty()) {
        return fail(
            ErrorCode::kConflict, "No number is connected: an administrator does it in the settings."
        );
    }
    return transaction.account_for(Platform::kWhatsApp, all.front().phone_number_id);
}

Result<StartedConversation> conversation_with_number(
    Transaction& transaction, const Principal& who, AccountId account, const std::string& digits
) {
    for (const auto& wa_id : wa_id_variants(digits)) {
        ASSIGN_OR_RETURN(auto known, transaction.conversation_with(account, {wa_id, {}, {}}));
        if (known) return StartedConversation{*std::move(known), false};
    }
    Conversation made;
    made.account = account;
    made.wa_id = digits;
    take_for(who, made);
    RETURN_IF_ERROR(transaction.add_conversation(made));
    return StartedConversation{std::move(made), true};
}

Result<StartedConversation> start_conversation(const Deps& deps, const Actor& actor, const StartWish& asked) {
    StartWish wish = asked;
    const std::string digits = e164_digits(wish.number);
    if (digits.empty())
        return fail(ErrorCode::kInvalid, "'number' must be a telephone number with its country's code.");
    RETURN_IF_ERROR(check_reach(deps, actor.who, digits, wish));
    RETURN_IF_ERROR(check_may_link(actor.who, wish));
    StartedConversation started;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto account, account_to_write_from(transaction, deps.numbers, wish.account));
        ASSIGN_OR_RETURN(started, conversation_with_number(transaction, actor.who, account, digits));
        return enter(deps, actor, wish, transaction, started);
    });
    if (!done) return tl::unexpected(done.error());
    return started;
}

}  // namespace roost
