#include <array>

#include "server/simulator/customers.h"
#include "server/simulator/graph_error.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kThreadsPerWebhook = 4;

// Meta's phases: the last day, up to 90 days, up to 180.
struct Phase {
    int number;
    int from_minutes_ago;
    int to_minutes_ago;
};
constexpr auto kPhases =
    std::to_array<Phase>({{0, 0, in_days(1)}, {1, in_days(1), in_days(90)}, {2, in_days(90), in_days(180)}});

struct Thread {
    const Persona* persona;
    Json messages;  // oldest first
};

Json past_message(
    const BusinessNumber& number, const Persona& persona, const PastLine& line, std::string_view previous
) {
    Json message = content_of_line(line.body, previous);
    const bool is_ours = line.side != Side::kCustomer;
    message["from"] = is_ours ? number.display_phone_number : std::string(persona.wa_id);
    if (is_ours) message["to"] = persona.wa_id;
    // Not ERROR, which knows no reason: the failed status that follows tells it.
    const char* status = line.side == Side::kNotSent ? "PENDING" : "READ";
    message["history_context"] = {{"status", status}};
    if (line.side == Side::kNotSent) message["errors"] = Json::array({webhook_error(graph_error(131047))});
    return message;
}

Json messages_of(const BusinessNumber& number, const Persona& persona, IdMaker& ids, UnixMillis now) {
    Json messages = Json::array();
    std::string previous;
    for (const PastLine& line : persona.past) {
        Json message = past_message(number, persona, line, previous);
        const std::string wa_id(persona.wa_id);
        previous = line.side == Side::kCustomer ? ids.inbound_wamid(wa_id) : ids.outbound_wamid(wa_id);
        message["id"] = previous;
        message["timestamp"] = std::to_string((now - line.minutes_ago * kMinute) / kSecond);
        messages.push_back(std::move(message));
    }
    return messages;
}

// Of `all`, what was written in that phase.
Json messages_in(const Phase& phase, const Thread& thread) {
    Json chosen = Json::array();
    for (std::size_t i = 0; i < thread.messages.size(); ++i) {
        const int minutes_ago = thread.persona->past[i].minutes_ago;
        if (minutes_ago >= phase.from_minutes_ago && minutes_ago < phase.to_minutes_ago) {
            chosen.push_back(thread.messages[i]);
        }
    }
    return chosen;
}

// Adds a failed status for every message that carries errors.
void add_failures(const Json& messages, std::vector<News>& failures) {
    for (const Json& message : messages) {
        if (!message.contains("errors")) continue;
        Json status{
            {"id", message["id"]},
            {"status", "failed"},
            {"timestamp", message["timestamp"]},
            {"recipient_id", message["to"]},
            {"errors", message["errors"]}};
        failures.push_back({News::Kind::kStatus, std::move(status), {}, {}});
    }
}

class Chunks {
  public:
    explicit Chunks(const BusinessNumber& number) : number_(number) {}

    void add(const Persona& persona, Json messages) {
        const std::string wa_id(persona.wa_id);
        Json context{{"wa_id", wa_id}};
        threads_.push_back({{"id", wa_id}, {"context", context}, {"messages", std::move(messages)}});
        if (!persona.name.empty()) contacts_.push_back(contact_of(wa_id, persona.name));
    }

    void close(int phase, int progress) {
        if (threads_.empty() && progress < 100) return;
        Json value = value_frame(number_);
        const Json metadata{{"phase", phase}, {"chunk_order", ++order_}, {"progress", progress}};
        value["history"] = Json::array({Json{{"metadata", metadata}, {"threads", threads_}}});
        // Meta sends the names apart, as the contacts of the phone book.
        if (!contacts_.empty()) value["contacts"] = contacts_;
        news_.push_back({News::Kind::kField, std::move(value), {}, "history"});
        threads_ = Json::array();
        contacts_ = Json::array();
    }

    bool is_full() const { return threads_.size() == kThreadsPerWebhook; }
    std::vector<News> take() { return std::move(news_); }

  private:
    const BusinessNumber& number_;
    Json threads_ = Json::array();
    Json contacts_ = Json::array();
    int order_ = 0;
    std::vector<News> news_;
};

}  // namespace

std::vector<News> history_of(
    const BusinessNumber& number, const std::vector<Persona>& customers, IdMaker& ids, UnixMillis now
) {
    std::vector<Thread> threads;
    threads.reserve(customers.size());
    for (const Persona& persona : customers)
        threads.push_back({&persona, messages_of(number, persona, ids, now)});
    Chunks chunks(number);
    int closed_phases = 0;
    for (const Phase& phase : kPhases) {
        for (const Thread& thread : threads) {
            Json messages = messages_in(phase, thread);
            if (messages.empty()) continue;
            chunks.add(*thread.persona, std::move(messages));
            if (chunks.is_full()) chunks.close(phase.number, closed_phases * 33 + 15);
        }
        ++closed_phases;
        chunks.close(phase.number, closed_phases == std::ssize(kPhases) ? 100 : closed_phases * 33);
    }
    return chunks.take();
}

std::vector<News> failures_in(const std::vector<News>& history) {
    std::vector<News> failures;
    for (const News& news : history) {
        for (const Json& chunk : member(news.item, "history")) {
            for (const Json& thread : member(chunk, "threads"))
                add_failures(thread["messages"], failures);
        }
    }
    return failures;
}

}  // namespace roost::simulator
