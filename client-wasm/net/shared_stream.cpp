#include "client-wasm/net/shared_stream.h"

#include <utility>

namespace roost::net {

namespace {

constexpr std::size_t kRemembered = 512;
constexpr UnixMillis kPatience = 2 * kSecond;  // with a leader that does not answer: it may be frozen

EventSeq seq_in(const Json& message, const char* name) {
    return parse_id<EventSeq>(string_or(message, name, "")).value_or(EventSeq{});
}

}  // namespace

void SharedStream::join(AgentId agent, Listener listener) {
    listener_ = std::move(listener);
    tab_ = platform_.random_ref();
    has_joined_ = true;
    leads_ = !platform_.knows_tabs();
    if (leads_) return;
    lock_name_ = "roost.stream." + to_string(agent);
    platform_.hear_tabs(lock_name_, [this](std::string_view text) { hear(text); });
}

void SharedStream::leave() {
    if (!std::exchange(has_joined_, false)) return;
    opened_.reset();
    disconnect();
    if (lock_ != 0) platform_.release(std::exchange(lock_, 0));
    platform_.hear_tabs("", nullptr);
    leads_ = false;
    patience_ends_ = 0;
    memory_.clear();
    forgotten_ = newest_ = {};
}

// ---- the owner

void SharedStream::open(EventSeq since, platform::StreamCallbacks callbacks) {
    opened_ = std::move(callbacks);
    is_shown_open_ = false;
    if (since != newest_) {
        memory_.clear();
        forgotten_ = newest_ = since;
    }
    if (leads_) return connect();
    // Not before: who leads has to be able to connect.
    if (lock_ == 0) ask_for_lead(platform::LockWish::kInLine);
    say_hello();
}

void SharedStream::close() {
    opened_.reset();
    is_welcome_ = false;
    patience_ends_ = 0;
    const bool was_connected = is_connected();
    disconnect();
    if (was_connected) say("closed");
}

void SharedStream::show_open() {
    if (!opened_ || std::exchange(is_shown_open_, true)) return;
    const auto on_open = opened_->on_open;
    on_open(200);
}

void SharedStream::show_closed() {
    const auto closed = std::exchange(opened_, std::nullopt);
    is_welcome_ = false;
    patience_ends_ = 0;
    if (closed) closed->on_close();
}

// ---- the lead

void SharedStream::ask_for_lead(platform::LockWish wish) {
    if (lock_ != 0) platform_.release(lock_);
    lock_ = platform_.hold(lock_name_, wish, [this](bool is_held) { is_held ? took_lead() : lost_lead(); });
}

void SharedStream::took_lead() {
    leads_ = true;
    is_welcome_ = false;
    patience_ends_ = 0;
    if (opened_) connect();
    listener_.on_lead();
}

// To a tab that had waited for an answer in vain.
void SharedStream::lost_lead() {
    lock_ = 0;
    leads_ = false;
    disconnect();
    show_closed();
}

void SharedStream::advance(UnixMillis now) {
    if (patience_ends_ == 0 || now < patience_ends_) return;
    patience_ends_ = 0;
    ask_for_lead(platform::LockWish::kSeize);
}

// ---- the leader's connection

void SharedStream::connect() {
    disconnect();
    reader_.reset();
    platform::StreamCallbacks callbacks;
    callbacks.on_open = [this](int status) { connection_opened(status); };
    callbacks.on_bytes = [this](std::string_view bytes) { connection_sent(bytes); };
    callbacks.on_close = [this] { connection_closed(); };
    connection_ = platform_.open_stream(listener_.request(newest_), std::move(callbacks));
}

void SharedStream::disconnect() {
    is_answered_ = false;
    if (const auto stream = std::exchange(connection_, std::nullopt)) platform_.close_stream(*stream);
}

void SharedStream::connection_opened(int status) {
    if (!opened_) return;
    if (status != 200) {
        const auto on_open = opened_->on_open;
        return on_open(status);
    }
    is_answered_ = true;
    show_open();
    say("open");
}

void SharedStream::connection_sent(std::string_view bytes) {
    if (!opened_) return;
    const auto frames = reader_.feed(bytes);
    for (const SseFrame& frame : frames) {
        const auto seq = parse_id<EventSeq>(frame.id);
        if (!frame.event.empty() || !seq || *seq <= newest_) continue;
        say("event", {{"before", to_string(newest_)}, {"seq", frame.id}, {"data", frame.data}});
        remember(frame, *seq);
    }
    if (frames.empty()) say("beat");
    const auto on_bytes = opened_->on_bytes;
    on_bytes(bytes);
}

void SharedStream::connection_closed() {
    connection_.reset();
    is_answered_ = false;
    say("closed");
    show_closed();
}

void SharedStream::remember(const SseFrame& frame, EventSeq seq) {
    memory_.push_back(frame);
    newest_ = seq;
    if (memory_.size() <= kRemembered) return;
    forgotten_ = parse_id<EventSeq>(memory_.front().id).value_or(forgotten_);
    memory_.pop_front();
}

// ---- between the tabs

void SharedStream::say(const char* what, Json more) {
    if (!platform_.knows_tabs()) return;
    more["what"] = what;
    more["from"] = tab_;
    platform_.tell_tabs(dump_json(more));
}

void SharedStream::tell_signed_out() {
    if (has_joined_) say("signed_out");
}

void SharedStream::tell_queued() {
    if (has_joined_) say("queued");
}

void SharedStream::say_hello() {
    is_welcome_ = false;
    patience_ends_ = platform_.now() + kPatience;
    say("hello", {{"since", to_string(newest_)}});
}

void SharedStream::hear(std::string_view text) {
    const auto message = parse_json(text);
    if (!has_joined_ || !message || !message->is_object()) return;
    const std::string to = string_or(*message, "to", "");
    if (!to.empty() && to != tab_) return;
    const std::string what = string_or(*message, "what", "");
    if (what == "signed_out") return listener_.on_signed_out();
    if (what == "queued") return listener_.on_queued(string_or(*message, "from", ""));
    if (leads_) return hear_as_leader(what, *message);
    if (opened_) hear_as_follower(what, *message);
}

void SharedStream::hear_as_leader(const std::string& what, const Json& message) {
    if (what == "hello") answer_hello(string_or(message, "from", ""), seq_in(message, "since"));
}

void SharedStream::answer_hello(const std::string& from, EventSeq since) {
    if (!is_connected()) {
        say("wait", {{"to", from}});
        return listener_.on_hurry();
    }
    Json answer = {{"to", from}, {"since", to_string(since)}};
    if (since < forgotten_) {
        answer["reset"] = true;
        return say("welcome", std::move(answer));
    }
    Json missed = Json::array();
    for (const SseFrame& frame : memory_) {
        if (parse_id<EventSeq>(frame.id).value_or(EventSeq{}) <= since) continue;
        missed.push_back({{"seq", frame.id}, {"data", frame.data}});
    }
    answer["missed"] = std::move(missed);
    say("welcome", std::move(answer));
}

void SharedStream::hear_as_follower(const std::string& what, const Json& message) {
    if (what == "open" && !is_welcome_) return say_hello();
    if (what == "wait") patience_ends_ = 0;  // it is alive, and trying
    if (what == "welcome") return take_welcome(message);
    if (what == "closed") return show_closed();
    if (!is_welcome_) return;
    if (what == "event") return take_passed_on(message);
    if (what != "beat" || !opened_) return;
    const auto on_bytes = opened_->on_bytes;
    on_bytes(":\n\n");
}

void SharedStream::take_welcome(const Json& message) {
    // An answer to a question that was asked anew since then.
    if (seq_in(message, "since") != newest_) return;
    patience_ends_ = 0;
    is_welcome_ = true;
    show_open();
    if (!opened_) return;
    if (member(message, "reset").is_boolean()) {
        const auto on_bytes = opened_->on_bytes;
        return on_bytes(format_sse_control("reset", "{}"));
    }
    for (const Json& event : member(message, "missed"))
        take_passed_on(event);
}

void SharedStream::take_passed_on(const Json& message) {
    const EventSeq seq = seq_in(message, "seq");
    if (!opened_ || seq <= newest_) return;
    if (seq_in(message, "before") > newest_) return say_hello();
    SseFrame frame{"", to_string(seq), string_or(message, "data", "")};
    const std::string bytes = format_sse_event(seq, frame.data);
    remember(frame, seq);
    const auto on_bytes = opened_->on_bytes;
    on_bytes(bytes);
}

}  // namespace roost::net
