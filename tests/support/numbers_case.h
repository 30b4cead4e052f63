// An administrator at the settings' section about our numbers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/wire/own_numbers.h"
#include "tests/support/settings_case.h"

namespace roost::test {

// Two months old, and nothing is wrong with it.
inline OwnNumber healthy_number(std::int64_t id = 1, std::string display = "+254 700 555 010") {
    OwnNumber number;
    number.id = {id};
    number.phone_number_id = "10" + std::to_string(id);
    number.waba = "990";
    number.is_connected = true;
    number.connected_at = kNow - 60 * kDay;
    number.last_inbound_at = kNow - 4 * kMinute;
    number.health.checked_at = kNow - 2 * kMinute;
    number.health.display_number = std::move(display);
    number.health.verified_name = "Savanna Solar Kenya";
    number.health.quality = "GREEN";
    number.health.messaging_limit = "TIER_10K";
    number.health.throughput = "STANDARD";
    number.health.status = "CONNECTED";
    number.health.name_status = "APPROVED";
    number.health.is_subscribed = true;
    return number;
}

inline OwnNumber with_problems(std::vector<NumberProblem> problems, std::int64_t id = 1) {
    OwnNumber number = healthy_number(id);
    number.health.problems = std::move(problems);
    return number;
}

inline std::string json_of(const OwnNumber& number) {
    return text_written_by([&](JsonWriter& out) { write_own_number(out, number); });
}

inline platform::Response refused_with(const std::vector<NumberProblem>& problems) {
    return {422, text_written_by([&](JsonWriter& out) {
                out.begin_object().key("title").string("Unprocessable Content").key("problems");
                write_number_problems(out, problems);
                out.end_object();
            })};
}

struct NumbersCase : SettingsCase {
    explicit NumbersCase(
        const std::vector<OwnNumber>& numbers,
        float width = 1440,
        float height = 900,
        std::string language = "en"
    )
        : SettingsCase("admin", width, height, std::move(language)) {
        own.numbers = numbers;
        own.callback_url = "https://inbox.savanna.example/webhooks/whatsapp";
        own.verify_token = "rst_v_7Qm2Zk";
        own.last_webhook_at = numbers.empty() ? 0 : kNow - 3 * kMinute;
        open("numbers");
        tell();
    }
    // The list as it is now, to the question that waits for it.
    void tell() { answer("GET", kAccounts, ok(write_own_numbers(own))); }

    static constexpr std::string_view kAccounts = "/api/v1/accounts";
    OwnNumbers own;
};

}  // namespace roost::test
