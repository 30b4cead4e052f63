#include "server/app/retention.h"

#include <algorithm>
#include <functional>

#include "server/app/clock.h"
#include "server/config.h"
#include "server/store/store.h"

namespace roost {

namespace {

constexpr int kPiece = 500;  // rows in one transaction: some milliseconds

using Remove = std::function<Result<int>(RetentionWrites&)>;

// Piece by piece, until one is not full.
Status forget_all_of(Store& store, const Remove& remove) {
    int removed = kPiece;
    while (removed == kPiece) {
        RETURN_IF_ERROR(store.write([&](Transaction& transaction) -> Status {
            ASSIGN_OR_RETURN(removed, remove(transaction.retention()));
            return {};
        }));
    }
    return {};
}

// On the writer's thread, where messages are given their files too: none is named while it goes.
Result<int> forget_files(RetentionWrites& retention, MediaFolder& files, UnixMillis before) {
    ASSIGN_OR_RETURN(const auto ids, retention.unnamed_files(before, kPiece));
    int forgotten = 0;
    for (const auto& id : ids) {
        if (!files.remove(id, before)) continue;
        RETURN_IF_ERROR(retention.remove_media_file(id));
        ++forgotten;
    }
    return forgotten;
}

}  // namespace

Status forget_old(const Deps& deps, MediaFolder& files) {
    const auto now = deps.clock.now();
    const UnixMillis webhooks_kept = deps.config.webhook_log_days * kDay;
    auto& store = deps.store;
    const auto marked = store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(transaction.retention().set_mark(now));
        return transaction.retention().remove_marks(now - 2 * std::max(kEventsKept, webhooks_kept));
    });
    RETURN_IF_ERROR(marked);
    RETURN_IF_ERROR(forget_all_of(store, [&](RetentionWrites& retention) -> Result<int> {
        return retention.remove_events(now - kEventsKept, kPiece);
    }));
    RETURN_IF_ERROR(forget_all_of(store, [&](RetentionWrites& retention) -> Result<int> {
        return retention.remove_webhooks(now - webhooks_kept, kPiece);
    }));
    RETURN_IF_ERROR(forget_all_of(store, [&](RetentionWrites& retention) -> Result<int> {
        return retention.remove_orphans(now - kOrphansKept, kPiece);
    }));
    RETURN_IF_ERROR(forget_all_of(store, [&](RetentionWrites& retention) -> Result<int> {
        return retention.remove_media_uploads(now - kUploadIdsKept, kPiece);
    }));
    return forget_all_of(store, [&](RetentionWrites& retention) -> Result<int> {
        return forget_files(retention, files, now - kUnsentFilesKept);
    });
}

}  // namespace roost
