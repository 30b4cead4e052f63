#include "server/simulator/statuses.h"

#include <algorithm>
#include <array>

#include "server/simulator/graph_error.h"

namespace roost::simulator {

namespace {

struct Step {
    std::string_view name;
    int Script::*delay;
};
constexpr auto kSteps = std::to_array<Step>({
    {"sent", &Script::sent_delay_ms},
    {"delivered", &Script::delivered_delay_ms},
    {"read", &Script::read_delay_ms},
});

Json pricing_of(const SentMessage& message) {
    const bool is_free = message.category == "service";
    return Json{
        {"billable", !is_free},
        {"pricing_model", "PMP"},
        {"category", message.category},
        {"type", is_free ? "free_customer_service" : "regular"}};
}

bool comes(const SentMessage& message, std::string_view status, const Script& script) {
    if (message.type == "reaction" && status != "sent") return false;
    if (status == "read" && !message.reads) return false;
    return !script.skipped_statuses.contains(std::string(status));
}

// The n-th news goes out at the n-th time, whatever the order of the news is.
void disorder(std::vector<TimedNews>& news, Order order, IdMaker& ids) {
    if (order == Order::kNatural) return;
    std::vector<int> times;
    times.reserve(news.size());
    for (const TimedNews& one : news)
        times.push_back(one.after_ms);
    if (order == Order::kReversed) {
        std::reverse(news.begin(), news.end());
    } else {
        for (std::size_t i = news.size(); i > 1; --i)
            std::swap(news[i - 1], news[ids.next() % i]);
    }
    for (std::size_t i = 0; i < news.size(); ++i)
        news[i].after_ms = times[i];
}

}  // namespace

Json status_json(const SentMessage& message, std::string_view status, UnixMillis at) {
    Json json{{"id", message.wamid}, {"status", status}, {"timestamp", std::to_string(at / kSecond)}};
    json[is_user_id(message.to) ? "recipient_user_id" : "recipient_id"] = message.to;
    if (!message.callback_data.empty()) json["biz_opaque_callback_data"] = message.callback_data;
    if (status == "failed") {
        json["errors"] = Json::array({webhook_error(graph_error(message.failed_code))});
    } else if (status != "read") {
        json["pricing"] = pricing_of(message);
    }
    return json;
}

std::vector<TimedNews> statuses_of(
    const SentMessage& message, std::string_view name, const Script& script, IdMaker& ids
) {
    std::vector<TimedNews> all;
    if (message.failed_code != 0) {
        const int after = std::max(script.sent_delay_ms, 0);
        all.push_back(
            {{News::Kind::kStatus, status_json(message, "failed", message.at + after), {}, {}}, after}
        );
        return all;
    }
    const Json contact = name.empty() ? Json() : contact_of(message.to, name);
    const std::string conversation = ids.conversation_id();
    int earliest = 0;
    for (const Step& step : kSteps) {
        if (script.*step.delay < 0 || !comes(message, step.name, script)) continue;
        // Jitter spreads the statuses but does not turn them round: `order` is for that.
        earliest =
            std::max(earliest, script.*step.delay + static_cast<int>(ids.between(0, script.jitter_ms)));
        Json status = status_json(message, step.name, message.at + earliest);
        status["conversation"] = {{"id", conversation}, {"origin", {{"type", message.category}}}};
        all.push_back({{News::Kind::kStatus, std::move(status), contact, {}}, earliest});
    }
    disorder(all, script.order, ids);
    return all;
}

}  // namespace roost::simulator
