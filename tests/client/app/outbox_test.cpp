#include "client-wasm/app/outbox.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace roost {
namespace {

QueuedMessage text(std::int64_t conversation, const char* ref) {
    QueuedMessage queued;
    queued.conversation = {conversation};
    queued.ref = ref;
    queued.content = Text{"Habari", false};
    queued.at = 1'790'000'000'000;
    return queued;
}

QueuedMessage photo(std::int64_t conversation, const char* ref, int file) {
    QueuedMessage queued = text(conversation, ref);
    MediaRef media;
    media.caption = "South side";
    queued.content = Image{media};
    queued.file = file;
    return queued;
}

MediaCopy stored(const char* id) {
    MediaCopy copy;
    copy.state = MediaState::kStored;
    copy.id = id;
    return copy;
}

std::string refs_of(const std::vector<QueuedMessage>& messages) {
    std::string refs;
    for (const QueuedMessage& one : messages)
        refs += one.ref;
    return refs;
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

TEST_CASE("outbox: files go ahead of their turn, two at a time, and their messages in it") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    outbox.add(photo(1, "b", 1));
    outbox.add(photo(1, "c", 2));
    outbox.add(photo(1, "d", 3));
    outbox.add(text(1, "e"));
    CHECK(refs_of(outbox.take_due(0)) == "abc");
    CHECK(outbox.take_due(0).empty());
    outbox.uploaded("c", stored("0c"));
    CHECK(refs_of(outbox.take_due(0)) == "d");
    outbox.remove("a");
    CHECK(outbox.take_due(0).empty());  // b is still on its way: c waits for it
    outbox.uploaded("b", stored("0b"));
    CHECK(refs_of(outbox.take_due(0)) == "b");
    outbox.remove("b");
    CHECK(refs_of(outbox.take_due(0)) == "c");
    CHECK(outbox.has_uploads());
    outbox.uploaded("d", stored("0d"));
    CHECK_FALSE(outbox.has_uploads());
}

TEST_CASE("outbox: an upload that failed waits without asking for frames, and keeps its place") {
    Outbox outbox;
    outbox.add(photo(1, "a", 1));
    outbox.add(photo(1, "b", 2));
    outbox.add(photo(1, "c", 3));
    outbox.take_due(1000);
    outbox.postpone("a", 1000, 0.5);
    CHECK(refs_of(outbox.take_due(1000)) == "c");
    CHECK(outbox.wake_at() == 1500);
    CHECK(outbox.take_due(1500).empty());  // two are on their way
    CHECK(outbox.wake_at() == 0);
    outbox.uploaded("b", stored("0b"));
    CHECK(refs_of(outbox.take_due(1500)) == "a");
}

TEST_CASE("outbox: what was refused holds up nothing, until it is tried again") {
    Outbox outbox;
    outbox.add(photo(1, "a", 1));
    outbox.add(text(1, "b"));
    outbox.take_due(0);
    outbox.refuse("a");
    CHECK(outbox.waiting() == 1);
    CHECK(refs_of(outbox.take_due(0)) == "b");
    outbox.try_again("a");
    CHECK(outbox.waiting() == 2);
    CHECK(refs_of(outbox.take_due(0)) == "a");
}

TEST_CASE("outbox: what waits stands below what was sent before it") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    outbox.add(text(1, "b"));
    outbox.add(text(2, "c"));
    const UnixMillis later = outbox.messages().front().at + 500;
    CHECK(refs_of(outbox.move_behind({1}, later)) == "ab");
    CHECK(outbox.messages()[0].at == later + 1);
    CHECK(outbox.messages()[1].at == later + 2);
    CHECK(outbox.move_behind({1}, later).empty());
}

TEST_CASE("outbox: a file that was uploaded survives the page, one that was not is said to be lost") {
    Outbox outbox;
    outbox.add(photo(1, "a", 1));
    outbox.add(photo(1, "b", 2));
    outbox.uploaded("a", stored("0a"));
    Outbox other;
    other.read(outbox.write());
    REQUIRE(other.messages().size() == 2);
    CHECK_FALSE(other.messages()[0].is_refused);
    CHECK(media_in(other.messages()[0].content)->file.id == "0a");
    CHECK(media_in(other.messages()[0].content)->caption == "South side");
    CHECK(other.messages()[1].is_refused);
    CHECK_FALSE(other.has_uploads());
    CHECK(refs_of(other.take_due(0)) == "a");
}

TEST_CASE("outbox: survives being written and read, and leaves malformed entries out") {
    Outbox outbox;
    outbox.add(text(1, "a"));
    QueuedMessage answer = text(2, "b");
    answer.reply_to = Quote{{12}, Direction::kOutbound, "text", {PreviewKind::kWords, "Karibu \"wote\""}};
    outbox.add(answer);
    Outbox other;
    other.read(outbox.write());
    CHECK(other.messages() == outbox.messages());
    other.read(
        R"([{"conversation":"x"}, 5, {"conversation":"1","ref":"r","body":"b","at":"2026-01-01T00:00:00.000Z"}])"
    );
    CHECK(other.messages().size() == 1);
    other.read("nonsense");
    CHECK(other.messages().empty());
    CHECK(other.write().empty());
}

}  // namespace
}  // namespace roost
