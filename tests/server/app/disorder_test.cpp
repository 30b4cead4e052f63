// Webhooks come in any order and more than once: what they leave is the same as if they had not.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "shared/model/service_window.h"
#include "tests/support/use_case.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::InboundText;
using test::kNoon;
using test::UseCase;

std::string body_of(const Message& message) {
    return std::get<Text>(message.content).body;
}

std::string first() {
    return test::text_webhook(InboundText{});
}

std::string edit(int number) {
    const std::string name = std::to_string(number);
    return test::edit_webhook("wamid.E" + name, "wamid.TEXT1", "Edit " + name, kNoon + number * kMinute);
}

std::string answer() {
    InboundText text;
    text.wamid = "wamid.ANSWER";
    text.text = "Yes, that one";
    text.at = kNoon + kMinute;
    return test::answer_webhook(text, "wamid.TEXT1");
}

const Message& named(const std::vector<Message>& messages, const std::string& wamid) {
    const auto found = std::find_if(messages.begin(), messages.end(), [&](const Message& one) {
        return one.wamid == wamid;
    });
    REQUIRE(found != messages.end());
    return *found;
}

std::vector<Message> thread_of(UseCase& use) {
    MessageQuery query;
    query.conversation = use.only_row().id;
    const auto page = use.store->list_messages(query);
    REQUIRE(page);
    return page->messages;
}

}  // namespace

TEST_CASE("disorder: the edit that was written last stands, in whatever order edits and their message come") {
    std::vector<std::string> deliveries{edit(1), edit(2), first()};
    std::sort(deliveries.begin(), deliveries.end());
    do {
        UseCase use;
        for (const auto& delivery : deliveries)
            use.receive(delivery);
        for (const auto& delivery : deliveries)
            use.receive(delivery);
        const auto row = use.only_row();
        CHECK(body_of(use.message(row.last.id)) == "Edit 2");
        CHECK(use.message(row.last.id).edited_at == kNoon + 2 * kMinute);
        CHECK(row.last.preview.text == "Edit 2");
        CHECK(row.unread == 1);
    } while (std::next_permutation(deliveries.begin(), deliveries.end()));
}

TEST_CASE("disorder: what was never edited says so") {
    UseCase use;
    use.receive(first());
    CHECK(use.message(use.only_row().last.id).edited_at == 0);
}

TEST_CASE("disorder: an answer that comes before what it answers shows it once that is there") {
    UseCase use;
    use.receive(answer());
    CHECK_FALSE(named(thread_of(use), "wamid.ANSWER").context.quote);
    use.receive(first());
    const auto thread = thread_of(use);
    const auto& quote = named(thread, "wamid.ANSWER").context.quote;
    REQUIRE(quote);
    CHECK(quote->message == named(thread, "wamid.TEXT1").id);
    CHECK(quote->preview.text == "Habari!");
    const auto before = use.store->events_after({}, 100);
    use.receive(first());
    CHECK(use.store->events_after({}, 100)->size() == before->size());
    // Whoever follows the events knows it too.
    const auto told = std::count_if(before->begin(), before->end(), [](const auto& event) {
        return event.payload.find("message_changed") != std::string::npos;
    });
    CHECK(told == 1);
}

TEST_CASE("disorder: what belongs to another conversation is no quote, whenever it comes") {
    UseCase use;
    use.receive(answer());
    InboundText stranger;
    stranger.from = "254799000111";
    use.receive(test::text_webhook(stranger));
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows->conversations.size() == 2);
    for (const auto& row : rows->conversations)
        CHECK_FALSE(use.message(row.last.id).context.quote);
}

}  // namespace roost
