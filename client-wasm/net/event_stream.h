// When to open, give up and reopen the stream of events. Pure: it is told what happened and what time it is,
// and says what to do; the owner holds the connection.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/wire/sse.h"

namespace roost::net {

enum class StreamPhase {
    kIdle,        // not wanted
    kConnecting,  // for the first time: what is on screen is fresh
    kCatchingUp,  // connected again, reading what was missed
    kLive,
    kOffline,  // waiting for retry_at()
};

enum class StreamWish { kNothing, kOpen, kClose, kNewToken };

class EventStream {
  public:
    void start(UnixMillis now);  // also to begin anew after a new snapshot
    void stop();
    // Waits for start(): what is on screen has to be loaded anew first. The owner closes the connection.
    void hold(UnixMillis now);

    void opened(int status, UnixMillis now);
    // Frames that are complete now.
    std::vector<SseFrame> receive(std::string_view bytes, UnixMillis now);
    void closed(UnixMillis now, double chance);
    void token_renewed(UnixMillis now);
    // The network or the page came back: do not wait any longer, and doubt a silent connection.
    void hurry(UnixMillis now);

    // Call after every input and when wake_at() has come, until it says kNothing.
    StreamWish advance(UnixMillis now, double chance);

    StreamPhase phase() const { return phase_; }
    UnixMillis phase_since() const { return since_; }
    UnixMillis retry_at() const { return retry_at_; }
    // When advance() has something to do; 0 = only after an input.
    UnixMillis wake_at() const;

  private:
    void enter(StreamPhase phase, UnixMillis now);
    void fail(UnixMillis now, double chance);

    StreamPhase phase_ = StreamPhase::kIdle;
    SseReader reader_;
    UnixMillis since_ = 0;
    UnixMillis retry_at_ = 0;
    UnixMillis last_sign_ = 0;  // of life
    int failures_ = 0;
    UnixMillis opened_at_ = 0;
    bool was_live_ = false;
    bool is_held_ = false;
    bool is_open_ = false;      // the owner holds a connection or is opening one
    bool is_answered_ = false;  // its headers came
    bool needs_token_ = false;
    bool is_token_asked_ = false;
};

}  // namespace roost::net
