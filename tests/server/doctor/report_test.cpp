#include "server/doctor/report.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

namespace roost::doctor {
namespace {

std::vector<Finding> three() {
    return {
        {Check::kDataFolder, Verdict::kGood, "/srv/roost.", "", Json{{"path", "/srv/roost"}}},
        {Check::kDatabase, Verdict::kBad, "Damaged.", "Restore it.", Json{{"problems", {"a", "b"}}}},
        {Check::kScopes, Verdict::kNotLooked, "The token has to be good first."}};
}

TEST_CASE("doctor: the text has a line for each check, the repair below it, and a last line") {
    CHECK(
        write_text(three(), Colours::kNone) ==
        "✓ data folder           /srv/roost.\n"
        "✗ database              Damaged.\n"
        "                        → Restore it.\n"
        "– permissions           The token has to be good first.\n"
        "\n"
        "1 thing is wrong; 1 was not looked at.\n"
    );
}

TEST_CASE("doctor: colours are the terminal's alone") {
    const auto coloured = write_text(three(), Colours::kTerminal);
    CHECK(coloured.starts_with("\033[32m✓\033[0m data folder"));
    CHECK(coloured.find("\033[31m✗\033[0m database") != std::string::npos);
    CHECK(write_text(three(), Colours::kNone).find('\033') == std::string::npos);
}

TEST_CASE("doctor: the last line counts") {
    auto findings = three();
    findings[2].verdict = Verdict::kBad;
    CHECK(write_text(findings, Colours::kNone).ends_with("\n2 things are wrong.\n"));
    findings[1].verdict = findings[2].verdict = Verdict::kNotLooked;
    CHECK(write_text(findings, Colours::kNone).ends_with("\nNothing is wrong; 2 were not looked at.\n"));
    findings.resize(1);
    CHECK(write_text(findings, Colours::kNone).ends_with("\nNothing is wrong.\n"));
}

TEST_CASE("doctor: JSON has stable names, neither marks nor colours") {
    const auto json = write_json(three());
    CHECK(json["is_well"] == false);
    CHECK(
        json["checks"] == Json::parse(R"([
            {"check": "data_folder", "verdict": "good", "summary": "/srv/roost.", "details": {"path": "/srv/roost"}},
            {"check": "database", "verdict": "bad", "summary": "Damaged.", "repair": "Restore it.",
             "details": {"problems": ["a", "b"]}},
            {"check": "scopes", "verdict": "not_looked_at", "summary": "The token has to be good first."}])")
    );
    std::string names;
    for (int i = 0; i <= static_cast<int>(Check::kLastWebhook); ++i)
        names += std::string(check_name(static_cast<Check>(i))) + " ";
    CHECK(
        names ==
        "configuration data_folder disk database clock graph token scopes number business_account "
        "webhook_subscription certificate callback last_webhook "
    );
}

TEST_CASE("doctor: what others wrote does not steer the terminal") {
    CHECK(printable("a\033[2Jb\nc\x7f\xc2\x9b!") == "a [2Jb c  !");
    CHECK(printable("Amina Ümit 😀") == "Amina Ümit 😀");
    std::vector<Finding> findings{{Check::kNumber, Verdict::kGood, "name \033]0;x\007", "do \033[1m"}};
    const auto text = write_text(findings, Colours::kNone);
    CHECK(text.find('\033') == std::string::npos);
    CHECK(text.find('\007') == std::string::npos);
}

TEST_CASE("doctor: conversations are told with their window, and without a word of what was written") {
    const auto now = test::kNoon;
    auto open = test::make_conversation(1);
    open.contact_name = "Amina\033[2J";
    open.last.at = open.last_inbound_at = now - kHour;
    open.last.preview.text = "canary";
    open.unread = 3;
    auto closed = test::make_conversation(2);
    closed.contact_name.clear();
    closed.last.at = closed.last_inbound_at = now - 2 * kDay;
    const auto text = write_text({open, closed}, now);
    CHECK(
        text ==
        "Amina [2J                   1 hour ago      3 unread    window open\n"
        "+254 700 000 002            2 days ago      0 unread    window closed\n"
    );
    const auto json = write_json({open, closed}, now);
    CHECK(json[0]["window"] == "open");
    CHECK(json[0]["unread"] == 3);
    CHECK(json[1]["window"] == "closed");
    CHECK(json[1]["last_at"] == "2026-11-19T12:00:00.000Z");
    CHECK(dump_json(json).find("canary") == std::string::npos);
    CHECK(write_text(std::vector<Conversation>(), now) == "There are no conversations yet.\n");
}

}  // namespace
}  // namespace roost::doctor
