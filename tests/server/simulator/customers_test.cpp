#include "server/simulator/customers.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/wire/webhook.h"

namespace roost::simulator {
namespace {

constexpr UnixMillis kNow = 1'795'262'400'000;
const BusinessNumber kNumber{"102290129340398", "106540352242922", "15550783881"};

TEST_CASE("demo: a dozen customers with numbers of their own, in time order, their last words unread") {
    const auto customers = all_customers();
    CHECK(customers.size() >= 12);
    std::set<std::string_view> numbers;
    for (const Persona& persona : customers) {
        CAPTURE(persona.wa_id);
        CHECK(numbers.insert(persona.wa_id).second);
        CHECK(wa_id_of(persona.wa_id) == persona.wa_id);
        int minutes_ago = in_days(180);
        for (const auto lines : {persona.past, persona.recent}) {
            for (const PastLine& line : lines) {
                CHECK(line.minutes_ago < minutes_ago);
                minutes_ago = line.minutes_ago;
                CHECK(content_of_line(line.body, "wamid.X").contains("type"));
            }
        }
        for (const PastLine& line : persona.recent)
            CHECK(line.side == Side::kCustomer);
    }
}

TEST_CASE("demo: the history says every line of the past once, as the product reads it") {
    const auto customers = all_customers();
    IdMaker ids(1);
    std::size_t lines = 0;
    for (const Persona& persona : customers)
        lines += persona.past.size();
    std::size_t messages = 0;
    std::size_t ours = 0;
    std::set<std::string> wamids;
    std::set<std::string> names;
    for (const News& news : history_of(kNumber, customers, ids, kNow)) {
        const auto parsed = parse_webhook(meta_escaped(webhook_of(kNumber, {news})), kNow);
        REQUIRE(parsed);
        for (const WebhookItem& item : parsed->items) {
            const auto* message = std::get_if<IncomingMessage>(&item);
            if (message == nullptr) continue;
            CHECK(message->is_history);
            ++messages;
            if (message->is_echo) ++ours;
            wamids.insert(message->wamid);
            names.insert(message->person.name);
        }
    }
    CHECK(messages == lines);
    CHECK(wamids.size() == lines);
    CHECK(ours > lines / 4);
    CHECK(names.contains("田中 健"));
}

TEST_CASE("demo: what the history says was not sent gets its reason told") {
    IdMaker ids(1);
    const auto failures = failures_in(history_of(kNumber, all_customers(), ids, kNow));
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].item["status"] == "failed");
    CHECK(failures[0].item["errors"][0]["code"] == 131047);
    CHECK(failures[0].item["recipient_id"] == "4915123456789");
}

TEST_CASE("demo: a question is answered as a question, in any script") {
    constexpr std::string_view kAnswers[] = {"thanks"};
    constexpr std::string_view kReplies[] = {"yes"};
    Persona persona{"254712345678", "Amina", {}, {}, kAnswers, kReplies, {}};
    IdMaker chance(1);
    CHECK(choose_answer(persona, "Is Thursday fine?", chance) == "yes");
    CHECK(choose_answer(persona, "هل يناسبك؟", chance) == "yes");
    CHECK(choose_answer(persona, "よろしいですか？", chance) == "yes");
    CHECK(choose_answer(persona, "See you.", chance) == "thanks");
    persona.answers = {};
    persona.answers_to_questions = {};
    CHECK(choose_answer(persona, "Hello?", chance).empty());
}

}  // namespace
}  // namespace roost::simulator
