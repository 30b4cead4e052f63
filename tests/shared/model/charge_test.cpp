#include "shared/model/charge.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

std::optional<Charge> charge_from(std::string_view json) {
    return read_charge(*parse_json(json));
}

}  // namespace

TEST_CASE("charge: as Meta writes it today, and as it wrote it before") {
    const auto today =
        charge_from(R"({"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"})");
    CHECK(today == Charge{true, "utility", "regular", "PMP"});
    const auto before = charge_from(R"({"billable":false,"pricing_model":"CBP","category":"service"})");
    CHECK(before == Charge{false, "service", "", "CBP"});
    for (const char* nothing : {"null", "{}", "[]", "7", R"({"category":9})", R"({"billable":true})"})
        CHECK_FALSE(charge_from(nothing));
}

TEST_CASE("charge: the conversation it is the price of is kept with it") {
    Charge charge{true, "service", "", "CBP"};
    charge.conversation = "7270";
    charge.origin = "service";
    CHECK(charge_from(text_written_by([&](JsonWriter& out) { write_charge(out, charge); })) == charge);
}

TEST_CASE("charge: reports that differ leave the same in either order, and the one that costs") {
    const Charge free{false, "utility", "free_customer_service", "PMP"};
    const Charge costs{true, "marketing", "regular", "PMP"};
    CHECK(later_charge(free, costs) == costs);
    CHECK(later_charge(costs, free) == costs);
    CHECK(later_charge(costs, std::nullopt) == costs);
    CHECK(later_charge(std::nullopt, free) == free);
    CHECK_FALSE(later_charge(std::nullopt, std::nullopt));
}

}  // namespace roost
