// An installation in which everything is as it should be, to be spoiled one thing at a time.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "server/doctor/judge.h"
#include "server/doctor/observations.h"
#include "tests/support/builders.h"
#include "tests/support/number_facts.h"

namespace roost::test {

inline Config doctor_config() {
    Config config;
    config.data_folder = "/srv/roost";
    config.public_url = "https://inbox.example.org";
    config.access_token = "canary-token-1";
    config.app_secret = "canary-secret-1, canary-secret-2";
    config.verify_token = "canary-verify-1";
    config.phone_number_id = kNumberId;
    config.waba_id = kBusinessAccount;
    return config;
}

inline WebAnswer web_answer(int http, std::string body) {
    WebAnswer answer;
    answer.http = http;
    answer.body = std::move(body);
    answer.took = 120;
    return answer;
}

inline WebAnswer no_web_answer(WebStep step, std::string reason = "It says so") {
    WebAnswer answer;
    answer.failed_at = step;
    answer.reason = std::move(reason);
    return answer;
}

inline doctor::Observations healthy() {
    doctor::Observations seen;
    seen.now = kNoon;
    seen.config = doctor_config();
    seen.settings.file = "roost.toml";
    seen.folder = doctor::FolderSeen{"/srv/roost", true, true, true, true, 0700, {}};
    seen.free_bytes = 50'000'000'000;
    seen.database = doctor::DatabaseSeen{"/srv/roost/roost.db", true, "", {}, 15, 15, kNoon - 5 * kMinute};
    seen.graph = GraphContact{web_answer(400, R"({"error":{}})"), true};
    seen.graph->answer.date = kNoon - kSecond;
    seen.graph_answered_at = kNoon;
    seen.token = good_token();
    seen.number = good_number();
    seen.account =
        BusinessAccountFacts{"Savanna Solar", "APPROVED", {{std::string(kNumberId), "+254 700 555 010"}}};
    seen.apps = our_subscription();
    seen.certificate = CertificateFacts{kNoon - kDay, kNoon + 60 * kDay, true};
    seen.callback = CallbackSeen{
        "https://inbox.example.org/webhooks/whatsapp",
        "1234",
        web_answer(200, "1234"),
        web_answer(403, "{}")};
    return seen;
}

struct JudgeCase {
    doctor::Check check;
    doctor::Verdict verdict;
    const char* says;    // stands in the summary
    const char* repair;  // stands in the repair; empty = there is none
    std::function<void(doctor::Observations&)> spoil;
};

inline doctor::Finding finding_of(const doctor::Observations& seen, doctor::Check check) {
    const auto findings = doctor::judge(seen);
    REQUIRE(findings.size() == 14);
    return findings.at(static_cast<std::size_t>(check));
}

inline void check_all(const std::vector<JudgeCase>& cases) {
    for (const auto& c : cases) {
        auto seen = healthy();
        c.spoil(seen);
        const auto finding = finding_of(seen, c.check);
        CAPTURE(finding.summary);
        CAPTURE(finding.repair);
        CAPTURE(c.says);
        CHECK(finding.check == c.check);
        CHECK(finding.verdict == c.verdict);
        CHECK(finding.summary.find(c.says) != std::string::npos);
        CHECK(finding.repair.find(c.repair) != std::string::npos);
        CHECK((finding.repair.empty() || *c.repair != '\0'));
        if (c.verdict == doctor::Verdict::kBad) CHECK_FALSE(finding.repair.empty());
    }
}

}  // namespace roost::test
