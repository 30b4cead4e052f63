// What to do about a message that was not sent: one action for each reason (cloud-api §12). Server and client
// ask the same table, so that nothing is offered that the server refuses, and nothing is tried again that
// Meta forbids.
#pragma once

#include <cstdint>

#include "shared/base/time.h"
#include "shared/model/failure_reason.h"
#include "shared/model/message.h"

namespace roost {

enum class Repair : std::uint8_t {
    kNone,             // the sentence says all there is
    kRetry,            // the same again
    kWait,             // the same again, but not yet
    kSendAsTemplate,   // an approved template in its place
    kReconnect,        // the number or its account, in Meta's WhatsApp Manager
    kRenew,            // what Roost itself knows the number by: its token, its id
    kConvertFile,      // the file in a form that WhatsApp takes
    kMarkUnreachable,  // the customer: WhatsApp is no way to reach them
};

struct RepairAdvice {
    Repair action = Repair::kNone;
    UnixMillis not_before = 0;  // of kWait: when it becomes kRetry

    bool operator==(const RepairAdvice&) const = default;
};

// `failed_at` as in StatusTimes. Only kRetry and kWait are about the same message again.
RepairAdvice repair_of(const Failure& failure, UnixMillis failed_at, UnixMillis now);

// Whether the same message may be sent again at `now`. Other repairs may stand beside that.
bool may_retry(const Failure& failure, UnixMillis failed_at, UnixMillis now);

}  // namespace roost
