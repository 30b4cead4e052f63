// The client with somebody of a role signed in, as the tests of the settings use it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "tests/support/ui_harness.h"

namespace roost::test {

struct SettingsCase : UiHarness {
    using Change = void (*)(Snapshot&);  // of what the client starts from

    explicit SettingsCase(
        std::string_view role,
        float width = 1440,
        float height = 900,
        std::string language = "en",
        Change change = nullptr
    ) {
        platform.preferred_languages = std::move(language);
        platform.resize(width, height);
        Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
        take_role(snapshot.me, role);
        if (change != nullptr) change(snapshot);
        start_signed_in(snapshot);
    }
    // "people"; empty = the list of the sections.
    void open(std::string_view section) {
        std::string place = "#/settings";
        if (!section.empty()) place.append("/").append(section);
        platform.push(platform::UrlChanged{place});
        run_frames();
    }
    void answer(std::string_view method, std::string_view path, const platform::Response& response) {
        REQUIRE_MESSAGE(platform.respond(method, path, response), std::string(path));
        run_frames();
    }
    // Of several buttons that begin with this, the one that says no more.
    void press_exactly(std::string_view name) {
        for (const ui::Node& node : platform.tree)
            if (node.role == ui::Role::kButton && node.label == name)
                platform.push(platform::Activated{node.key});
        run_frames();
    }
    // The body of the newest request there.
    Json sent(std::string_view path) {
        const auto& all = platform.requests;
        const auto found = std::find_if(all.rbegin(), all.rend(), [&](const platform::Request& one) {
            return one.path == path && !one.body.empty();
        });
        REQUIRE(found != all.rend());
        return parse_json(found->body).value_or(Json());
    }
};

}  // namespace roost::test
