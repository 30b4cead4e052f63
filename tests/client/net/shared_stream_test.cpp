// One connection for all tabs: what each of them hears, whoever of them leads.
#include "client-wasm/net/shared_stream.h"

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/headless_platform.h"

namespace roost::net {
namespace {

using platform::FakeBrowser;
using platform::HeadlessPlatform;

// A tab that writes down what its stream brings.
struct Tab {
    Tab(const std::shared_ptr<FakeBrowser>& browser, std::int64_t since)
        : platform(browser), stream(platform) {
        SharedStream::Listener listener;
        listener.request = [](EventSeq from) {
            platform::Request request;
            request.path = "/api/v1/events?since=" + to_string(from);
            return request;
        };
        listener.on_lead = [] {};
        listener.on_hurry = [this] { ++hurried; };
        listener.on_signed_out = [this] { is_signed_out = true; };
        listener.on_queued = [](const std::string&) {};
        stream.join({3}, std::move(listener));
        open(since);
    }
    void open(std::int64_t since) {
        platform::StreamCallbacks callbacks;
        callbacks.on_open = [this](int answered) { status = answered; };
        callbacks.on_bytes = [this](std::string_view bytes) {
            for (const SseFrame& frame : reader.feed(bytes))
                heard += frame.event.empty() ? frame.data + " " : frame.event + " ";
        };
        callbacks.on_close = [this] { ++closed; };
        stream.open({since}, std::move(callbacks));
    }
    void run() {
        std::vector<platform::Input> inputs;
        platform.take_input(inputs);
        stream.advance(platform.now());
    }
    std::string asked() const { return platform.requests.empty() ? "" : platform.requests.back().path; }

    HeadlessPlatform platform;
    SharedStream stream;
    SseReader reader;
    std::string heard;
    int status = 0;
    int closed = 0;
    int hurried = 0;
    bool is_signed_out = false;
};

struct Browser {
    std::shared_ptr<FakeBrowser> shared = std::make_shared<FakeBrowser>();
    std::vector<std::unique_ptr<Tab>> tabs;

    Tab& add(std::int64_t since) {
        tabs.push_back(std::make_unique<Tab>(shared, since));
        run();
        return *tabs.back();
    }
    // Until nobody has anything left to hear.
    void run() {
        for (int turn = 0; turn < 10; ++turn) {
            for (const auto& tab : tabs)
                tab->run();
        }
    }
    int connections() const {
        int count = 0;
        for (const auto& tab : tabs)
            count += tab->platform.has_stream() ? 1 : 0;
        return count;
    }
    void send(Tab& leader, std::int64_t seq) {
        leader.platform.stream_sends(format_sse_event({seq}, "e" + std::to_string(seq)));
        run();
    }
};

TEST_CASE("tabs: ten share one connection, and all hear everything once") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    for (int i = 1; i < 10; ++i)
        browser.add(100);
    CHECK(browser.connections() == 1);
    browser.send(leader, 101);
    browser.send(leader, 103);
    for (const auto& tab : browser.tabs) {
        CHECK(tab->heard == "e101 e103 ");
        CHECK(tab->status == 200);
        CHECK(tab->closed == 0);
    }
}

TEST_CASE("tabs: a page that opens later catches up from where its snapshot ends") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    for (std::int64_t seq = 101; seq <= 105; ++seq)
        browser.send(leader, seq);
    CHECK(browser.add(103).heard == "e104 e105 ");
    Tab& ahead = browser.add(106);
    browser.send(leader, 106);
    browser.send(leader, 107);
    CHECK(ahead.heard == "e107 ");
    CHECK(browser.add(99).heard == "reset ");
    CHECK(browser.connections() == 1);
}

TEST_CASE("tabs: when the leader closes the next goes on from where it was, unnoticed") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    Tab& next = browser.add(100);
    Tab& third = browser.add(100);
    browser.send(leader, 101);
    browser.tabs.erase(browser.tabs.begin());
    browser.run();
    CHECK(next.stream.leads());
    CHECK(next.asked() == "/api/v1/events?since=101");
    CHECK(browser.connections() == 1);
    next.platform.stream_answers(200);
    browser.send(next, 102);
    CHECK(next.heard == "e101 e102 ");
    CHECK(third.heard == "e101 e102 ");
    CHECK(next.closed == 0);
    CHECK(third.closed == 0);
}

TEST_CASE("tabs: a follower that misses an event asks for it") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    Tab& late = browser.add(100);
    browser.send(leader, 101);
    // Something stood before it that never came.
    HeadlessPlatform intruder(browser.shared);
    intruder.hear_tabs("roost.stream.3", nullptr);
    browser.send(leader, 102);
    intruder.tell_tabs(R"({"what":"event","from":"x","before":"103","seq":"104","data":"e104"})");
    leader.platform.stream_sends(format_sse_event({103}, "e103"));
    leader.platform.stream_sends(format_sse_event({104}, "e104"));
    browser.run();
    CHECK(late.heard == "e101 e102 e103 e104 ");
}

TEST_CASE("tabs: a lost connection is lost for all, and comes back for all") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    Tab& other = browser.add(100);
    leader.platform.stream_breaks();
    browser.run();
    CHECK(leader.closed == 1);
    CHECK(other.closed == 1);
    other.open(100);
    browser.run();
    CHECK(leader.hurried > 0);
    CHECK_FALSE(other.stream.leads());
    leader.open(100);
    leader.platform.stream_answers(200);
    browser.run();
    browser.send(leader, 101);
    CHECK(other.heard == "e101 ");
    CHECK(browser.connections() == 1);
}

TEST_CASE("tabs: a leader that does not answer loses the lead") {
    Browser browser;
    Tab& frozen = browser.add(100);
    frozen.platform.stream_answers(200);
    Tab waking(browser.shared, 100);
    waking.run();
    CHECK_FALSE(waking.stream.leads());
    REQUIRE(waking.stream.wake_at() > waking.platform.time);
    waking.platform.time = waking.stream.wake_at();
    waking.run();
    waking.run();
    CHECK(waking.stream.leads());
    CHECK(waking.asked() == "/api/v1/events?since=100");
    waking.platform.stream_answers(200);
    browser.run();
    CHECK_FALSE(frozen.stream.leads());
    CHECK(frozen.closed == 1);
    CHECK(browser.connections() == 0);
    frozen.open(100);
    browser.run();
    waking.run();
    browser.run();
    waking.platform.stream_sends(format_sse_event({101}, "e101"));
    browser.run();
    CHECK(frozen.heard == "e101 ");
}

TEST_CASE("tabs: where they cannot know of each other each has a connection of its own") {
    Browser browser;
    browser.shared->knows_tabs = false;
    Tab& one = browser.add(100);
    Tab& two = browser.add(100);
    CHECK(browser.connections() == 2);
    one.platform.stream_answers(200);
    browser.send(one, 101);
    CHECK(one.heard == "e101 ");
    CHECK(two.heard.empty());
}

TEST_CASE("tabs: what others tell may be anything") {
    Browser browser;
    Tab& leader = browser.add(100);
    leader.platform.stream_answers(200);
    Tab& other = browser.add(100);
    HeadlessPlatform intruder(browser.shared);
    intruder.hear_tabs("roost.stream.3", nullptr);
    for (const char* text :
         {"",
          "{",
          "[]",
          "7",
          R"({"what":7})",
          R"({"what":"hello","since":[]})",
          R"({"what":"event","seq":"x"})",
          R"({"what":"welcome","missed":4})"})
        intruder.tell_tabs(text);
    browser.run();
    browser.send(leader, 101);
    CHECK(other.heard == "e101 ");
}

}  // namespace
}  // namespace roost::net
