// What is forgotten in time: the event log, webhooks that were taken in, and files that were uploaded and
// never sent. Messages, and the files that they name, are never forgotten here.
#pragma once

#include "server/app/deps.h"
#include "server/media/media_folder.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// A client that was away longer starts from a new snapshot.
inline constexpr UnixMillis kEventsKept = 7 * kDay;
// Long enough to finish on Monday what was begun on Friday.
inline constexpr UnixMillis kUnsentFilesKept = 7 * kDay;
// The status of a message that this account sent by other means.
inline constexpr UnixMillis kOrphansKept = 30 * kDay;
// Meta forgets what was uploaded after 30 days (cloud-api §3).
inline constexpr UnixMillis kUploadIdsKept = 30 * kDay;

// In small pieces, so that what arrives meanwhile does not wait. The first error ends it; what was forgotten
// until then stays so. Any thread.
Status forget_old(const Deps& deps, MediaFolder& files);

}  // namespace roost
