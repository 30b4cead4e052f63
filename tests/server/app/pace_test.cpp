#include "server/app/pace.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

constexpr AccountId kNumber{1};

TEST_CASE("pace: one number never sends more than 80 in any one second") {
    Pace pace;
    std::vector<UnixMillis> sent;
    UnixMillis now = kNoon;
    for (std::int64_t i = 1; i <= 400; ++i) {
        const ConversationId person{i};
        now = pace.next(kNumber, person, now);
        pace.take(kNumber, person, now);
        sent.push_back(now);
    }
    for (std::size_t i = 80; i < sent.size(); ++i) {
        CHECK(sent[i] - sent[i - 80] >= kSecond);
    }
    CHECK(sent.back() - sent.front() < 6 * kSecond);
}

TEST_CASE("pace: one person gets 45 at once and then one in six seconds, others are not held up") {
    Pace pace;
    const ConversationId person{1};
    UnixMillis now = kNoon;
    for (int i = 0; i < 45; ++i) {
        now = pace.next(kNumber, person, now);
        pace.take(kNumber, person, now);
    }
    CHECK(now - kNoon < kSecond);
    now += kSecond;
    const auto next = pace.next(kNumber, person, now);
    CHECK(next - now > 3 * kSecond);
    CHECK(next - now <= 6 * kSecond);
    CHECK(pace.next(kNumber, ConversationId{2}, now) == now);
    pace.take(kNumber, person, next);
    CHECK(pace.next(kNumber, person, next) == next + 6 * kSecond);
}

TEST_CASE("pace: a stopped number waits as a whole, another number does not") {
    Pace pace;
    pace.stop_account(kNumber, kNoon + kMinute);
    CHECK(pace.next(kNumber, ConversationId{1}, kNoon) == kNoon + kMinute);
    CHECK(pace.next(AccountId{2}, ConversationId{2}, kNoon) == kNoon);
    CHECK(pace.next(kNumber, ConversationId{1}, kNoon + kMinute) == kNoon + kMinute);
}

TEST_CASE("pace: refusals for one person are counted in a row") {
    Pace pace;
    const ConversationId person{1};
    CHECK(pace.pair_refusals(person) == 0);
    CHECK(pace.note_pair_refusal(person) == 1);
    CHECK(pace.note_pair_refusal(person) == 2);
    CHECK(pace.pair_refusals(ConversationId{2}) == 0);
    pace.forget_pair_refusals(person);
    CHECK(pace.pair_refusals(person) == 0);
}

TEST_CASE("pace: a clock that is set back stops nobody for longer than the interval") {
    Pace pace;
    const ConversationId person{1};
    pace.take(kNumber, person, kNoon + kHour);
    CHECK(pace.next(kNumber, person, kNoon) <= kNoon + kSecond);
}

}  // namespace
}  // namespace roost
