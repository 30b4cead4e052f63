#include "server/cloud/connected_cloud.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/fake_cloud_api.h"

namespace roost {

namespace {

// Remembers which token each call went out with.
struct Stage {
    std::vector<std::string> opened;
    std::vector<std::string> sent;
    int stopped = 0;

    class Cloud : public test::FakeCloudApi {
      public:
        Cloud(Stage& stage, std::string token) : stage_(stage), token_(std::move(token)) {}
        CloudOutcome send(std::string_view account_key, std::string_view) override {
            stage_.sent.push_back(token_ + " " + std::string(account_key));
            return CloudAccepted{"wamid.1", ""};
        }
        TemplateListing list_templates(std::string_view waba, std::string_view) override {
            stage_.sent.push_back(token_ + " " + std::string(waba));
            return TemplatePage{};
        }
        void stop() override { ++stage_.stopped; }

      private:
        Stage& stage_;
        std::string token_;
    };

    ConnectedCloud cloud{[this](const std::string& token) {
        opened.push_back(token);
        return std::make_unique<Cloud>(*this, token);
    }};
};

bool is_not_connected(const CloudOutcome& outcome) {
    const auto* refusal = std::get_if<CloudRefusal>(&outcome);
    return refusal != nullptr && refusal->code == 190;
}

}  // namespace

TEST_CASE("connected cloud: each call goes out with the token of its number or account") {
    Stage stage;
    stage.cloud.set({{"1", "10", "kenya"}, {"2", "20", "brazil"}, {"3", "10", "kenya"}});
    CHECK(stage.opened == std::vector<std::string>{"kenya", "brazil"});
    stage.cloud.send("2", "{}");
    stage.cloud.send("3", "{}");
    stage.cloud.list_templates("10", "");
    CHECK(stage.sent == std::vector<std::string>{"brazil 2", "kenya 3", "kenya 10"});
}

TEST_CASE("connected cloud: what is not connected is refused like an ended token, and nothing is called") {
    Stage stage;
    CHECK(is_not_connected(stage.cloud.send("1", "{}")));
    stage.cloud.set({{"1", "10", "kenya"}});
    CHECK(is_not_connected(stage.cloud.send("2", "{}")));
    CHECK(is_not_connected(stage.cloud.mark_read("2", "wamid.1")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.list_templates("20", "")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.look_up_media("2", "7")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.upload_media("2", "file", "image/png")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.upload_sample("20", "file", "image/png")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.create_template("20", "{}")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.edit_template("20", "1", "{}")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.delete_template("20", "1", "name")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.change_block("2", BlockChange::kBlock, {"1", ""}))
    );
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.list_blocked("2", "")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.read_profile("2")));
    CHECK(std::holds_alternative<CloudRefusal>(stage.cloud.change_profile("2", "{}")));
    CHECK(stage.sent.empty());
}

TEST_CASE("connected cloud: a new token replaces the old, the others keep their connections") {
    Stage stage;
    stage.cloud.set({{"1", "10", "kenya"}, {"2", "20", "brazil"}});
    stage.cloud.set({{"1", "10", "kenya 2"}, {"2", "20", "brazil"}});
    CHECK(stage.opened == std::vector<std::string>{"kenya", "brazil", "kenya 2"});
    stage.cloud.send("1", "{}");
    CHECK(stage.sent.back() == "kenya 2 1");
    stage.cloud.set({});
    CHECK(is_not_connected(stage.cloud.send("1", "{}")));
}

TEST_CASE("connected cloud: once stopped, all are, and none begins") {
    Stage stage;
    stage.cloud.set({{"1", "10", "kenya"}, {"2", "20", "brazil"}});
    stage.cloud.stop();
    CHECK(stage.stopped == 2);
    stage.cloud.set({{"3", "30", "new"}});
    CHECK(is_not_connected(stage.cloud.send("3", "{}")));
}

}  // namespace roost
