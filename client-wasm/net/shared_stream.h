// One connection for all tabs of one agent in one browser, which allows six to a host. The tab that holds the
// lock leads: it keeps the connection and passes on what arrives; the others have streams that look like
// connections and catch up from the leader's memory. Whoever is next in line for the lock goes on from where
// it was, so a leader that closes is not missed. Where tabs cannot know of each other each one leads for
// itself.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "client-wasm/platform/platform.h"
#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/wire/sse.h"

namespace roost::net {

// One thread. The platform outlives it. Callbacks come from the platform's own, never inside a call.
class SharedStream {
  public:
    struct Listener {
        std::function<platform::Request(EventSeq since)> request;  // of the connection, with a fresh token
        std::function<void()> on_lead;
        std::function<void()> on_hurry;  // another tab waits for the connection
        std::function<void()> on_signed_out;
        std::function<void(const std::string& tab)> on_queued;  // a tab keeps a message that is not sent
    };

    explicit SharedStream(platform::Platform& platform) : platform_(platform) {}

    void join(AgentId agent, Listener listener);
    // Everything of the agent ends here, without callbacks.
    void leave();

    // At most one at a time. As Platform::open_stream.
    void open(EventSeq since, platform::StreamCallbacks callbacks);
    void close();

    // To the other tabs.
    void tell_signed_out();
    void tell_queued();

    bool leads() const { return leads_; }
    const std::string& tab() const { return tab_; }

    // Call when wake_at() has come.
    void advance(UnixMillis now);
    UnixMillis wake_at() const { return patience_ends_; }  // 0 = nothing is waited for

  private:
    bool is_connected() const { return connection_.has_value() && is_answered_; }
    void ask_for_lead(platform::LockWish wish);
    void took_lead();
    void lost_lead();
    void connect();
    void disconnect();
    void connection_opened(int status);
    void connection_sent(std::string_view bytes);
    void connection_closed();
    void say(const char* what, Json more = Json::object());
    void say_hello();
    void hear(std::string_view text);
    void hear_as_leader(const std::string& what, const Json& message);
    void hear_as_follower(const std::string& what, const Json& message);
    void answer_hello(const std::string& from, EventSeq since);
    void take_passed_on(const Json& message);
    void take_welcome(const Json& message);
    void remember(const SseFrame& frame, EventSeq seq);
    void show_open();
    void show_closed();

    platform::Platform& platform_;
    Listener listener_;
    std::string tab_;
    std::string lock_name_;
    platform::LockId lock_ = 0;  // 0 = not asked for
    bool has_joined_ = false;
    bool leads_ = false;
    // What the owner has open, real or not.
    std::optional<platform::StreamCallbacks> opened_;
    bool is_shown_open_ = false;
    bool is_welcome_ = false;  // a follower that misses nothing
    UnixMillis patience_ends_ = 0;
    // The connection of the leader.
    std::optional<platform::StreamId> connection_;
    bool is_answered_ = false;
    SseReader reader_;
    // What passed through here after `forgotten_` and up to `newest_`, for those who missed it.
    std::deque<SseFrame> memory_;
    EventSeq forgotten_;
    EventSeq newest_;
};

}  // namespace roost::net
