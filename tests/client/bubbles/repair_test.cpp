#include "client-wasm/bubbles/repair.h"

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/plain_format.h"
#include "shared/model/failure_reason.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

Message failed(FailureReason reason, bool can_retry) {
    Message message = text_from_agent(2, kNow - kMinute, "Thursday", DeliveryStatus::kFailed);
    message.times.failed = kNow;
    message.failure = Failure{1, std::string(english(reason)), "", can_retry};
    return message;
}

TEST_CASE("repair: each reason offers one thing, and nothing that Meta forbids") {
    const Locale locale = platform::plain_locale();
    const RepairScene scene{locale, kNow, 0, false};
    struct Row {
        FailureReason reason;
        bool can_retry;
        const char* label;
        bool is_link;
    };
    using enum FailureReason;
    const Row rows[] = {
        {kSomethingWrong, true, "Retry", false},
        {kSomethingWrong, false, "", false},
        {kCountry, false, "", false},
        {kWindowClosed, false, "Send as template", false},
        {kTooLateForWindow, false, "Send as template", false},
        {kPermission, true, "WhatsApp Manager", true},
        {kToken, true, "", false},
        {kFileUnusable, false, "Choose a file", false},
        {kUnreachable, false, "Mark as unreachable", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.label);
        const RepairOffer offer = repair_offer(failed(row.reason, row.can_retry), scene);
        CHECK(offer.label == row.label);
        CHECK(offer.href.starts_with("https://") == row.is_link);
        CHECK(offer.can_be_used);
    }
    Message picture = failed(kWindowClosed, false);
    picture.content = Image{};
    CHECK(repair_offer(picture, scene).label == "Choose a template");
    CHECK(offers_retry_too(failed(kToken, true), kNow));
    CHECK_FALSE(offers_retry_too(failed(kSomethingWrong, true), kNow));
    CHECK_FALSE(offers_retry_too(failed(kWindowClosed, false), kNow));
}

TEST_CASE("repair: what has to wait says until when, and can be used from then on") {
    const Locale locale = platform::plain_locale();
    const Message message = failed(FailureReason::kSpam, true);
    const RepairOffer early = repair_offer(message, {locale, kNow, 0, false});
    CHECK_FALSE(early.can_be_used);
    CHECK(early.label.starts_with("Again from "));
    CHECK(early.changes_at == kNow + kHour);
    const RepairOffer then = repair_offer(message, {locale, kNow + kHour, 0, false});
    CHECK(then.can_be_used);
    CHECK(then.label == "Retry");
    CHECK(then.is_wide == early.is_wide);
    CHECK_FALSE(offers_retry_too(message, kNow));
}

TEST_CASE("repair: a token is renewed here, by those who may") {
    for (const char* role : {"admin", "agent"}) {
        CAPTURE(role);
        UiHarness ui;
        Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)});
        take_role(snapshot.me, role);
        ui.start_signed_in(snapshot);
        ui.click(Role::kListRow, "Amina Yusuf");
        ui.page(page_of({failed(FailureReason::kToken, true)}));
        const bool may = std::string_view(role) == "admin";
        REQUIRE(ui.sees(Role::kButton, "Renew the token") == may);
        CHECK_FALSE(ui.sees(Role::kLink, "Open WhatsApp Manager"));
        if (!may) continue;
        ui.click(Role::kButton, "Renew the token");
        CHECK(ui.platform.count_requests("GET", "/api/v1/accounts") == 1);
    }
}

TEST_CASE("repair: a customer who cannot be reached is noted once, and seen in the header") {
    UiHarness ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow - kMinute);
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({failed(FailureReason::kUnreachable, false)}));
    CHECK_FALSE(ui.sees(Role::kButton, "Retry"));
    ui.click(Role::kButton, "Mark as unreachable");
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/unreachable") == 1);
    row.is_unreachable = true;
    row.rev = EventSeq{1000};
    ui.event(EventSeq{1000}, ConversationChanged{row, {}});
    CHECK_FALSE(ui.sees(Role::kButton, "Mark as unreachable"));
    CHECK(ui.count(Role::kText, "Cannot be reached on WhatsApp") == 2);
}

}  // namespace
}  // namespace roost
