// Several tabs of one agent in one browser.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr std::string_view kMessages = "/api/v1/conversations/7/messages";

struct Tabs {
    std::shared_ptr<platform::FakeBrowser> browser = std::make_shared<platform::FakeBrowser>();
    std::unique_ptr<UiHarness> first = open();
    std::unique_ptr<UiHarness> second = open();

    std::unique_ptr<UiHarness> open() const {
        auto tab = std::make_unique<UiHarness>(browser);
        tab->start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        tab->click(Role::kListRow, "Amina Yusuf");
        tab->page(page_of({text_from_customer(1, kNow - kMinute, "Habari!")}));
        return tab;
    }
    void run() const {
        for (int turn = 0; turn < 4; ++turn) {
            if (first) first->run_frames();
            if (second) second->run_frames();
        }
    }
    static void write(UiHarness& tab, std::string_view text) {
        tab.type("Message", text);
        tab.press_enter("Message");
    }
};

TEST_CASE("tabs: one connection brings the news to both screens") {
    Tabs tabs;
    tabs.run();
    CHECK(tabs.first->platform.has_stream());
    CHECK_FALSE(tabs.second->platform.has_stream());
    CHECK(tabs.second->sees(Role::kStatus, "Live"));
    const Conversation row = conversation_with("Amina Yusuf", 7, kNow, 1);
    tabs.first->event({101}, MessageAdded{text_from_customer(10, kNow, "Hello?"), row, {1, 1, 0, 0}});
    tabs.run();
    CHECK(tabs.first->count(Role::kMessage, "Amina Yusuf, 13:07: Hello?") == 1);
    CHECK(tabs.second->count(Role::kMessage, "Amina Yusuf, 13:07: Hello?") == 1);
}

TEST_CASE("tabs: who leads and closes is followed without a word about it") {
    Tabs tabs;
    tabs.run();
    tabs.first.reset();
    tabs.run();
    REQUIRE(tabs.second->platform.has_stream());
    CHECK(tabs.second->platform.requests.back().path == "/api/v1/events?since=100");
    CHECK(tabs.second->sees(Role::kStatus, "Live"));
}

TEST_CASE("tabs: signing out in one signs out all") {
    Tabs tabs;
    tabs.run();
    tabs.second->click(Role::kButton, "Account of");
    tabs.second->click(Role::kButton, "Sign out");
    tabs.run();
    CHECK(tabs.first->sees(Role::kHeading, "Sign in to Roost"));
    CHECK_FALSE(tabs.first->sees(Role::kListRow));
    CHECK_FALSE(tabs.first->platform.has_stream());
    CHECK(tabs.first->platform.count_requests("POST", "/api/v1/auth/logout") == 0);
}

TEST_CASE("tabs: what one has queued no other sends while that one lives, and another does when it is gone") {
    Tabs tabs;
    tabs.run();
    for (UiHarness* tab : {tabs.first.get(), tabs.second.get()})
        tab->platform.answer("POST", std::string(kMessages), unreachable());
    Tabs::write(*tabs.second, "One");
    Tabs::write(*tabs.second, "Two");
    Tabs::write(*tabs.first, "Mine");
    tabs.run();
    auto third = tabs.open();
    CHECK(third->platform.count_requests("POST", kMessages) == 0);
    third.reset();
    tabs.run();
    const int before = tabs.first->platform.count_requests("POST", kMessages);
    CHECK_FALSE(tabs.first->sees(Role::kMessage, "You, 13:07, waiting: One"));

    tabs.second.reset();
    tabs.run();
    CHECK(tabs.first->count(Role::kMessage, "You, 13:07, waiting: One") == 1);
    CHECK(tabs.first->count(Role::kMessage, "You, 13:07, waiting: Two") == 1);
    CHECK(tabs.first->count(Role::kMessage, "You, 13:07, waiting: Mine") == 1);
    CHECK(tabs.browser->storage.size() == 2);  // the agent's name, and one outbox with all three
    tabs.first->pass(kMinute);
    CHECK(tabs.first->platform.count_requests("POST", kMessages) > before);
}

TEST_CASE("tabs: where tabs do not know of each other, what was queued is sent after a reload") {
    auto browser = std::make_shared<platform::FakeBrowser>();
    browser->knows_tabs = false;
    browser->storage["outbox.3.gone"] =
        R"([{"conversation":"7","ref":"r1","body":"Left","at":"2026-09-21T13:00:00Z"}])";
    UiHarness tab(browser);
    tab.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    CHECK(tab.platform.count_requests("POST", kMessages) == 1);
    CHECK_FALSE(browser->storage.contains("outbox.3.gone"));
}

}  // namespace
}  // namespace roost
