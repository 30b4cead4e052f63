// The whole way of a file, between our client of Meta's and the simulator that plays Meta.
#include <doctest/doctest.h>

#include "server/app/media_jobs.h"
#include "server/cloud/graph_cloud_api.h"
#include "server/simulator/made_files.h"
#include "server/simulator/simulator.h"
#include "tests/server/simulator/webhook_receiver.h"
#include "tests/support/http_client.h"
#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::HttpClient;
using test::UseCase;
using test::WebhookReceiver;

struct Stage : UseCase {
    Stage() {
        clock.set(SystemClock().now());  // the simulator tells the real time
        SimulatorOptions options;
        options.port = 0;
        options.webhook_url = receiver.url();
        options.app_secret = "app-secret";
        options.verify_token = "verify-token";
        options.access_token = "token";
        options.phone_number_id = std::string(test::kNumberId);
        options.seed = 1;
        auto started = Simulator::start(options);
        REQUIRE(started);
        simulator = std::move(*started);
        GraphOptions to;
        to.url = "http://127.0.0.1:" + std::to_string(simulator->port());
        to.access_token = "token";
        graph = std::make_unique<GraphCloudApi>(to);
        jobs = std::make_unique<MediaJobs>(*deps, *graph, files, test::no_web);
    }

    void control(const std::string& target, const std::string& body) const {
        const auto answer = HttpClient(simulator->port()).ask("POST", "/_control/" + target, {}, body);
        CAPTURE(answer.body);
        REQUIRE(answer.status == 200);
    }
    // A customer sends a photo, and the webhook is taken.
    void photo_arrives() {
        control("inbound", R"({"from":"254712345678","type":"image","image":{"caption":"Look"}})");
        const auto has_come = [](const auto& received) { return !received.empty(); };
        for (const auto& webhook : receiver.wait_until(has_come))
            receive(webhook.body);
    }
    FetchVerdict fetch() {
        const auto job = jobs->claim();
        REQUIRE(job);
        REQUIRE(*job);
        auto verdict = jobs->fetch(**job);
        REQUIRE(jobs->record(**job, verdict));
        return verdict;
    }

    WebhookReceiver receiver{"verify-token"};
    std::unique_ptr<Simulator> simulator;
    std::unique_ptr<GraphCloudApi> graph;
    std::unique_ptr<MediaJobs> jobs;
};

}  // namespace

TEST_CASE("media with the simulator: a photo arrives whole") {
    Stage stage;
    stage.photo_arrives();
    const auto verdict = stage.fetch();
    REQUIRE(std::holds_alternative<Fetched>(verdict));
    const auto& file = std::get<Fetched>(verdict).file;
    CHECK(file.type.mime_type == "image/png");
    CHECK(file.size == static_cast<std::int64_t>(simulator::made_file("image", "Look").bytes.size()));
}

TEST_CASE(
    "media with the simulator: addresses that are over and redirects are followed, with care for the token"
) {
    for (const auto* mode : {"over", "redirect", "slow"}) {
        CAPTURE(mode);
        Stage stage;
        stage.photo_arrives();
        stage.control("media", R"({"mode":")" + std::string(mode) + R"(","delay_ms":5})");
        CHECK(std::holds_alternative<Fetched>(stage.fetch()));
    }
}

TEST_CASE("media with the simulator: everything else is tried again") {
    for (const auto* mode : {"gone", "refused", "wrong_hash", "cut_short", "empty"}) {
        CAPTURE(mode);
        Stage stage;
        stage.photo_arrives();
        stage.control("media", R"({"mode":")" + std::string(mode) + R"("})");
        CHECK(std::holds_alternative<FetchAgain>(stage.fetch()));
        stage.clock.advance(kMinute);
        CHECK(std::holds_alternative<Fetched>(stage.fetch()));
    }
}

TEST_CASE("media with the simulator: an upload gets an id that can be looked up and fetched") {
    Stage stage;
    stage.dir.write("page", test::pdf_file());
    const auto done = stage.graph->upload_media(test::kNumberId, stage.dir.file("page"), "application/pdf");
    REQUIRE(std::holds_alternative<MediaUploaded>(done));
    const auto found = stage.graph->look_up_media(test::kNumberId, std::get<MediaUploaded>(done).id);
    REQUIRE(std::holds_alternative<MediaAddress>(found));
    std::string bytes;
    const auto got =
        stage.graph->download_media("", std::get<MediaAddress>(found), [&](std::string_view piece) {
            bytes += piece;
            return true;
        });
    CHECK(std::holds_alternative<MediaReceived>(got));
    CHECK(bytes == test::pdf_file());
    const auto wrong = stage.graph->upload_media(test::kNumberId, stage.dir.file("page"), "text/html");
    REQUIRE(std::holds_alternative<CloudRefusal>(wrong));
    CHECK(std::get<CloudRefusal>(wrong).code == 100);
}

}  // namespace roost
