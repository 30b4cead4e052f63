// A store on a file of its own, a clock that stands still and Meta's stand-in: what use cases need. SQLite's
// WAL wants a real file, so that there is none in memory.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/app/connected_numbers.h"
#include "server/app/deps.h"
#include "server/app/gate.h"
#include "server/app/media_jobs.h"
#include "server/app/outbox.h"
#include "server/app/receive_webhook.h"
#include "server/app/send_message.h"
#include "server/app/upload_file.h"
#include "server/config.h"
#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_cloud_api.h"
#include "tests/support/temp_dir.h"

namespace roost::test {

// Where nothing of the web is wanted.
inline Status no_web(const std::string& /*url*/, const std::function<bool(std::string_view)>& /*take*/) {
    return fail(ErrorCode::kConflict, "There is no web here.");
}

struct UseCase {
    UseCase() {
        config.phone_number_id = kNumberId;
        config.session_key = std::string(32, 'k');
        open();
    }

    // As after a crash: everything in memory is gone.
    void reopen() {
        media.reset();
        outbox.reset();
        deps.reset();
        store.reset();
        open();
    }

    WebhookReceipt receive(std::string_view body) {
        const auto receipt = receive_webhook(*deps, body);
        REQUIRE(receipt);
        return *receipt;
    }
    // The customer's text, and with it an open window.
    Conversation customer_writes(const InboundText& text = {}) {
        receive(text_webhook(text));
        return only_row();
    }
    Conversation only_row() {
        const auto rows = store->list_conversations({});
        REQUIRE(rows);
        REQUIRE(rows->conversations.size() == 1);
        return rows->conversations.front();
    }
    Message agent_sends(ConversationId to, std::string ref, std::string body = "Karibu") {
        SendRequest request;
        request.client_ref = std::move(ref);
        request.content = Text{std::move(body), false};
        const auto sent = send_message(*deps, agent, to, request);
        REQUIRE(sent);
        return *sent;
    }
    // Its id.
    std::string uploaded(const std::string& bytes) {
        const auto upload = FileUpload::begin(*deps, files, agent, "");
        REQUIRE(upload);
        REQUIRE((*upload)->take(bytes));
        const auto done = (*upload)->finish();
        REQUIRE(done);
        return done->file.id;
    }
    Message message(MessageId id) {
        const auto found = store->find_message(id);
        REQUIRE(found);
        return *found;
    }
    std::vector<OutboxRow> waiting() {
        const auto rows = store->list_outbox();
        REQUIRE(rows);
        return *rows;
    }
    // Everything that may go now goes, one attempt each.
    int work_outbox() {
        const auto claimed = outbox->claim(1000);
        REQUIRE(claimed);
        for (const auto& delivery : *claimed) {
            REQUIRE(outbox->record(delivery, outbox->call(delivery)));
        }
        return static_cast<int>(claimed->size());
    }
    // Every file that is due is fetched, or tried. Returns how many.
    int work_media() {
        int count = 0;
        while (true) {
            const auto job = media->claim();
            REQUIRE(job);
            if (!*job) return count;
            REQUIRE(media->record(**job, media->fetch(**job)));
            ++count;
        }
    }
    void status(std::string wamid, std::string name, const Message& of, UnixMillis at, int error = 0) {
        StatusReport report;
        report.wamid = std::move(wamid);
        report.status = std::move(name);
        report.at = at;
        report.callback_data = to_string(of.id);
        report.error_code = error;
        receive(status_webhook(report));
    }

    TempDir dir;
    FakeClock clock{kNoon + kMinute};
    FakeCloudApi cloud;
    std::map<std::string, std::string> web_files = {};  // by address; others are not answered
    Config config;
    Gate gate;
    ConnectedNumbers numbers{config};
    Principal agent{AgentId{1}, AgentRole::kAgent};
    std::unique_ptr<Store> store;
    std::unique_ptr<Deps> deps;
    std::unique_ptr<Outbox> outbox;
    MediaFolder files{dir.file("media")};
    std::unique_ptr<MediaJobs> media;

  private:
    void open() {
        auto opened = open_store(dir.path());
        REQUIRE(opened);
        store = std::move(*opened);
        deps = std::make_unique<Deps>(Deps{*store, clock, config, gate, numbers});
        outbox = std::make_unique<Outbox>(*deps, cloud, files);
        media = std::make_unique<MediaJobs>(
            *deps,
            cloud,
            files,
            [this](const std::string& url, const auto& take) -> Status {
                const auto found = web_files.find(url);
                if (found == web_files.end()) return no_web(url, take);
                take(found->second);
                return {};
            }
        );
        REQUIRE(outbox->recover());
    }
};

}  // namespace roost::test
