// Tables of requests against the real server: its routes, its store on a temporary file, its hub, on a
// loopback port of its own.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/deps.h"
#include "server/app/gate.h"
#include "server/app/principal.h"
#include "server/config.h"
#include "server/events/event_hub.h"
#include "server/http/server.h"
#include "server/media/media_folder.h"
#include "server/media/web_download.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "tests/support/fake_cloud_api.h"
#include "tests/support/http_client.h"
#include "tests/support/number_seen.h"
#include "tests/support/temp_dir.h"

namespace roost::test {

class ScenarioClock final : public Clock {
  public:
    UnixMillis now() const override { return now_; }
    void set(UnixMillis now) { now_ = now; }
    void advance(UnixMillis by) { now_ += by; }

  private:
    std::atomic<UnixMillis> now_{1'795'262'400'000};  // 2026-11-21T12:00:00Z
};

// The whole server but for the outbox worker. Agent "ana@example.org" with "correct horse battery" is there
// and signed in.
class TestServer {
  public:
    enum class People { kAna, kNone };  // passwords take their time to hash

    explicit TestServer(People people = People::kAna);
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    // No request is answered any more, and every socket is closed.
    void stop() { server_->stop(); }
    int port() const { return server_->port(); }
    Store& store() { return *store_; }
    EventHub& hub() { return *hub_; }
    const Deps& deps() const { return *deps_; }
    const Router& router() const { return router_; }
    const std::string& token() const { return token_; }
    // Of somebody else, who is added.
    std::string token_of(AgentRole role);
    MediaFolder& files() { return *files_; }

    HttpAnswer ask(
        std::string_view method,
        std::string_view target,
        const HeaderList& headers = {},
        std::string_view body = {}
    ) const;
    // With Ana's token.
    HttpAnswer as_ana(std::string_view method, std::string_view target, std::string_view body = {}) const;
    // Signed as Meta does.
    HttpAnswer webhook(std::string_view body) const;
    // Type names of the events after `seq`.
    std::vector<std::string> events_after(EventSeq seq);
    EventSeq newest_event();

    TempDir dir;
    ScenarioClock clock;
    Config config;
    Gate gate;
    ConnectedNumbers numbers{config};
    FakeCloudApi cloud;
    std::function<void(const RequestReport&)> report;  // set before the first request
    NumberSeen seen = healthy_number();                // what Meta tells of every number
    int open_port = 0;                                 // of this machine: files may be fetched from it
    const LookAtNumber look = [this](const ConnectedNumber& number) { return seen_as(seen, number, clock); };

  private:
    void add_ana();
    bool may_fetch_from(const sockaddr& to) const;

    std::unique_ptr<Store> store_;
    std::unique_ptr<Deps> deps_;
    std::unique_ptr<EventHub> hub_;
    std::unique_ptr<MediaFolder> files_;
    WebDownload web_{{.may_connect = [this](const sockaddr& to) { return may_fetch_from(to); }}};
    Assets assets_;
    Router router_;
    std::unique_ptr<HttpServer> server_;
    std::string token_;
};

struct Scenario {
    std::string name;
    std::string method = "GET";
    std::string url;
    HeaderList headers = {};  // "@ana" as a name stands for her token, "@sign" for Meta's signature
    std::string body = {};
    int status = 200;
    std::vector<std::string> contains = {};  // in head or body
    std::vector<std::string> not_contains = {};
    std::vector<std::string> events = {};  // exactly these, in this order
};

// One after the other, on one server.
void run_scenarios(TestServer& server, const std::vector<Scenario>& scenarios);

}  // namespace roost::test
