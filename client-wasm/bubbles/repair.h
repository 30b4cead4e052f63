// What may still be done about a message that failed, as its bubble and its menu offer it.
#pragma once

#include <string>

#include "client-wasm/app/commands.h"
#include "client-wasm/words/locale.h"
#include "shared/model/message.h"

namespace roost {

struct RepairScene {
    const Locale& locale;
    UnixMillis now = 0;
    OffsetMinutes utc_offset = 0;
    bool is_unreachable = false;  // that was noted of the customer
    bool may_repair = true;       // else it is only told what would help
    bool may_renew = false;       // by a new token, in the settings
};

struct RepairOffer {
    std::string label = {};     // "Retry", "Remove", "Send as template", …; empty = nothing can be done
    std::string href = {};      // it is a link
    bool can_be_used = true;    // otherwise it is only read: when it can be, or that it is done
    UnixMillis changes_at = 0;  // when it can; 0 = never
    bool is_wide = false;       // too long to stand beside the reason; that does not change with time

    bool operator==(const RepairOffer&) const = default;
};

RepairOffer repair_offer(const Message& message, const RepairScene& scene);
// The command of that button.
void repair(const Message& message, Commands& out);

// Whether the same may be sent again beside what repair_offer() says.
bool offers_retry_too(const Message& message, UnixMillis now);

}  // namespace roost
