#include "server/app/block_contact.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "server/app/inbox_writes.h"
#include "server/store/store.h"

namespace roost {

namespace {

// Meta keeps 64,000 of a number (cloud-api §5).
constexpr std::size_t kMostBlocked = 100'000;
// The writer has others to serve in between.
constexpr std::size_t kMarkedAtOnce = 500;

BlockFailure not_done(Error error) {
    return {std::move(error), std::nullopt};
}

BlockRefusal reason_of(const CloudRefusal& refusal) {
    switch (refusal.code) {
        case 131047:
            return BlockRefusal::kSilentTooLong;
        case 139101:
            return BlockRefusal::kListFull;
        case 4:
        case 80007:
        case 130429:
        case 139102:  // the list was changed at the same time
        case 139103:
            return BlockRefusal::kTryAgain;
        default:
            return refusal.http >= 500 ? BlockRefusal::kTryAgain : BlockRefusal::kByMeta;
    }
}

BlockFailure refused(const CloudRefusal& refusal) {
    const auto reason = reason_of(refusal);
    const auto code = reason == BlockRefusal::kTryAgain ? ErrorCode::kUnavailable : ErrorCode::kConflict;
    std::string sentence = "Meta refused (" + std::to_string(refusal.code) + ")";
    sentence += refusal.details.empty() ? "." : ": " + refusal.details;
    return {{code, std::move(sentence)}, reason};
}

Result<Conversation> person_on_whatsapp(const Deps& deps, ConversationId id) {
    ASSIGN_OR_RETURN(auto row, deps.store.find_conversation(id));
    if (row.platform == Platform::kWhatsApp) return row;
    return fail(ErrorCode::kConflict, "Only people on WhatsApp can be blocked from here.");
}

Result<std::string> number_of(const Deps& deps, AccountId id) {
    ASSIGN_OR_RETURN(const auto account, deps.store.find_account(id));
    if (!account) return fail(ErrorCode::kInternal, "The conversation has no number.");
    return account->key;
}

Status mark(Transaction& transaction, Conversation row, bool is_blocked) {
    if (row.is_blocked == is_blocked) return {};
    row.is_blocked = is_blocked;
    return change_conversation(transaction, row);
}

Result<Conversation> keep_change(const Deps& deps, const Actor& actor, ConversationId id, bool is_blocked) {
    Conversation row;
    const auto stored = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto before, transaction.conversation(id));
        RETURN_IF_ERROR(mark(transaction, before, is_blocked));
        const auto& person = before.wa_id.empty() ? before.user_id : before.wa_id;
        RETURN_IF_ERROR(note_action(
            deps, transaction, actor, is_blocked ? "contact.blocked" : "contact.unblocked", person
        ));
        ASSIGN_OR_RETURN(row, transaction.conversation(id));
        return {};
    });
    if (!stored) return tl::unexpected(stored.error());
    return row;
}

Result<std::vector<WhatsAppUser>> list_all(CloudApi& cloud, const std::string& number) {
    std::vector<WhatsAppUser> all;
    std::string after;
    do {
        auto listing = cloud.list_blocked(number, after);
        if (const auto* refusal = std::get_if<CloudRefusal>(&listing))
            return fail(ErrorCode::kUnavailable, refused(*refusal).error.message);
        if (const auto* lost = std::get_if<CloudUnreachable>(&listing))
            return fail(ErrorCode::kUnavailable, "Meta did not answer: " + lost->reason);
        auto& page = std::get<BlockedPage>(listing);
        // A cursor that leads back would never end.
        const bool is_astray = !after.empty() && page.next == after;
        std::move(page.users.begin(), page.users.end(), std::back_inserter(all));
        after = std::move(page.next);
        if (is_astray || all.size() > kMostBlocked)
            return fail(ErrorCode::kUnavailable, "The list of Meta does not end.");
    } while (!after.empty());
    return all;
}

// Whom Meta names and we do not; those who never wrote here have no conversation to mark.
Status mark_listed(
    Transaction& transaction, AccountId account, std::span<const WhatsAppUser> users, EventSeq asked_at
) {
    for (const auto& user : users) {
        ASSIGN_OR_RETURN(
            const auto row, transaction.conversation_with(account, {user.wa_id, user.user_id, {}})
        );
        if (row && row->rev <= asked_at) RETURN_IF_ERROR(mark(transaction, *row, true));
    }
    return {};
}

Status unmark_others(
    Transaction& transaction, AccountId account, const std::set<std::string>& listed, EventSeq asked_at
) {
    ASSIGN_OR_RETURN(const auto known, transaction.blocked_conversations(account));
    for (const auto& row : known) {
        const bool is_listed = (!row.wa_id.empty() && listed.contains(row.wa_id)) ||
                               (!row.user_id.empty() && listed.contains(row.user_id));
        if (!is_listed && row.rev <= asked_at) RETURN_IF_ERROR(mark(transaction, row, false));
    }
    return {};
}

}  // namespace

tl::expected<Conversation, BlockFailure> change_block(
    const Deps& deps, CloudApi& cloud, const Actor& actor, ConversationId id, BlockChange change
) {
    auto row = person_on_whatsapp(deps, id);
    if (!row) return tl::unexpected(not_done(std::move(row.error())));
    const bool is_blocked = change == BlockChange::kBlock;
    if (row->is_blocked == is_blocked) return *std::move(row);
    const auto number = number_of(deps, row->account);
    if (!number) return tl::unexpected(not_done(number.error()));
    const auto outcome = cloud.change_block(*number, change, {row->wa_id, row->user_id});
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome)) return tl::unexpected(refused(*refusal));
    if (const auto* lost = std::get_if<CloudUnreachable>(&outcome)) {
        return tl::unexpected(BlockFailure{
            {ErrorCode::kUnavailable, "Meta did not answer: " + lost->reason}, BlockRefusal::kTryAgain});
    }
    auto kept = keep_change(deps, actor, id, is_blocked);
    if (!kept) return tl::unexpected(not_done(std::move(kept.error())));
    return *std::move(kept);
}

// What changed while Meta made up its list is left as it is: the list may be older.
Status reconcile_blocked(
    const Deps& deps, CloudApi& cloud, AccountId account, const std::string& phone_number_id
) {
    ASSIGN_OR_RETURN(const auto events, deps.store.event_range());
    const auto asked_at = events.newest;
    ASSIGN_OR_RETURN(const auto users, list_all(cloud, phone_number_id));
    std::set<std::string> listed;
    for (const auto& user : users) {
        listed.insert(user.wa_id);
        listed.insert(user.user_id);
    }
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) {
        return unmark_others(transaction, account, listed, asked_at);
    }));
    for (std::size_t from = 0; from < users.size(); from += kMarkedAtOnce) {
        const auto count = std::min(kMarkedAtOnce, users.size() - from);
        RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) {
            return mark_listed(transaction, account, std::span(users).subspan(from, count), asked_at);
        }));
    }
    return {};
}

}  // namespace roost
