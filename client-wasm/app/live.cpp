// The stream of events and everything else that arrives by itself.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/json_writer.h"
#include "shared/wire/event.h"

namespace roost {

namespace {

ConnectionPhase shown_phase(net::StreamPhase phase) {
    switch (phase) {
        case net::StreamPhase::kLive:
            return ConnectionPhase::kLive;
        case net::StreamPhase::kCatchingUp:
            return ConnectionPhase::kCatchingUp;
        case net::StreamPhase::kOffline:
            return ConnectionPhase::kOffline;
        case net::StreamPhase::kIdle:
        case net::StreamPhase::kConnecting:
            break;
    }
    return ConnectionPhase::kConnecting;
}

UnixMillis earlier(UnixMillis a, UnixMillis b) {
    if (a == 0 || b == 0) return a + b;
    return a < b ? a : b;
}

}  // namespace

bool Client::advance() {
    bool has_news = api_.deliver();
    has_news = take_stream_news() || has_news;
    if (has_news) read_arrivals();
    if (std::exchange(is_signed_out_elsewhere_, false)) sign_out_here();
    const UnixMillis now = platform_.now();
    if (snapshot_retry_at_ != 0 && now >= snapshot_retry_at_) {
        if (state_.is_starting) resume();
        if (state_.is_signed_in) load_snapshot();
    }
    if (page_retry_at_ != 0 && now >= page_retry_at_) allow_pages();
    shared_.advance(now);
    ask_due();
    drive_stream();
    send_due();
    announce_arrivals();
    show_connection();
    return has_news;
}

void Client::drive_stream() {
    for (;;) {
        const UnixMillis now = platform_.now();
        switch (stream_.advance(now, chance())) {
            case net::StreamWish::kNothing:
                return;
            case net::StreamWish::kOpen:
                open_stream();
                break;
            case net::StreamWish::kClose:
                shared_.close();
                ++stream_generation_;
                break;
            case net::StreamWish::kNewToken:
                api_.renew([this](const Result<net::SessionGrant>& grant) {
                    if (!state_.is_signed_in) return;
                    if (!grant && grant.error().code == ErrorCode::kUnauthorized) return signed_out();
                    stream_.token_renewed(platform_.now());
                    if (!grant) stream_.closed(platform_.now(), chance());
                });
                break;
        }
    }
}

void Client::open_stream() {
    const int generation = ++stream_generation_;
    const auto push = [this, generation](auto what) {
        // In two steps: gcc 12 takes the variant of a moved temporary for uninitialised.
        StreamNews& news = stream_news_.emplace_back();
        news.generation = generation;
        news.what = std::move(what);
        platform_.request_frame();
    };
    platform::StreamCallbacks callbacks;
    callbacks.on_open = [push](int status) { push(StreamOpened{status}); };
    callbacks.on_bytes = [push](std::string_view bytes) { push(StreamBytes{std::string(bytes)}); };
    callbacks.on_close = [push]() { push(StreamClosed{}); };
    shared_.open(inbox_.seq, std::move(callbacks));
}

bool Client::take_stream_news() {
    const auto all = std::exchange(stream_news_, {});
    for (const StreamNews& news : all) {
        if (news.generation != stream_generation_) continue;
        const UnixMillis now = platform_.now();
        if (const auto* opened = std::get_if<StreamOpened>(&news.what)) {
            stream_.opened(opened->status, now);
            if (opened->status == 200 && std::exchange(was_live_, true)) load_me();
        } else if (const auto* bytes = std::get_if<StreamBytes>(&news.what)) {
            for (const SseFrame& frame : stream_.receive(bytes->bytes, now))
                take_frame(frame);
        } else {
            stream_.closed(now, chance());
        }
    }
    return !all.empty();
}

void Client::take_frame(const SseFrame& frame) {
    // The log does not reach back to where this client was.
    if (frame.event == "reset") {
        shared_.close();
        ++stream_generation_;
        stream_.hold(platform_.now());
        return load_snapshot();
    }
    const auto seq = parse_id<EventSeq>(frame.id);
    if (!seq || frame.data.empty() || is_loading_snapshot_) return;
    const auto event = read_event(*seq, frame.data);
    if (event) return take_event(*event);
    // Of a kind this client is too old for: its place in the order is taken all the same.
    if (*seq > inbox_.seq) inbox_.seq = *seq;
}

// Before it is drawn, so that nothing is shown as unread for the blink until the server knows.
void Client::read_arrivals() {
    if (!state_.reads_latest || !state_.is_page_visible || !may(state_, permission::kTend)) return;
    const Conversation* row = find_conversation(inbox_, state_.open);
    if (row == nullptr || row->unread == 0 || !row->last.id) return;
    api_.mark_read(row->id, row->last.id);
    take_as_read(inbox_, row->id);
    list_changed();
}

void Client::take_event(const Event& event) {
    if (event.seq <= inbox_.seq) return;
    const Conversation* known = find_conversation(inbox_, conversation_of(event));
    const auto before = known == nullptr ? std::nullopt : std::optional(*known);
    apply(inbox_, event);
    if (const auto* added = std::get_if<MessageAdded>(&event.payload)) {
        keep_behind(added->message);
        tell_host(added->message);
    }
    list_changed();
    touched(conversation_of(event));
    announce(event);
    if (const auto* gone = std::get_if<ConversationGone>(&event.payload))
        take_gone(*gone, before ? display_name(*before) : std::string());
    if (const auto* changed = std::get_if<ConversationChanged>(&event.payload))
        tell_given(before ? &*before : nullptr, changed->conversation);
    if (std::holds_alternative<TemplatesChanged>(event.payload)) reload_templates();
    if (!std::holds_alternative<NoticesChanged>(event.payload)) return;
    load_notices();
    if (state_.settings.section == SettingsSection::kNumbers) load_settings(SettingsSection::kNumbers);
}

void Client::tell_host(const Message& message) {
    const std::string ids = text_written_by([&message](JsonWriter& out) {
        out.begin_object();
        out.key("conversation").string(to_string(message.conversation));
        out.key("message").string(to_string(message.id)).end_object();
    });
    platform_.tell_host(message.direction == Direction::kInbound ? "message" : "sent", ids);
}

void Client::announce(const Event& event) {
    const ConversationId id = conversation_of(event);
    const Conversation* row = find_conversation(inbox_, id);
    if (row == nullptr) return;
    const std::string name = display_name(*row);
    const Words& words = state_.locale.words();
    if (const auto* added = std::get_if<MessageAdded>(&event.payload)) {
        if (id != state_.open || added->message.direction != Direction::kInbound) return;
        ++arrivals_;
        last_arrival_ =
            fill(words.arrivals.one, {name, said(state_.locale, preview(added->message.content))});
    } else if (const auto* changed = std::get_if<MessageStatusChanged>(&event.payload)) {
        if (!changed->failure) return;
        platform_.announce(
            fill(words.trouble.message_failed, {name, failure_said(words, *changed->failure)}), true
        );
    }
}

// The first is said at once; what follows on its heels is summed up.
void Client::announce_arrivals() {
    const UnixMillis now = platform_.now();
    if (arrivals_ == 0 || now < arrivals_quiet_until_) return;
    const std::string summary = state_.locale.count(state_.locale.words().arrivals.many, arrivals_);
    platform_.announce(arrivals_ == 1 ? last_arrival_ : summary, false);
    arrivals_ = 0;
    arrivals_quiet_until_ = now + kSecond;
}

void Client::show_connection() {
    Connection& shown = state_.connection;
    const ConnectionPhase before = shown.phase;
    shown.phase = shown_phase(stream_.phase());
    shown.retry_at = clock_.by_server(stream_.retry_at());
    shown.since = clock_.by_server(stream_.phase_since());
    state_.queue.waiting = outbox_.waiting();
    if (shown.phase != ConnectionPhase::kLive || before == ConnectionPhase::kLive) return;
    outbox_.hurry();
    send_due();
    allow_pages();
    platform_.pictures().forget_broken();
    const ThreadWindow* thread = find_thread(inbox_, state_.open);
    if (!state_.load.error.empty() || (state_.open && thread == nullptr))
        load_thread(state_.open, state_.load.around);
}

UnixMillis Client::wake_at() const {
    UnixMillis at = earlier(stream_.wake_at(), outbox_.wake_at());
    at = earlier(at, shared_.wake_at());
    at = earlier(earlier(at, snapshot_retry_at_), page_retry_at_);
    at = earlier(at, search_wakes_at());
    if (arrivals_ > 0) at = earlier(at, arrivals_quiet_until_);
    // The countdown changes each second, and only while offline.
    if (stream_.phase() == net::StreamPhase::kOffline) {
        const UnixMillis now = platform_.now();
        const UnixMillis left = stream_.retry_at() - now;
        if (left > 0) at = earlier(at, now + (left - 1) % kSecond + 1);
    }
    return at;
}

void Client::page_became(bool is_visible) {
    state_.is_page_visible = is_visible;
    if (is_visible) hurry();
}

void Client::network_became(bool is_online) {
    if (is_online) hurry();  // else the stream breaks by itself, or it does not
}

// Whatever waits for its next attempt need not wait any longer.
void Client::hurry() {
    stream_.hurry(platform_.now());
    outbox_.hurry();
    if (snapshot_retry_at_ != 0) snapshot_retry_at_ = platform_.now();
}

void Client::touched(ConversationId id) {
    if (id == state_.open) thread_changed();
}

// Spreads clients that lost the same server; what it is worth is no secret.
double Client::chance() {
    const std::string ref = platform_.random_ref();
    unsigned sum = 0;
    for (const char c : ref)
        sum = sum * 31 + static_cast<unsigned char>(c);
    return static_cast<double>(sum % 1024) / 1024.0;
}

}  // namespace roost
