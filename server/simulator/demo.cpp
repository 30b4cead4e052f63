#include "server/simulator/demo.h"

#include <algorithm>
#include <chrono>

#include "server/simulator/inbound.h"

namespace roost::simulator {

namespace {

constexpr int kHistoryTimeoutMs = 60'000;
constexpr int kShortestPauseMs = 1'500;  // of typing
constexpr int kLongestPauseMs = 4'000;
constexpr UnixMillis kShortestSilenceMs = 60'000;  // before somebody writes unasked
constexpr UnixMillis kLongestSilenceMs = 90'000;

const std::vector<Persona>& customers() {
    static const std::vector<Persona> kAll = all_customers();
    return kAll;
}

// When the customer last wrote; far in the past for one who never did.
int minutes_since_last_line(const Persona& persona) {
    int minutes = in_days(365);
    for (const auto lines : {persona.past, persona.recent}) {
        for (const PastLine& line : lines) {
            if (line.side == Side::kCustomer) minutes = std::min(minutes, line.minutes_ago);
        }
    }
    return minutes;
}

void deliver_all(Delivery& delivery, std::vector<News> news) {
    const Group group = delivery.new_group();
    for (News& one : news)
        delivery.add_message(std::move(one), 0, group);
    delivery.wait_for(group, kHistoryTimeoutMs);
}

// Everything that was sent in the past and needs one.
void give_files(Account& account, News& history, std::string_view base_url, UnixMillis now) {
    if (!history.item.contains("history")) return;
    for (Json& part : history.item["history"]) {
        for (Json& thread : part["threads"]) {
            for (Json& message : thread["messages"])
                give_file(account, message, base_url, now);
        }
    }
}

}  // namespace

Demo::Demo(SharedAccount& shared, Delivery& delivery, std::uint64_t seed)
    : shared_(shared), delivery_(delivery), chance_(seed ^ 0xD3A0U) {}

void Demo::prepare() {
    const UnixMillis now = wall_clock();
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    account.script.sent_delay_ms = 250;
    account.script.delivered_delay_ms = 800;
    account.script.read_delay_ms = 2'000;
    account.script.jitter_ms = 600;
    delivery_.set_script(account.script);
    for (const Persona& persona : customers()) {
        const std::string wa_id(persona.wa_id);
        account.note_inbound(
            wa_id, std::string(persona.name), "", now - minutes_since_last_line(persona) * kMinute
        );
        account.set_reads(wa_id, !persona.answers.empty());
    }
}

void Demo::start(bool sends_history) {
    thread_ = std::thread([this, sends_history] {
        if (sends_history) send_history();
        write_now_and_then();
    });
}

void Demo::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopping_.notify_all();
    if (thread_.joinable()) thread_.join();
}

// The past first, then what nobody has read yet: the second must not overtake the first.
void Demo::send_history() {
    const UnixMillis now = wall_clock();
    std::vector<News> news;
    {
        const std::lock_guard lock(shared_.mutex);
        news = history_of(shared_.account.number, customers(), shared_.account.ids, now);
        for (News& one : news)
            give_files(shared_.account, one, base_url_, now);
    }
    std::vector<News> failures = failures_in(news);
    deliver_all(delivery_, std::move(news));
    deliver_all(delivery_, std::move(failures));
    for (const Persona& persona : customers()) {
        const std::lock_guard lock(shared_.mutex);
        std::string previous;
        for (const PastLine& line : persona.recent) {
            const UnixMillis at = now - line.minutes_ago * kMinute;
            auto inbound = written_by(persona, content_of_line(line.body, previous), at);
            previous = inbound.wamid;
            delivery_.add_message(std::move(inbound.news));
        }
    }
}

Inbound Demo::written_by(const Persona& persona, Json content, UnixMillis at) {
    give_file(shared_.account, content, base_url_, at);
    return customer_message(
        shared_.account, std::string(persona.wa_id), std::string(persona.name), std::move(content), at
    );
}

void Demo::say(const Persona& persona, std::string_view line, int after_ms, const std::string& quoted_wamid) {
    Json content = content_of_line(line, quoted_wamid);
    const UnixMillis at = wall_clock() + after_ms;
    const std::lock_guard lock(shared_.mutex);
    if (shared_.account.blocked.has(std::string(persona.wa_id))) return;
    auto inbound = written_by(persona, std::move(content), at);
    delivery_.add_message(std::move(inbound.news), after_ms);
}

void Demo::answer(const SentMessage& message, int read_after_ms) {
    const Persona* persona = customer_with(customers(), message.to);
    if (persona == nullptr || read_after_ms < 0 || message.type == "reaction") return;
    std::string_view line;
    int pause_ms = 0;
    {
        const std::lock_guard lock(mutex_);
        line = choose_answer(*persona, message.text, chance_);
        pause_ms = static_cast<int>(chance_.between(kShortestPauseMs, kLongestPauseMs));
    }
    if (!line.empty()) say(*persona, line, read_after_ms + pause_ms, message.wamid);
}

void Demo::write_now_and_then() {
    std::vector<const Persona*> talkative;
    for (const Persona& persona : customers()) {
        if (!persona.openers.empty()) talkative.push_back(&persona);
    }
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        const auto silence =
            std::chrono::milliseconds(chance_.between(kShortestSilenceMs, kLongestSilenceMs));
        if (stopping_.wait_for(lock, silence, [this] { return is_stopping_; })) return;
        const Persona& persona = *talkative[chance_.next() % talkative.size()];
        const std::string_view line = persona.openers[chance_.next() % persona.openers.size()];
        lock.unlock();
        say(persona, line, 0, "");
        lock.lock();
    }
}

}  // namespace roost::simulator
