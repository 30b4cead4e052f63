// How the simulator is told to behave: settings that stay, and failures that are used up. Pure values.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"

namespace roost::simulator {

enum class Order { kNatural, kReversed, kShuffled };

// Times are milliseconds; a delay below zero means never.
struct Script {
    int sent_delay_ms = 40;
    int delivered_delay_ms = 150;
    int read_delay_ms = 400;
    int jitter_ms = 0;  // added to each of them, at most
    std::set<std::string> skipped_statuses;
    Order order = Order::kNatural;  // of the statuses of a message, and of what shares a webhook
    int batch_size = 1;             // updates in one webhook, at most
    int batch_wait_ms = 0;          // how long a webhook waits to become full
    int duplicates = 0;             // every webhook comes that many times more
    int retry_delay_ms = 500;       // doubles with every attempt
    int max_retry_delay_ms = 30'000;
    int timeout_ms = 15'000;
    int answer_delay_ms = 0;         // of every Graph answer
    int pair_burst = 45;             // messages to one customer before the pace counts
    int pair_interval_ms = 6'000;    // the pace: one message in this time
    int template_review_ms = 3'000;  // until a new or changed template is approved
    int throughput_per_second = 0;   // 0 = no limit
    bool enforces_pair_rate = true;
    bool enforces_window = true;
    bool is_window_error_immediate = false;  // 131047 as an HTTP error instead of a failed status
    bool is_paused = false;                  // nothing is delivered
    bool are_statuses_held = false;          // only messages are delivered
};

// Changes what `settings` names; kInvalid naming the first setting that is unknown or of the wrong type, and
// then nothing is changed.
Status apply_settings(Script& script, const Json& settings);
Json described(const Script& script);

enum class FailMode {
    kRefuse,      // Meta's error envelope
    kStatus,      // accepted, then a failed status
    kHttp,        // a bare HTTP status such as 503
    kDropBefore,  // the connection closes and nothing was accepted
    kDropAfter,   // accepted, and the connection closes without an answer
    kSlow,        // accepted and answered, late
};

struct PlannedFailure {
    FailMode mode = FailMode::kRefuse;
    int code = 0;
    int http_status = 503;
    int delay_ms = 0;
    int count = 1;   // below zero: every time
    std::string to;  // wa_id; empty = whoever comes next
};

// {"code"} or {"http"} or {"mode"}, "count"?, "to"?, "delay_ms"?. kInvalid naming the field.
Result<PlannedFailure> parse_failure(const Json& json);

// Failures in the order they were planned.
class FailurePlan {
  public:
    void add(PlannedFailure failure) { failures_.push_back(std::move(failure)); }
    void clear() { failures_.clear(); }
    // The first that is meant for this recipient, counted as used.
    std::optional<PlannedFailure> take_for(const std::string& wa_id);

  private:
    std::vector<PlannedFailure> failures_;
};

}  // namespace roost::simulator
