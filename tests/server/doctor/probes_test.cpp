#include "server/doctor/probes.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/server/simulator/webhook_receiver.h"
#include "tests/support/scripted_server.h"
#include "tests/support/use_case.h"

namespace roost::doctor {
namespace {

using test::TempDir;

TEST_CASE("doctor: the settings file is seen with its rights, and whether it holds a secret") {
    const TempDir dir;
    const auto file = dir.file("roost.toml");
    ConfigSources sources{{"--config", file}, {}, ""};
    CHECK_FALSE(look_at_settings(sources).has_file);
    dir.write("roost.toml", "port = 8001\n");
    ::chmod(file.c_str(), 0640);
    sources.file_text = "port = 8001\n";
    auto seen = look_at_settings(sources);
    CHECK(seen.has_file);
    CHECK(seen.is_file_readable);
    CHECK(seen.mode == 0640U);
    CHECK_FALSE(seen.has_secrets_in_file);
    CHECK(seen.missing.size() == 3);
    sources.file_text = "app_secret = \"x\"\n";
    CHECK(look_at_settings(sources).has_secrets_in_file);
    CHECK(look_at_settings(sources).missing.size() == 2);
    sources.file_text = "port = 0\n";
    CHECK(look_at_settings(sources).problem.find("port") != std::string::npos);
}

TEST_CASE("doctor: the data folder is seen as it is, and its open keys by name") {
    const TempDir dir;
    CHECK_FALSE(look_at_folder(dir.file("none")).is_there);
    dir.write("plain", "");
    CHECK_FALSE(look_at_folder(dir.file("plain")).is_folder);
    dir.write("data/session_key", "k");
    dir.write("data/app_secret", "k");
    dir.write("data/roost.db", "");
    ::chmod(dir.file("data").c_str(), 0750);
    ::chmod(dir.file("data/session_key").c_str(), 0604);
    ::chmod(dir.file("data/app_secret").c_str(), 0600);
    ::chmod(dir.file("data/roost.db").c_str(), 0644);
    const auto seen = look_at_folder(dir.file("data"));
    CHECK(seen.is_folder);
    CHECK(seen.is_ours);
    CHECK(seen.is_writable);
    CHECK(seen.mode == 0750U);
    CHECK(seen.open_keys == std::vector<std::string>{"session_key"});
}

TEST_CASE("doctor: a disk has room, and what is not there has none") {
    const TempDir dir;
    CHECK(free_bytes_of(dir.path()));
    CHECK_FALSE(free_bytes_of(dir.file("none")));
}

TEST_CASE("doctor: the database is looked at beside a server that uses it, and told by its newest webhook") {
    test::UseCase inbox;
    auto seen = look_at_database(inbox.dir.path());
    CHECK(seen.is_there);
    CHECK(seen.problem.empty());
    CHECK(seen.wrong.empty());
    CHECK(seen.schema > 0);
    CHECK(seen.schema == seen.known_schema);
    CHECK(seen.last_webhook_at == 0);
    inbox.customer_writes();
    seen = look_at_database(inbox.dir.path());
    CHECK(seen.last_webhook_at == inbox.clock.now());
}

TEST_CASE("doctor: no database, and a file that is none") {
    const TempDir dir;
    CHECK_FALSE(look_at_database(dir.path()).is_there);
    dir.write("roost.db", std::string(8192, 'x'));
    const auto seen = look_at_database(dir.path());
    CHECK(seen.is_there);
    CHECK_FALSE(seen.problem.empty());
}

TEST_CASE("doctor: the callback is asked with the verify token and with a wrong one") {
    test::WebhookReceiver meta_calls("the-token");
    const auto url = meta_calls.url().substr(0, meta_calls.url().rfind('/'));
    auto seen = look_at_callback(url, "the-token");
    CHECK(seen.url == url + "/webhooks/whatsapp");
    CHECK(seen.right.http == 200);
    CHECK(seen.right.body == seen.challenge);
    CHECK(seen.wrong.http == 403);
    seen = look_at_callback(url, "another");
    CHECK(seen.right.http == 403);
}

TEST_CASE("doctor: a verify token is sent as it is, whatever stands in it") {
    test::ScriptedServer server(
        {test::http_answer("403 Forbidden", ""), test::http_answer("403 Forbidden", "")}
    );
    look_at_callback(server.url(), "a&b=ü");
    const auto requests = server.requests();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].find("hub.verify_token=a%26b%3D%C3%BC ") != std::string::npos);
    CHECK(requests[0].starts_with("GET /webhooks/whatsapp?hub.mode=subscribe&hub.challenge="));
    CHECK(requests[1].find("a%26b") == std::string::npos);
}

}  // namespace
}  // namespace roost::doctor
