// Signing in, and what a client starts from.
#include <cstdlib>
#include <utility>

#include "client-wasm/app/brand.h"
#include "client-wasm/app/client.h"
#include "client-wasm/net/backoff.h"
#include "client-wasm/words/trouble.h"

namespace roost {

Client::Client(platform::Platform& platform) : platform_(platform), api_(platform), shared_(platform) {
    api_.when_forbidden([this] {
        if (state_.is_signed_in) load_me();
    });
    start();
}

void Client::start() {
    const std::string theme = platform_.load("theme").value_or("");
    if (theme == "light") state_.theme = ThemeChoice::kLight;
    if (theme == "dark") state_.theme = ThemeChoice::kDark;
    state_.locale = Locale(kEnglish, [this](auto tag, auto format, auto value, auto offset) {
        return platform_.format(tag, format, value, offset);
    });
    state_.list_width = static_cast<float>(std::atoi(platform_.load("list-width").value_or("").c_str()));
    choose_language(platform_.load("language").value_or(""));
    load_brand();
    state_.is_starting = true;
    resume();
}

// With the cookie of last time. Without an answer, whoever was signed in stays so: the page waits, instead of
// asking for a password that nobody could check.
void Client::resume() {
    snapshot_retry_at_ = 0;
    api_.renew([this](const Result<net::SessionGrant>& grant) {
        const bool is_unanswered = !grant && may_pass(grant.error().code);
        if (is_unanswered && platform_.load("agent")) {
            state_.snapshot_error = sentence_of(state_.locale.words(), grant.error());
            snapshot_retry_at_ = platform_.now() + net::backoff(snapshot_failures_++, chance());
            return;
        }
        state_.is_starting = false;
        state_.snapshot_error.clear();
        if (grant) return signed_in(*grant);
        platform_.store("agent", "");
        if (is_unanswered) state_.sign_in.error = sentence_of(state_.locale.words(), grant.error());
    });
}

// The last one known shows at once; what the server says now takes its place.
void Client::load_brand() {
    const auto known = parse_json(platform_.load("brand").value_or(""));
    if (known) state_.brand = read_brand(*known);
    api_.brand([this](const Result<Json>& news) {
        if (!news) return;
        state_.brand = read_brand(*news);
        platform_.store("brand", dump_json(*news));
    });
}

void Client::signed_in(const net::SessionGrant& grant) {
    state_.is_signed_in = true;
    state_.sign_in = {};
    take_profile(grant.agent);
    state_.page_record = grant.record;
    platform_.store("agent", to_string(grant.agent.id));  // the page guesses the next first screen by it
    load_snapshot();
}

// Nothing of one agent may be seen by the next.
void Client::signed_out() {
    platform_.store("agent", "");
    shared_.leave();
    for (const auto& [key, lock] : std::exchange(awaited_outboxes_, {}))
        platform_.release(lock);
    if (outbox_lock_ != 0) platform_.release(std::exchange(outbox_lock_, 0));
    stream_news_.clear();
    ++stream_generation_;
    stream_.stop();
    drop_all_files();
    quieten();
    platform_.pictures().clear();
    file_links_.clear();
    inbox_ = {};
    outbox_ = {};
    if (std::exchange(is_page_guarded_, false)) platform_.guard_page(false);
    is_loading_snapshot_ = was_live_ = false;
    snapshot_retry_at_ = 0;
    // What belongs to the browser stays.
    UiState next;
    next.theme = state_.theme;
    next.locale = state_.locale;
    next.has_words = state_.has_words;
    next.language = state_.language;
    next.brand = state_.brand;
    next.list_width = state_.list_width;
    next.is_starting = false;
    next.list_revision = state_.list_revision + 1;
    next.thread_revision = state_.thread_revision + 1;
    state_ = std::move(next);
}

void Client::load_snapshot() {
    if (is_loading_snapshot_) return;
    is_loading_snapshot_ = true;
    snapshot_retry_at_ = 0;
    api_.snapshot([this, asked_at = platform_.now()](const Result<Snapshot>& snapshot) {
        if (!std::exchange(is_loading_snapshot_, false)) return;
        if (snapshot) clock_.learn(snapshot->now, asked_at, platform_.now());
        if (snapshot) return take_snapshot(*snapshot);
        if (snapshot.error().code == ErrorCode::kUnauthorized) return signed_out();
        state_.snapshot_error = sentence_of(state_.locale.words(), snapshot.error());
        snapshot_retry_at_ = platform_.now() + net::backoff(snapshot_failures_++, chance());
    });
}

void Client::take_snapshot(const Snapshot& snapshot) {
    snapshot_failures_ = 0;
    state_.snapshot_error.clear();
    const bool is_first = !std::exchange(state_.has_snapshot, true);
    if (is_first) {
        inbox_ = inbox_from(snapshot);
        join_tabs();
    } else {
        restart_from(inbox_, snapshot);
    }
    sight_ = snapshot.sight;
    take_profile(snapshot.me);
    state_.record_types = snapshot.record_types;
    state_.is_narrow = !snapshot.page.empty();
    state_.is_of_person = !number_in(snapshot.page).empty();
    load_notices();
    state_.list.pages.clear();
    state_.list.record_pages = {};
    state_.list.owner_pages = {};
    list_changed();
    thread_changed();
    stream_.start(platform_.now());
    if (is_first) url_changed(platform_.url());
    // A page about one person shows them, not a list of one.
    const bool is_alone = state_.is_of_person && inbox_.conversations.size() == 1;
    if (is_first && is_alone && !state_.open) open(inbox_.conversations.begin()->first, {}, true);
    if (!is_first && state_.open) load_thread(state_.open, state_.load.around);
    // Far down the list, or not theirs any more: then the server says so.
    const bool is_unknown = state_.open && find_conversation(inbox_, state_.open) == nullptr;
    if (!is_first && is_unknown) load_row(state_.open);
    // What happened meanwhile was not told one by one.
    if (!is_first) reload_templates();
}

// The role may have been changed while the connection was away; with a role it is cut.
void Client::load_me() {
    if (std::exchange(is_asking_me_, true)) return;
    api_.ask("GET", "/api/v1/auth/me", "", [this, asked_at = platform_.now()](const Result<Json>& answer) {
        is_asking_me_ = false;
        if (!state_.is_signed_in || !answer) return;
        clock_.learn(required_time(*answer, "now").value_or(0), asked_at, platform_.now());
        if (const auto me = read_profile(*answer)) take_profile(*me);
    });
}

void Client::take_profile(const Profile& me) {
    const std::string& name = me.name.empty() ? me.email : me.name;
    if (!name.empty()) state_.my_name = name;
    state_.my_email = me.email;
    state_.my_role = me.role;
    state_.permissions = me.permissions;
    thread_changed();
    if (!may(state_, permission::kReadNotices)) state_.notices.clear();
    const SettingsSection shown = state_.settings.section;
    if (!may_open(state_, shown)) show_settings(SettingsSection::kAccount, true);
}

void Client::join_tabs() {
    net::SharedStream::Listener listener;
    listener.request = [this](EventSeq since) { return api_.event_request(since, sight_); };
    listener.on_lead = [this] { adopt_outboxes(); };
    listener.on_hurry = [this] { stream_.hurry(platform_.now()); };
    listener.on_signed_out = [this] { is_signed_out_elsewhere_ = true; };
    listener.on_queued = [this](const std::string& tab) {
        if (shared_.leads()) await_outbox(outbox_key(tab));
    };
    shared_.join(inbox_.me, std::move(listener));
    const auto nothing = [](bool) {};
    if (platform_.knows_tabs())
        outbox_lock_ =
            platform_.hold("roost." + outbox_key(shared_.tab()), platform::LockWish::kInLine, nothing);
    adopt_outboxes();
}

}  // namespace roost
