#include "client-wasm/net/event_stream.h"

#include <algorithm>
#include <utility>

#include "client-wasm/net/backoff.h"

namespace roost::net {

namespace {

constexpr UnixMillis kSilence = 40 * kSecond;        // heartbeats come every 15 s
constexpr UnixMillis kAnswerTime = 20 * kSecond;     // for the headers
constexpr UnixMillis kQuiet = 300;                   // nothing more to catch up
constexpr UnixMillis kLongestCatchUp = 4 * kSecond;  // then what comes is simply much
constexpr UnixMillis kHealthyAfter = 10 * kSecond;
constexpr UnixMillis kDoubtAfter = 20 * kSecond;  // of silence, when the page comes back

}  // namespace

void EventStream::enter(StreamPhase phase, UnixMillis now) {
    if (phase_ == phase) return;
    phase_ = phase;
    since_ = now;
}

void EventStream::start(UnixMillis now) {
    is_held_ = false;
    is_open_ = false;
    is_answered_ = false;
    needs_token_ = false;
    is_token_asked_ = false;
    retry_at_ = now;
    enter(was_live_ ? StreamPhase::kCatchingUp : StreamPhase::kConnecting, now);
}

void EventStream::stop() {
    *this = EventStream();
}

void EventStream::hold(UnixMillis now) {
    is_held_ = true;
    is_open_ = false;
    is_answered_ = false;
    enter(StreamPhase::kCatchingUp, now);
}

void EventStream::opened(int status, UnixMillis now) {
    last_sign_ = now;
    is_answered_ = true;
    if (status == 401) {
        needs_token_ = true;
        return;
    }
    if (status != 200) return;  // the close that follows counts as the failure
    reader_.reset();
    opened_at_ = now;
    enter(was_live_ ? StreamPhase::kCatchingUp : StreamPhase::kLive, now);
    was_live_ = true;
}

std::vector<SseFrame> EventStream::receive(std::string_view bytes, UnixMillis now) {
    last_sign_ = now;
    failures_ = 0;
    return reader_.feed(bytes);
}

void EventStream::fail(UnixMillis now, double chance) {
    retry_at_ = now + backoff(failures_, chance);
    ++failures_;
    enter(StreamPhase::kOffline, now);
}

void EventStream::closed(UnixMillis now, double chance) {
    if (phase_ == StreamPhase::kIdle || is_held_) return;
    const bool was_healthy = is_answered_ && failures_ == 0 && now - opened_at_ >= kHealthyAfter;
    is_open_ = false;
    is_answered_ = false;
    if (needs_token_) return;
    if (!was_healthy) return fail(now, chance);
    // The end of a good connection (a token that ran out, a restart) is worth one attempt at once.
    retry_at_ = now;
    failures_ = 1;
    enter(StreamPhase::kCatchingUp, now);
}

void EventStream::token_renewed(UnixMillis now) {
    needs_token_ = false;
    is_token_asked_ = false;
    retry_at_ = now;
}

void EventStream::hurry(UnixMillis now) {
    if (phase_ == StreamPhase::kIdle) return;
    if (!is_open_) retry_at_ = now;
    if (is_open_ && now - last_sign_ > kDoubtAfter) last_sign_ = now - kSilence;
}

StreamWish EventStream::advance(UnixMillis now, double chance) {
    if (phase_ == StreamPhase::kIdle || is_held_) return StreamWish::kNothing;
    if (needs_token_) {
        is_open_ = false;
        is_answered_ = false;
        return std::exchange(is_token_asked_, true) ? StreamWish::kNothing : StreamWish::kNewToken;
    }
    if (!is_open_) {
        if (now < retry_at_) return StreamWish::kNothing;
        is_open_ = true;
        is_answered_ = false;
        last_sign_ = now;
        return StreamWish::kOpen;
    }
    const UnixMillis patience = is_answered_ ? kSilence : kAnswerTime;
    if (now - last_sign_ >= patience) {
        is_open_ = false;
        fail(now, chance);
        return StreamWish::kClose;
    }
    const bool is_caught_up = now - last_sign_ >= kQuiet || now - since_ >= kLongestCatchUp;
    if (phase_ == StreamPhase::kCatchingUp && is_answered_ && is_caught_up) enter(StreamPhase::kLive, now);
    return StreamWish::kNothing;
}

UnixMillis EventStream::wake_at() const {
    if (phase_ == StreamPhase::kIdle || needs_token_ || is_held_) return 0;
    if (!is_open_) return retry_at_;
    if (phase_ == StreamPhase::kCatchingUp && is_answered_) {
        return std::min(last_sign_ + kQuiet, since_ + kLongestCatchUp);
    }
    return last_sign_ + (is_answered_ ? kSilence : kAnswerTime);
}

}  // namespace roost::net
