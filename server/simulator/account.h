// The business account as Meta keeps it: windows, paces, what was accepted, what may be sent. Pure: no clock,
// no socket; not synchronised.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/simulator/access_token.h"
#include "server/simulator/blocked_users.h"
#include "server/simulator/media_store.h"
#include "server/simulator/message_checks.h"
#include "server/simulator/profile.h"
#include "server/simulator/rates.h"
#include "server/simulator/script.h"
#include "server/simulator/statuses.h"
#include "server/simulator/templates.h"

namespace roost::simulator {

// What became of one POST /{phone-number-id}/messages.
struct Outcome {
    Reply reply;
    std::optional<SentMessage> accepted;
    std::vector<TimedNews> statuses;
};

class Account {
  public:
    Account(BusinessNumber number, std::string access_token, std::uint64_t seed);

    const BusinessNumber number;

    Script script;
    FailurePlan failures;
    Templates templates;
    MediaStore media;
    IdMaker ids;
    AccessToken token;
    BlockedUsers blocked;
    Profile profile;

    // Sends, refuses or fails as the body, the windows and the script say.
    Outcome send(const Json& body, UnixMillis now);
    // {"status":"read"}: true for a message of a customer.
    bool mark_read(const std::string& wamid) const { return inbound_.contains(wamid); }

    // {"messaging_product", "block_users": [{"user"} | {"user_id"}]}: only who wrote within a day.
    Reply block_users(const Json& body, UnixMillis now);

    // A customer writes: opens the window and makes the message known.
    void note_inbound(
        const std::string& customer, const std::string& name, const std::string& wamid, UnixMillis at
    );
    void note_name(const std::string& wa_id, const std::string& name) { names_[wa_id] = name; }
    std::string name_of(const std::string& wa_id) const;
    void set_reads(const std::string& wa_id, bool reads);

    // The window and the paces go by this clock, webhook timestamps do not.
    void advance_clock(UnixMillis by) { clock_offset_ += by; }
    UnixMillis clock_offset() const { return clock_offset_; }
    bool is_window_open(const std::string& wa_id, UnixMillis now) const;

    // For `ms` from now every Graph call fails: with that HTTP status, or by a closed connection for 0.
    void go_down(UnixMillis until, int http_status);
    // The answer while it is down.
    std::optional<Reply> outage(UnixMillis now) const;

    const std::vector<SentMessage>& sent() const { return sent_; }
    std::size_t count_sent_with(const std::string& callback_data) const;
    // Script, failures, token, clock and what was sent, as after the start, and nobody is blocked. Media,
    // windows and names stay.
    void reset();

  private:
    struct Sending {  // one send on its way through the checks
        const Json& body;
        SentMessage message;
        UnixMillis now;
    };

    Refusal check(const Sending& sending);
    bool is_outside_window(const Sending& sending) const;
    // What Meta finds out once it has accepted the message: the code of the status that follows; 0 = nothing.
    int trouble_of(const Sending& sending) const;
    Outcome accept(Sending& sending);
    Outcome fail_as_planned(const PlannedFailure& failure, Sending& sending);
    Json answer_to(const SentMessage& message) const;

    Rates rates_;
    std::map<std::string, UnixMillis> last_inbound_;
    std::map<std::string, std::string> names_;
    std::set<std::string> silent_readers_;
    std::map<std::string, UnixMillis> inbound_;  // when it was written
    std::map<std::string, UnixMillis> outbound_;
    std::vector<SentMessage> sent_;
    std::map<std::string, std::size_t> sent_by_callback_data_;
    UnixMillis clock_offset_ = 0;
    UnixMillis down_until_ = 0;
    int down_status_ = 0;
};

}  // namespace roost::simulator
