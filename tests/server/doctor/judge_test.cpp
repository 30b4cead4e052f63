// What this machine is judged by: each check good, bad and absent.
#include <doctest/doctest.h>

#include "server/doctor/judge.h"
#include "server/doctor/report.h"
#include "tests/server/doctor/healthy.h"

namespace roost::doctor {
namespace {

using test::check_all;
using test::healthy;
using test::kNoon;
using test::no_web_answer;
using enum Verdict;

TEST_CASE("doctor: a healthy installation has fourteen ticks and no advice") {
    const auto findings = judge(healthy());
    REQUIRE(findings.size() == 14);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        CAPTURE(findings[i].summary);
        CHECK(findings[i].check == static_cast<Check>(i));
        CHECK(findings[i].verdict == kGood);
        CHECK(findings[i].repair.empty());
    }
    CHECK(is_well(findings));
}

TEST_CASE(
    "doctor: nothing is known: nothing is looked at, each with its reason, and only the settings are bad"
) {
    Observations seen;
    seen.settings.problem = "The setting port must be a whole number.";
    const auto findings = judge(seen);
    CHECK_FALSE(is_well(findings));
    for (const auto& finding : findings) {
        CHECK(finding.verdict == (finding.check == Check::kConfiguration ? kBad : kNotLooked));
        CHECK_FALSE(finding.summary.empty());
    }
}

TEST_CASE("doctor: the certificate") {
    const auto check = Check::kCertificate;
    const auto ends = [](UnixMillis at) {
        return [at](auto& o) { o.certificate = CertificateFacts{0, at, true}; };
    };
    check_all({
        {check, kGood, "plain HTTP", "", [](auto& o) { o.certificate.reset(); }},
        {check, kGood, "14 days", "", ends(kNoon + kSoon)},
        {check, kGood, "13 days", "without a restart", ends(kNoon + kSoon - 1)},
        {check, kBad, "expired", "without a restart", ends(kNoon)},
        {check,
         kBad,
         "not valid yet",
         "without a restart",
         [](auto& o) {
             o.certificate = CertificateFacts{kNoon + 1, kNoon + kDay, true};
         }},
        {check,
         kBad,
         "another name",
         "without a restart",
         [](auto& o) {
             o.certificate = CertificateFacts{0, kNoon + 60 * kDay, false};
         }},
        {check,
         kBad,
         "is not the key",
         "may read",
         [](auto& o) { o.certificate = fail(ErrorCode::kInvalid, "a.key is not the key of it."); }},
    });
}

TEST_CASE("doctor: the configuration") {
    const auto check = Check::kConfiguration;
    check_all({
        {check,
         kBad,
         "malformed near line 3",
         "roost --help",
         [](auto& o) { o.settings.problem = "roost.toml is malformed near line 3."; }},
        {check,
         kBad,
         "app_secret, access_token",
         "ROOST_APP_SECRET, ROOST_ACCESS_TOKEN",
         [](auto& o) {
             o.settings.missing = {
                 {"app_secret", "ROOST_APP_SECRET"}, {"access_token", "ROOST_ACCESS_TOKEN"}};
         }},
        {check, kBad, "cannot be read", "chmod 0600", [](auto& o) { o.settings.has_file = true; }},
        {check,
         kBad,
         "0644",
         "chmod 0600 roost.toml",
         [](auto& o) {
             o.settings.has_file = o.settings.is_file_readable = o.settings.has_secrets_in_file = true;
             o.settings.mode = 0644;
         }},
        {check,
         kGood,
         "with roost.toml",
         "",
         [](auto& o) {
             o.settings.has_file = o.settings.is_file_readable = true;
             o.settings.mode = 0644;
         }},
        {check,
         kGood,
         "",
         "",
         [](auto& o) {
             o.settings.has_file = o.settings.is_file_readable = o.settings.has_secrets_in_file = true;
             o.settings.mode = 0600;
         }},
    });
}

TEST_CASE("doctor: the data folder, in the order in which it can be wrong") {
    const auto check = Check::kDataFolder;
    check_all({
        {check, kBad, "no folder /srv/roost", "roost serve", [](auto& o) { o.folder->is_there = false; }},
        {check, kBad, "is a file", "--data", [](auto& o) { o.folder->is_folder = false; }},
        {check, kBad, "another user", "chown", [](auto& o) { o.folder->is_ours = false; }},
        {check, kBad, "cannot be written", "chmod", [](auto& o) { o.folder->is_writable = false; }},
        {check, kBad, "0750", "chmod 0700", [](auto& o) { o.folder->mode = 0750; }},
        {check, kBad, "session_key", "chmod 0600", [](auto& o) { o.folder->open_keys = {"session_key"}; }},
        {check, kNotLooked, "configuration", "", [](auto& o) { o.folder.reset(); }},
    });
}

TEST_CASE("doctor: the disk at each of its bounds") {
    const auto check = Check::kDisk;
    check_all({
        {check, kGood, "1.0 GB", "", [](auto& o) { o.free_bytes = kLittleSpace; }},
        {check, kGood, "999 MB", "Make room", [](auto& o) { o.free_bytes = kLittleSpace - 1; }},
        {check, kGood, "100 MB", "Make room", [](auto& o) { o.free_bytes = kTooLittleSpace; }},
        {check, kBad, "99 MB", "Make room", [](auto& o) { o.free_bytes = kTooLittleSpace - 1; }},
        {check, kNotLooked, "data folder", "", [](auto& o) { o.free_bytes.reset(); }},
    });
}

TEST_CASE("doctor: the database and the last webhook in it") {
    const auto check = Check::kDatabase;
    check_all({
        {check,
         kBad,
         "cannot be read",
         "restore",
         [](auto& o) { o.database->problem = "It cannot be read."; }},
        {check,
         kBad,
         "3 messages belong",
         "roost restore",
         [](auto& o) {
             o.database->wrong = {"3 messages belong to no conversation.", "More."};
         }},
        {check,
         kBad,
         "schema 16, this one knows 15",
         "newer Roost",
         [](auto& o) { o.database->schema = 16; }},
        {check, kGood, "brings it to 15", "", [](auto& o) { o.database->schema = 14; }},
        {check, kNotLooked, "none yet", "", [](auto& o) { o.database->is_there = false; }},
        {check, kNotLooked, "data folder", "", [](auto& o) { o.database.reset(); }},
    });
    const auto last = Check::kLastWebhook;
    check_all({
        {last, kGood, "5 minutes ago", "", [](auto&) {}},
        {last, kGood, "1 day ago", "", [](auto& o) { o.database->last_webhook_at = o.now - kDay; }},
        {last, kGood, "just now", "", [](auto& o) { o.database->last_webhook_at = o.now + 1; }},
        {last, kNotLooked, "None", "from a phone", [](auto& o) { o.database->last_webhook_at = 0; }},
        {last, kNotLooked, "not there", "", [](auto& o) { o.database->is_there = false; }},
        {last, kNotLooked, "could not be read", "", [](auto& o) { o.database->problem = "Broken."; }},
    });
}

TEST_CASE("doctor: a secret that Meta repeats is not said again, in no form of the report") {
    auto seen = healthy();
    const std::string echo = "Malformed access token canary-token-1 of canary-secret-2, canary-verify-1";
    for (int spoilt = 0; spoilt < 5; ++spoilt) {
        if (spoilt == 0) seen.token = CloudRefusal{401, 190, echo};
        if (spoilt == 1) seen.token = TokenFacts{false, 0, {}, "1", echo, "USER", echo};
        if (spoilt == 2) seen.token = healthy().token, seen.number = CloudRefusal{400, 100, echo};
        if (spoilt == 3) seen.account = CloudUnreachable{echo};
        if (spoilt == 4 && seen.callback) seen.callback->right = no_web_answer(WebStep::kTls, echo);
        const auto findings = judge(seen);
        const auto text = write_text(findings, Colours::kTerminal) + dump_json(write_json(findings));
        CAPTURE(text);
        CHECK(text.find("canary") == std::string::npos);
        CHECK(text.find("…") != std::string::npos);
    }
}

TEST_CASE("doctor: spans in words") {
    CHECK(in_words(0) == "0 seconds");
    CHECK(in_words(999) == "0 seconds");
    CHECK(in_words(kSecond) == "1 second");
    CHECK(in_words(kMinute - 1) == "59 seconds");
    CHECK(in_words(kHour) == "1 hour");
    CHECK(in_words(49 * kHour) == "2 days");
}

TEST_CASE("doctor: a secret is hidden wherever it stands, a short one where it is a word of its own") {
    CHECK(redact("Bearer EAAGcanary12, EAAGcanary12x", {"EAAGcanary12"}) == "Bearer …, …x");
    CHECK(redact("token=roost; Roost, roosts, roost", {"roost"}) == "token=…; Roost, roosts, …");
    CHECK(redact("as it is", {"s", ""}) == "as it is");
    CHECK(redact("", {"roost"}).empty());
}

}  // namespace
}  // namespace roost::doctor
