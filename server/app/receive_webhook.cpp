#include "server/app/receive_webhook.h"

#include <cstdint>
#include <utility>

#include "server/app/apply_item.h"
#include "server/app/clock.h"
#include "server/store/store.h"
#include "shared/wire/webhook.h"

namespace roost {

namespace {

constexpr std::string_view kNone = "There is no such webhook.";

// One item more, whatever becomes of it. Only a store that refuses everything stops the rest: Meta sends it
// all again.
Status take_item(
    Transaction& transaction, WebhookReceipt& receipt, UnixMillis now, const WebhookItem& item, int index
) {
    bool is_new = false;
    auto done = transaction.attempt([&]() -> Status {
        ASSIGN_OR_RETURN(is_new, apply_item(transaction, {receipt.webhook_id, now}, item));
        return {};
    });
    if (done) {
        ++(is_new ? receipt.applied : receipt.repeated);
        return {};
    }
    if (done.error().code == ErrorCode::kUnavailable) return done;
    ++receipt.failed;
    return transaction.add_webhook_failure(receipt.webhook_id, index, done.error().message);
}

// All of a webhook that is stored under the receipt's id.
Status apply_webhook(
    Transaction& transaction, WebhookReceipt& receipt, UnixMillis at, const Result<ParsedWebhook>& parsed
) {
    receipt = {receipt.webhook_id};
    if (!parsed) {
        receipt.is_malformed = true;
        return transaction.set_webhook_outcome(
            receipt.webhook_id, WebhookOutcome::kMalformed, parsed.error().message
        );
    }
    int index = 0;
    for (const auto& item : parsed->items) {
        RETURN_IF_ERROR(take_item(transaction, receipt, at, item, index++));
    }
    if (receipt.failed == 0) return {};
    return transaction.set_webhook_outcome(
        receipt.webhook_id,
        WebhookOutcome::kPartlyFailed,
        std::to_string(receipt.failed) + " items could not be applied"
    );
}

}  // namespace

Result<WebhookRow> find_webhook(const Deps& deps, std::int64_t id) {
    if (id <= 0 || id == INT64_MAX) return fail(ErrorCode::kNotFound, std::string(kNone));
    ASSIGN_OR_RETURN(auto found, deps.store.list_webhooks({.before = id + 1, .limit = 1}));
    if (found.empty() || found.front().id != id) return fail(ErrorCode::kNotFound, std::string(kNone));
    return std::move(found.front());
}

Result<WebhookReceipt> receive_webhook(const Deps& deps, std::string_view raw_body) {
    const auto now = deps.clock.now();
    const auto parsed = parse_webhook(raw_body, now);
    WebhookReceipt receipt;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(receipt.webhook_id, transaction.add_webhook(now, raw_body));
        return apply_webhook(transaction, receipt, now, parsed);
    });
    if (!done) return tl::unexpected(done.error());
    return receipt;
}

Result<WebhookReceipt> replay_webhook(const Deps& deps, const Actor& actor, std::int64_t id) {
    ASSIGN_OR_RETURN(const auto row, find_webhook(deps, id));
    // What carries no time of its own came when it came.
    const auto parsed = parse_webhook(row.body, row.received_at);
    WebhookReceipt receipt;
    receipt.webhook_id = id;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(note_action(deps, transaction, actor, "webhook.replayed", std::to_string(id)));
        RETURN_IF_ERROR(transaction.set_webhook_outcome(id, WebhookOutcome::kApplied, ""));
        return apply_webhook(transaction, receipt, row.received_at, parsed);
    });
    if (!done) return tl::unexpected(done.error());
    return receipt;
}

}  // namespace roost
