// What waits to go to Meta: which of it may go now, and what each attempt leads to. The order of one
// conversation is kept: a message waits until the one before it was handed over or has failed.
//
// An attempt is committed before Meta is called. Found open later (a crash, a time-out, a lost connection),
// the message may have gone out: Meta's status webhook has its chance to say so before it is sent again.
#pragma once

#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/app/deps.h"
#include "server/app/media_uploads.h"
#include "server/app/number_rest.h"
#include "server/app/pace.h"
#include "server/app/retry_policy.h"
#include "server/cloud/cloud_api.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// One attempt, durable already.
struct Delivery {
    OutboxRow row;
    std::string account_key;
    Message message;  // to be sent, or the customer's that was read
    Conversation to;
};

// Any thread.
class Outbox {
  public:
    Outbox(const Deps& deps, CloudApi& cloud, const MediaFolder& files)
        : deps_(deps), cloud_(cloud), uploads_(deps, cloud, files) {}

    // At start: attempts that were under way when the last process ended get their time for a status from
    // now, since Meta could not tell us before.
    Status recover();
    // What may go now, at most `limit`, each committed as an attempt. Every one must be delivered.
    Result<std::vector<Delivery>> claim(std::size_t limit);
    // Calls Meta and commits what came of it. kUnavailable if that could not be stored: call record() again.
    Verdict call(const Delivery& delivery);
    Status record(const Delivery& delivery, const Verdict& verdict);
    // Gives a delivery up without having recorded it; it counts as an attempt whose end is not known.
    void let_go(const Delivery& delivery);

    // When claim() may find more, if nothing else happens; 0 = not before something is accepted.
    UnixMillis next_look() const;

  private:
    int count_files_under_way(const std::vector<OutboxRow>& rows) const;
    std::unordered_set<AccountId> numbers_under_way(const std::vector<OutboxRow>& rows) const;
    void forget_troubles(const std::vector<OutboxRow>& rows, UnixMillis now);
    Verdict send(const Delivery& delivery, const Attempt& attempt);
    std::vector<OutboxRow> choose(const std::vector<OutboxRow>& rows, UnixMillis now, std::size_t limit);
    UnixMillis earliest(const OutboxRow& row, UnixMillis now) const;
    void take_pace(const OutboxRow& row, UnixMillis now);
    Result<std::vector<Delivery>> start_attempts(const std::vector<OutboxRow>& chosen);
    Status start_attempt(Transaction& transaction, OutboxRow row, std::vector<Delivery>& started);
    void look_again(UnixMillis at);
    UnixMillis status_grace() const;

    const Deps& deps_;
    CloudApi& cloud_;
    MediaUploads uploads_;
    mutable std::mutex mutex_;  // guards all below
    Pace pace_;
    NumberRest rest_;
    std::unordered_set<std::int64_t> under_way_;  // rows between claim() and record()
    UnixMillis next_look_ = 0;
};

}  // namespace roost
