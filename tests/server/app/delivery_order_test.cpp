// Whatever the order of Meta's answer and Meta's webhooks, and however often they come: the same message.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::kNoon;
using test::UseCase;

// One arrival: the answer to the send call, or a status.
struct Step {
    std::string name;
    std::function<void(UseCase&, const Message&, const Delivery&)> happen;
};

Step answer() {
    return {"answer", [](UseCase& use, const Message&, const Delivery& delivery) {
                REQUIRE(use.outbox->record(delivery, Sent{"wamid.OUT1", std::string(test::kCustomer)}));
            }};
}

Step status(const std::string& name, int error = 0) {
    return {name, [=](UseCase& use, const Message& message, const Delivery&) {
                use.status("wamid.OUT1", name, message, kNoon + 2 * kMinute, error);
            }};
}

// Without callback data: what Meta sends for messages of other systems, and what must still find ours.
Step bare_status(const std::string& name, const std::string& category = "") {
    return {"bare " + name, [=](UseCase& use, const Message&, const Delivery&) {
                test::StatusReport report;
                report.status = name;
                report.category = category;
                report.at = kNoon + 2 * kMinute;
                use.receive(test::status_webhook(report));
            }};
}

// Everything about the message but the number of its last event.
Message after(const std::vector<Step>& steps) {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    const auto claimed = use.outbox->claim(1);
    REQUIRE(claimed);
    REQUIRE(claimed->size() == 1);
    for (const auto& step : steps)
        step.happen(use, sent, claimed->front());
    CHECK(use.waiting().empty());
    CHECK(use.only_row().last.status == use.message(sent.id).status);
    auto message = use.message(sent.id);
    message.rev = {};
    return message;
}

void check_all_orders(std::vector<Step> steps) {
    std::vector<std::size_t> order(steps.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto expected = after(steps);
    do {
        std::string names;
        std::vector<Step> arranged;
        for (const auto index : order) {
            arranged.push_back(steps[index]);
            names += steps[index].name + " ";
        }
        CAPTURE(names);
        const auto message = after(arranged);
        CHECK(dump_json(write_message(message)) == dump_json(write_message(expected)));
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("delivery order: answer, sent, delivered and read in any order") {
    check_all_orders({answer(), status("sent"), status("delivered"), status("read")});
}

TEST_CASE("delivery order: a failure in any order, and one that the phone overrules") {
    check_all_orders({answer(), status("sent"), status("failed", 131026)});
    check_all_orders({answer(), status("failed", 131026), status("delivered")});
}

TEST_CASE("delivery order: repeated statuses in any order") {
    check_all_orders({answer(), status("delivered"), status("delivered"), status("sent")});
}

TEST_CASE("delivery order: statuses that do not carry our id, in any order") {
    check_all_orders({answer(), bare_status("sent"), bare_status("delivered"), bare_status("read")});
}

TEST_CASE("delivery order: what Meta charges is the same in any order, also before our answer") {
    check_all_orders({answer(), bare_status("sent", "service"), bare_status("delivered", "marketing")});
    const auto charge = after({bare_status("sent", "utility"), answer()}).charge;
    REQUIRE(charge);
    CHECK(charge->category == "utility");
    CHECK(charge->is_billable);
}

TEST_CASE("delivery order: a voice note that was played has been read, in any order") {
    check_all_orders({answer(), status("delivered"), status("read"), status("played")});
    const Message heard = after({status("played"), answer()});
    CHECK(heard.status == DeliveryStatus::kPlayed);
    CHECK(heard.times.played == kNoon + 2 * kMinute);
    CHECK(heard.times.read == heard.times.played);
    CHECK(after({answer(), status("read")}).times.played == 0);
}

TEST_CASE("delivery order: skipped statuses leave the ticks where the last one puts them") {
    CHECK(after({answer(), status("read")}).status == DeliveryStatus::kRead);
    CHECK(after({status("read"), answer()}).status == DeliveryStatus::kRead);
    CHECK(after({status("read"), status("delivered"), answer()}).status == DeliveryStatus::kRead);
}

}  // namespace
}  // namespace roost
