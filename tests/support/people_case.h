// A store, a clock that stands still and one administrator: what use cases about people need.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/audit.h"
#include "server/app/connected_numbers.h"
#include "server/app/deps.h"
#include "server/app/gate.h"
#include "server/app/people.h"
#include "server/app/sessions.h"
#include "server/config.h"
#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace roost::test {

inline constexpr std::string_view kGoodPassword = "correct horse battery";

struct PeopleCase {
    PeopleCase() {
        config.session_key = std::string(32, 'k');
        config.secret_key = std::string(64, 'e');
        config.public_url = "https://roost.example";
        gate.close_streams = [this](const Ended& one) { ended.push_back(one); };
        auto opened = open_store(dir.path());
        REQUIRE(opened);
        store = std::move(*opened);
        deps = std::make_unique<Deps>(Deps{*store, clock, config, gate, numbers});
        ana = add("ana@example.org", AgentRole::kAdmin);
        as_ana.who = {ana, AgentRole::kAdmin};
        as_ana.address = "192.0.2.1";
    }

    // The row alone: a password that nobody signs in with need not be hashed.
    AgentId add(std::string_view email, AgentRole role) {
        AgentId id;
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            AgentRow row{{}, std::string(email), "Somebody", role, "no hash"};
            ASSIGN_OR_RETURN(id, transaction.people().add_agent(row));
            return {};
        }));
        return id;
    }
    Session open(AgentId agent, std::string_view device = "Firefox/1 (Linux)") {
        OpenedSession opened;
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            ASSIGN_OR_RETURN(const auto row, transaction.people().agent(agent));
            ASSIGN_OR_RETURN(
                opened, open_session(*deps, transaction, row, {"192.0.2.7", std::string(device)})
            );
            return {};
        }));
        return session_for(*deps, std::move(opened));
    }
    bool is_good(const Session& session) {
        return check_access_token(*deps, session.access_token).has_value();
    }
    // What the audit log says, the newest first: "agent.changed ben@example.org: agent → viewer".
    std::vector<std::string> log() {
        const auto rows = store->people().list_audit({0, 100});
        REQUIRE(rows);
        std::vector<std::string> lines;
        for (const auto& row : *rows)
            lines.push_back(row.action + " " + row.subject + (row.detail.empty() ? "" : ": " + row.detail));
        return lines;
    }

    TempDir dir;
    FakeClock clock;
    Config config;
    Gate gate;
    ConnectedNumbers numbers{config};
    std::unique_ptr<Store> store;
    std::unique_ptr<Deps> deps;
    std::vector<Ended> ended;  // whose streams were closed
    AgentId ana;
    Actor as_ana;
};

template <class T>
std::string_view code_of(const Result<T>& result) {
    return result ? std::string_view("done") : error_code_name(result.error().code);
}

}  // namespace roost::test
