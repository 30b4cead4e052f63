#include "shared/model/status.h"

#include <algorithm>
#include <array>
#include <vector>

#include <doctest/doctest.h>

using namespace roost;

namespace {

constexpr std::array<DeliveryStatus, 7> kOutbound{
    DeliveryStatus::kQueued,
    DeliveryStatus::kSending,
    DeliveryStatus::kSent,
    DeliveryStatus::kDelivered,
    DeliveryStatus::kRead,
    DeliveryStatus::kPlayed,
    DeliveryStatus::kFailed};

DeliveryStatus after(const std::vector<DeliveryStatus>& reports) {
    DeliveryStatus known = DeliveryStatus::kQueued;
    for (const DeliveryStatus report : reports)
        known = advance(known, report);
    return known;
}

}  // namespace

TEST_CASE("status: reports end in the same state in whatever order and number they come") {
    for (int which = 0; which < 1 << 7; ++which) {
        std::vector<DeliveryStatus> reports;
        for (std::size_t i = 0; i < kOutbound.size(); ++i) {
            if ((which >> i & 1) != 0) reports.push_back(kOutbound.at(i));
        }
        if (!reports.empty()) reports.push_back(reports.front());  // and one of them twice
        std::sort(reports.begin(), reports.end());
        const DeliveryStatus expected = after(reports);
        do {
            REQUIRE(after(reports) == expected);
        } while (std::next_permutation(reports.begin(), reports.end()));
    }
}

TEST_CASE("status: a late 'delivered' never hides 'read'") {
    CHECK(advance(DeliveryStatus::kRead, DeliveryStatus::kDelivered) == DeliveryStatus::kRead);
    CHECK(advance(DeliveryStatus::kPlayed, DeliveryStatus::kRead) == DeliveryStatus::kPlayed);
    CHECK(advance(DeliveryStatus::kQueued, DeliveryStatus::kRead) == DeliveryStatus::kRead);
}

TEST_CASE("status: a failure is final until the phone is known to have the message") {
    for (const DeliveryStatus early :
         {DeliveryStatus::kQueued, DeliveryStatus::kSending, DeliveryStatus::kSent}) {
        CHECK(advance(early, DeliveryStatus::kFailed) == DeliveryStatus::kFailed);
        CHECK(advance(DeliveryStatus::kFailed, early) == DeliveryStatus::kFailed);
    }
    for (const DeliveryStatus late :
         {DeliveryStatus::kDelivered, DeliveryStatus::kRead, DeliveryStatus::kPlayed}) {
        CHECK(advance(late, DeliveryStatus::kFailed) == late);
        CHECK(advance(DeliveryStatus::kFailed, late) == late);
    }
}

TEST_CASE("status: what was received has no ticks") {
    for (const DeliveryStatus report : kOutbound) {
        CHECK(advance(DeliveryStatus::kReceived, report) == DeliveryStatus::kReceived);
        CHECK(advance(report, DeliveryStatus::kReceived) == report);
        CHECK(parse_status(status_name(report)) == report);
    }
    CHECK_FALSE(parse_status("warning"));
    CHECK_FALSE(parse_status(""));
}
