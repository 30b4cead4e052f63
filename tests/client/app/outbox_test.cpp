#include "client-wasm/app/outbox.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

QueuedText text(std::int64_t conversation, const char* ref) {
    QueuedText queued;
    queued.conversation = {conversation};
    queued.ref = ref;
    queued.body = "Habari";
    queued.at = 1'790'000'000'000;
    return queued;
}

TEST_CASE("outbox: one text of a conversation at a time, other conversations beside it") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    outbox.add(text(1, "b"));
    outbox.add(text(2, "c"));
    const auto due = outbox.take_due(0);
    REQUIRE(due.size() == 2);
    CHECK(due[0].ref == "a");
    CHECK(due[1].ref == "c");
    CHECK(outbox.take_due(0).empty());
    outbox.remove("a");
    REQUIRE(outbox.take_due(0).size() == 1);
}

TEST_CASE("outbox: what failed waits longer each time, unless the connection is back") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    outbox.take_due(1000);
    outbox.postpone("a", 1000, 0.5);
    CHECK(outbox.wake_at() == 1500);
    CHECK(outbox.take_due(1400).empty());
    CHECK(outbox.take_due(1500).size() == 1);
    outbox.postpone("a", 1500, 0.5);
    CHECK(outbox.wake_at() == 2500);
    outbox.hurry();
    CHECK(outbox.take_due(1600).size() == 1);
}

TEST_CASE("outbox: survives being written and read, and leaves malformed entries out") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    QueuedText answer = text(2, "b");
    answer.reply_to = Quote{{12}, Direction::kOutbound, "text", {PreviewKind::kWords, "Karibu \"wote\""}};
    outbox.add(answer);
    Outbox other;
    other.read(outbox.write());
    CHECK(other.texts() == outbox.texts());
    other.read(
        R"([{"conversation":"x"}, 5, {"conversation":"1","ref":"r","body":"b","at":"2026-01-01T00:00:00.000Z"}])"
    );
    CHECK(other.texts().size() == 1);
    other.read("nonsense");
    CHECK(other.texts().empty());
    CHECK(other.write().empty());
}

}  // namespace
}  // namespace roost
