// What stands on a message after everything that was said about it.
#include "shared/model/reactions.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::make_message;
using test::make_outbound;

Message reaction(std::int64_t id, Direction side, std::int64_t target, std::string emoji) {
    Message message = side == Direction::kInbound ? make_message(id) : make_outbound(id);
    message.content = Reaction{"wamid.IN" + std::to_string(target), std::move(emoji)};
    return message;
}

std::string said(const Reactions& reactions, const Message& message) {
    std::string all;
    for (const StandingReaction& one : reactions.on(message))
        all += (one.side == Direction::kInbound ? "customer " : "us ") + one.emoji + ";";
    return all;
}

TEST_CASE("reactions: the newest of each side stands, and an empty one takes back") {
    constexpr auto kIn = Direction::kInbound;
    constexpr auto kOut = Direction::kOutbound;
    struct Case {
        std::vector<Message> reactions;
        std::string stands;
    };
    const std::vector<Case> cases{
        {{}, ""},
        {{reaction(2, kIn, 1, "👍")}, "customer 👍;"},
        {{reaction(2, kIn, 1, "👍"), reaction(3, kIn, 1, "❤️")}, "customer ❤️;"},
        {{reaction(2, kIn, 1, "👍"), reaction(3, kIn, 1, "")}, ""},
        {{reaction(2, kIn, 1, "👍"), reaction(3, kOut, 1, "🙏")}, "customer 👍;us 🙏;"},
        {{reaction(2, kOut, 1, "🙏"), reaction(3, kIn, 1, "👍"), reaction(4, kOut, 1, "")}, "customer 👍;"},
        {{reaction(2, kIn, 1, ""), reaction(3, kIn, 1, "👍")}, "customer 👍;"}};
    for (const Case& one : cases) {
        std::vector<Message> thread{make_message(1)};
        thread.insert(thread.end(), one.reactions.begin(), one.reactions.end());
        const Reactions reactions = Reactions::of(thread);
        CHECK(said(reactions, thread.front()) == one.stands);
        for (const Message& each : one.reactions)
            CHECK(reactions.is_seen_elsewhere(each));
    }
}

TEST_CASE("reactions: one to a message that is not here, or that was not sent, is a message like others") {
    Message failed = reaction(3, Direction::kOutbound, 1, "👍");
    failed.status = DeliveryStatus::kFailed;
    const std::vector<Message> thread{
        make_message(1), reaction(2, Direction::kInbound, 9, "👍"), failed, make_message(4)};
    const Reactions reactions = Reactions::of(thread);
    CHECK(reactions.on(thread[0]).empty());
    for (const Message& message : thread)
        CHECK_FALSE(reactions.is_seen_elsewhere(message));
}

TEST_CASE("reactions: a side can be asked for, and messages without Meta's id have none") {
    std::vector<Message> thread{make_message(1), reaction(2, Direction::kInbound, 1, "👍"), make_outbound(3)};
    thread.push_back(reaction(4, Direction::kInbound, 1, "❤️"));
    std::get<Reaction>(thread.back().content).target_wamid.clear();
    const Reactions reactions = Reactions::of(thread);
    CHECK(reactions.from(Direction::kInbound, thread[0]) == "👍");
    CHECK(reactions.from(Direction::kOutbound, thread[0]).empty());
    CHECK(reactions.on(thread[2]).empty());
}

}  // namespace
}  // namespace roost
