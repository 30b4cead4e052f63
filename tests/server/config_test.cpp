#include "server/config.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

ConfigSources complete() {
    ConfigSources sources;
    sources.environment = {
        {"ROOST_APP_SECRET", "secret"},
        {"ROOST_VERIFY_TOKEN", "verify"},
        {"ROOST_ACCESS_TOKEN", "token"},
        {"ROOST_PHONE_NUMBER_ID", "100"},
    };
    return sources;
}

TEST_CASE("config: flags win over the environment, that over the file, that over the defaults") {
    auto sources = complete();
    CHECK(parse_config(sources)->port == 8080);
    sources.file_text = "port = 8001\nwaba_id = \"7\"\n";
    CHECK(parse_config(sources)->port == 8001);
    sources.environment["ROOST_PORT"] = "8002";
    CHECK(parse_config(sources)->port == 8002);
    sources.arguments = {"--port", "8003", "--data=/srv/roost"};
    const auto config = parse_config(sources);
    REQUIRE(config);
    CHECK(config->port == 8003);
    CHECK(config->waba_id == "7");
    CHECK(config->data_folder == "/srv/roost");
    CHECK(config->public_url == "http://localhost:8003");
}

TEST_CASE("config: a house has a name, a colour and a logo, and a colour is a colour") {
    auto sources = complete();
    CHECK(parse_config(sources)->brand_name == "Roost");
    sources.arguments = {"--brand-name", "Acme", "--brand-colour=#5b2A86", "--brand-logo", "acme.svg"};
    const auto config = parse_config(sources);
    REQUIRE(config);
    CHECK(config->brand_name == "Acme");
    CHECK(config->brand_colour == "#5b2A86");
    for (const char* wrong :
         {"--brand-colour=5B2A86", "--brand-colour=#5B2A8", "--brand-colour=#5B2A8G", "--brand-logo=a.exe"}) {
        CAPTURE(wrong);
        sources.arguments = {wrong};
        CHECK_FALSE(parse_config(sources));
    }
}

TEST_CASE("config: the spellings of existing guides are understood") {
    ConfigSources sources;
    sources.environment = {
        {"WHATSAPP_APP_SECRET", "secret"},
        {"WHATSAPP_WEBHOOK_VERIFY_TOKEN", "verify"},
        {"WHATSAPP_TOKEN", "token"},
        {"WHATSAPP_PHONE_ID", "100"},
        {"WHATSAPP_BUSINESS_ACCOUNT_ID", "200"},
        {"WHATSAPP_API_VERSION", "v21.0"},
    };
    const auto config = parse_config(sources);
    REQUIRE(config);
    CHECK(config->app_secret == "secret");
    CHECK(config->verify_token == "verify");
    CHECK(config->access_token == "token");
    CHECK(config->phone_number_id == "100");
    CHECK(config->waba_id == "200");
    CHECK(config->graph_version == "v21.0");
    for (const auto* name : {"WHATSAPP_ACCESS_TOKEN", "WHATSAPP_API_TOKEN"}) {
        auto other = sources;
        other.environment.erase("WHATSAPP_TOKEN");
        other.environment[name] = "other";
        CHECK(parse_config(other)->access_token == "other");
    }
}

TEST_CASE("config: switches are said alone or with a value, each for itself") {
    auto sources = complete();
    sources.arguments = {"--log-requests", "--trusted-proxies", "127.0.0.1, 10.0.0.0/8"};
    sources.file_text = "log_json = true\nlog_file = \"roost.log\"\nrecord_types = \"invoice, lead\"\n";
    const auto config = parse_config(sources);
    REQUIRE(config);
    CHECK(config->log_requests);
    CHECK(config->log_json);
    CHECK_FALSE(config->is_demo);
    CHECK(config->log_file == "roost.log");
    CHECK(config->trusted_proxies == "127.0.0.1, 10.0.0.0/8");
    CHECK(config->record_types == "invoice, lead");
    CHECK_FALSE(parse_config(complete())->log_requests);
}

TEST_CASE("config: a certificate comes with its key, and makes the address one of https") {
    auto sources = complete();
    sources.arguments = {"--tls-cert", "/etc/roost/tls.crt", "--port", "8443"};
    sources.file_text = "tls_key = \"/etc/roost/tls.key\"\n";
    const auto config = parse_config(sources);
    REQUIRE(config);
    CHECK(config->tls_cert == "/etc/roost/tls.crt");
    CHECK(config->tls_key == "/etc/roost/tls.key");
    CHECK(config->public_url == "https://localhost:8443");
    sources.arguments.insert(sources.arguments.end(), {"--public-url", "https://inbox.example"});
    CHECK(parse_config(sources));

    const auto sentence = [](std::vector<std::string> arguments) {
        auto wrong = complete();
        wrong.arguments = std::move(arguments);
        const auto read = parse_config(wrong);
        return read ? "" : read.error().message;
    };
    CHECK(sentence({"--tls-cert=a"}).find("tls_cert needs tls_key") != std::string::npos);
    CHECK(sentence({"--tls-key=a"}).find("tls_key needs tls_cert") != std::string::npos);
    CHECK(
        sentence({"--tls-cert=a", "--tls-key=b", "--public-url=http://a.example"}).find("public_url") !=
        std::string::npos
    );
    CHECK(sentence({"--tls-cert=a", "--tls-key=b", "--demo"}).find("demo") != std::string::npos);
}

TEST_CASE("config: Roost's own spelling wins over a guide's") {
    auto sources = complete();
    sources.environment["WHATSAPP_TOKEN"] = "other";
    CHECK(parse_config(sources)->access_token == "token");
}

TEST_CASE("config: what is wrong is named in one sentence") {
    struct Case {
        std::vector<std::string> arguments;
        std::string file;
        std::string names;
    };
    const Case cases[] = {
        {{"--port", "0"}, "", "port"},
        {{"--port", "70000"}, "", "port"},
        {{"--requests-per-minute", "0"}, "", "requests_per_minute"},
        {{"--requests-per-minute", "1000001"}, "", "requests_per_minute"},
        {{}, "webhooks_per_minute = -1", "webhooks_per_minute"},
        {{"--port", "eighty"}, "", "port"},
        {{"--port"}, "", "--port"},
        {{"--prot", "1"}, "", "--prot"},
        {{"--public-url", "example.org"}, "", "public_url"},
        {{"--bind", "a\nb"}, "", "bind"},
        {{}, "prot = 1", "prot"},
        {{}, "port = [1]", "port"},
        {{}, "port = \n", "line"},
        {{}, "demo = 3", "demo"},
        {{"--trusted-proxies", "localhost"}, "", "trusted_proxies"},
        {{"--record-types", "Project"}, "", "record_types"},
        {{"--record-types", " , "}, "", "record_types"},
        {{}, "log_json = \"maybe\"", "log_json"},
    };
    for (const auto& c : cases) {
        auto sources = complete();
        sources.arguments = c.arguments;
        sources.file_text = c.file;
        const auto config = parse_config(sources);
        REQUIRE_FALSE(config);
        CAPTURE(config.error().message);
        CHECK(config.error().code == ErrorCode::kInvalid);
        CHECK(config.error().message.find(c.names) != std::string::npos);
    }
}

TEST_CASE("config: each missing credential is named with where it may be set; the demo needs none") {
    for (const auto* name : {"APP_SECRET", "ACCESS_TOKEN", "PHONE_NUMBER_ID"}) {
        auto sources = complete();
        sources.environment.erase(std::string("ROOST_") + name);
        const auto config = parse_config(sources);
        REQUIRE_FALSE(config);
        CHECK(config.error().message.find(std::string("ROOST_") + name) != std::string::npos);
        CHECK(config.error().message.find(std::string("WHATSAPP_")) != std::string::npos);
    }
    // Nothing of a number at all: it is connected in the client.
    CHECK(parse_config(ConfigSources{}));
    auto unverified = complete();
    unverified.environment.erase("ROOST_VERIFY_TOKEN");
    CHECK(parse_config(unverified));
    ConfigSources demo;
    demo.arguments = {"--demo"};
    const auto config = parse_config(demo);
    REQUIRE(config);
    CHECK(config->is_demo);
    CHECK(config->data_folder == "data/demo");
}

TEST_CASE("config: a secret on the command line is refused without repeating it") {
    auto sources = complete();
    sources.arguments = {"--app-secret", "hunter2"};
    const auto config = parse_config(sources);
    REQUIRE_FALSE(config);
    CHECK(config.error().message.find("ROOST_APP_SECRET") != std::string::npos);
    CHECK(config.error().message.find("hunter2") == std::string::npos);
}

TEST_CASE("config: an installation that is not complete can be read, and says all that is missing") {
    ConfigSources sources;
    sources.environment = {{"ROOST_APP_SECRET", "secret"}, {"ROOST_PORT", "8002"}};
    const auto config = read_settings(sources);
    REQUIRE(config);
    CHECK(config->port == 8002);
    CHECK(config->public_url.empty());
    std::string names;
    for (const auto& missing : missing_settings(*config)) {
        names += missing.name + " ";
        CHECK(missing.variables.find("ROOST_") == 0);
    }
    CHECK(names == "phone_number_id access_token ");
    sources.arguments = {"--demo"};
    CHECK(missing_settings(*read_settings(sources)).empty());
    CHECK(read_settings(sources)->data_folder == "data/demo");
    sources.arguments = {"--port", "0"};
    CHECK_FALSE(read_settings(sources));
}

TEST_CASE("config: each secret is known, of several each") {
    Config config;
    CHECK(secrets_of(config).empty());
    config.app_secret = "one, two";
    config.verify_token = "verify";
    config.access_token = "token";
    CHECK(secrets_of(config) == std::vector<std::string>{"one, two", "one", "two", "verify", "token"});
}

TEST_CASE("config: an empty variable counts as absent, and --config names the file") {
    auto sources = complete();
    sources.environment["ROOST_PORT"] = "";
    CHECK(parse_config(sources)->port == 8080);
    CHECK(config_file_name({}) == "roost.toml");
    CHECK(config_file_name({"--config", "a.toml"}) == "a.toml");
    CHECK(config_file_name({"--port", "1", "--config=b.toml"}) == "b.toml");
}

}  // namespace
}  // namespace roost
