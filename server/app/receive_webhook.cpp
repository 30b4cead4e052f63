#include "server/app/receive_webhook.h"

#include <utility>

#include "server/app/apply_item.h"
#include "server/app/clock.h"
#include "server/store/store.h"
#include "shared/wire/webhook.h"

namespace roost {

namespace {

Status store_malformed(Transaction& transaction, UnixMillis now, std::string_view body, const Error& error) {
    ASSIGN_OR_RETURN(const auto id, transaction.add_webhook(now, body));
    return transaction.set_webhook_outcome(id, WebhookOutcome::kMalformed, error.message);
}

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

Status store_parsed(
    Transaction& transaction,
    WebhookReceipt& receipt,
    UnixMillis now,
    std::string_view body,
    const ParsedWebhook& parsed
) {
    receipt = {};
    ASSIGN_OR_RETURN(receipt.webhook_id, transaction.add_webhook(now, body));
    int index = 0;
    for (const auto& item : parsed.items) {
        RETURN_IF_ERROR(take_item(transaction, receipt, now, item, index++));
    }
    if (receipt.failed == 0) return {};
    return transaction.set_webhook_outcome(
        receipt.webhook_id,
        WebhookOutcome::kPartlyFailed,
        std::to_string(receipt.failed) + " items could not be applied"
    );
}

}  // namespace

Result<WebhookReceipt> receive_webhook(const Deps& deps, std::string_view raw_body) {
    const auto now = deps.clock.now();
    const auto parsed = parse_webhook(raw_body, now);
    WebhookReceipt receipt;
    const auto done = deps.store.write([&](Transaction& transaction) {
        if (parsed) return store_parsed(transaction, receipt, now, raw_body, *parsed);
        receipt.is_malformed = true;
        return store_malformed(transaction, now, raw_body, parsed.error());
    });
    if (!done) return tl::unexpected(done.error());
    return receipt;
}

}  // namespace roost
