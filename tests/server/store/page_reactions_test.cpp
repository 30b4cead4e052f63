// A page of a thread brings what stands on its messages, however long after them it was given.
#include <doctest/doctest.h>

#include "tests/support/use_case.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::InboundText;
using test::kNoon;
using test::UseCase;

InboundText numbered(int number) {
    InboundText text;
    text.wamid = "wamid.N" + std::to_string(number);
    text.at = kNoon + number * kMinute;
    return text;
}

std::string reaction(int number, int target, const std::string& emoji) {
    Json message = test::text_message(numbered(number));
    message.erase("text");
    message["type"] = "reaction";
    message["reaction"] = Json{{"message_id", "wamid.N" + std::to_string(target)}, {"emoji", emoji}};
    Json value = test::whatsapp_value();
    value["messages"].push_back(std::move(message));
    return dump_json(test::whatsapp_payload(std::move(value)));
}

// Ten texts, and then reactions to the first, third and ninth.
void write_thread(UseCase& use) {
    for (int i = 1; i <= 10; ++i)
        use.receive(test::text_webhook(numbered(i)));
    use.receive(reaction(11, 1, "👍"));
    use.receive(reaction(12, 3, "😂"));
    use.receive(reaction(13, 1, "❤️"));
    use.receive(reaction(14, 9, "🙏"));
}

std::string emojis_of(const MessagePage& page) {
    std::string all;
    for (const Message& message : page.reactions)
        all += std::get<Reaction>(message.content).emoji;
    return all;
}

}  // namespace

TEST_CASE("page: the reactions to its messages come with it, in their order, unless they are in it") {
    UseCase use;
    write_thread(use);
    MessageQuery query;
    query.conversation = use.only_row().id;
    query.limit = 4;
    const auto newest = use.store->list_messages(query);
    REQUIRE(newest);
    CHECK(newest->reactions.empty());
    query.before = newest->messages.front().id;
    const auto middle = use.store->list_messages(query);
    CHECK(emojis_of(*middle) == "🙏");
    query.before = middle->messages.front().id;
    const auto oldest = use.store->list_messages(query);
    CHECK(emojis_of(*oldest) == "😂");
    query.before = oldest->messages.front().id;
    CHECK(emojis_of(*use.store->list_messages(query)) == "👍❤️");
    MessageQuery around;
    around.conversation = query.conversation;
    around.around = oldest->messages.front().id;
    around.limit = 4;
    const auto page = use.store->list_messages(around);
    REQUIRE(page->has_newer);
    CHECK(emojis_of(*page).find("😂") != std::string::npos);
    CHECK(emojis_of(*page).find("🙏") == std::string::npos);
}

}  // namespace roost
