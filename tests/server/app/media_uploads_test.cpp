// Files that agents send: given to Meta once, and sent with Meta's id for them.
#include "server/app/media_uploads.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::UseCase;

// A customer has written, and an agent has uploaded a photo.
struct Scene : UseCase {
    Scene() : row(customer_writes()) { file = uploaded(test::jpeg_file(640, 480)); }

    Result<Message> send(const std::string& ref, Content content) {
        SendRequest request;
        request.client_ref = ref;
        request.content = std::move(content);
        return send_message(*deps, agent, row.id, request);
    }
    Message photo(const std::string& ref) {
        Image image;
        image.media.file.id = file;
        image.media.caption = "The roof";
        const auto sent = send(ref, image);
        REQUIRE(sent);
        return *sent;
    }
    DeliveryStatus status_of(const Message& sent) { return message(sent.id).status; }

    Conversation row;
    std::string file;
};

}  // namespace

TEST_CASE("media uploads: the bytes go to Meta first, then the message with their id") {
    Scene use;
    const auto sent = use.photo("a");
    CHECK(use.work_outbox() == 1);
    CHECK(use.status_of(sent) == DeliveryStatus::kSent);
    REQUIRE(use.cloud.uploads().size() == 1);
    CHECK(use.cloud.uploads()[0].bytes == test::jpeg_file(640, 480));
    CHECK(use.cloud.uploads()[0].mime_type == "image/jpeg");
    CHECK(use.cloud.uploads()[0].account_key == test::kNumberId);
    const auto body = use.cloud.calls()[0].body;
    CHECK(body["image"] == Json{{"id", "upload-1"}, {"caption", "The roof"}});
    CHECK(media_in(use.message(sent.id).content)->file.state == MediaState::kStored);
}

TEST_CASE("media uploads: for a month the same bytes are not given twice") {
    Scene use;
    use.photo("a");
    use.work_outbox();
    use.photo("b");
    use.reopen();
    use.work_outbox();
    CHECK(use.cloud.uploads().size() == 1);
    CHECK(use.cloud.calls().size() == 2);
    CHECK(use.cloud.calls()[1].body["image"]["id"] == "upload-1");
    use.clock.advance(30 * kDay);
    use.receive(test::text_webhook({.wamid = "wamid.LATER", .at = use.clock.now()}));
    use.photo("c");
    use.work_outbox();
    CHECK(use.cloud.uploads().size() == 2);
    CHECK(use.cloud.calls()[2].body["image"]["id"] == "upload-2");
}

TEST_CASE("media uploads: an upload that fails is tried again and sends nothing") {
    Scene use;
    const auto sent = use.photo("a");
    use.cloud.fail_next_upload(CloudUnreachable{"cut short"});
    use.cloud.fail_next_upload(CloudRefusal{500, 131000, "", 0});
    for (int i = 0; i < 2; ++i) {
        CHECK(use.work_outbox() == 1);
        CHECK(use.cloud.calls().empty());
        CHECK(use.status_of(sent) == DeliveryStatus::kQueued);
        use.clock.advance(kMinute);
    }
    CHECK(use.work_outbox() == 1);
    CHECK(use.status_of(sent) == DeliveryStatus::kSent);
    CHECK(use.cloud.calls().size() == 1);
}

TEST_CASE("media uploads: a file that waits holds up its own conversation only") {
    Scene use;
    test::InboundText other;
    other.wamid = "wamid.OTHER";
    other.from = "447700900123";
    use.receive(test::text_webhook(other));
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows);
    const auto& second =
        rows->conversations[0].id == use.row.id ? rows->conversations[1] : rows->conversations[0];
    const auto photo = use.photo("a");
    const auto behind = use.agent_sends(use.row.id, "b");
    use.cloud.fail_next_upload(CloudUnreachable{"cut short"});
    CHECK(use.work_outbox() == 1);
    const auto elsewhere = use.agent_sends(second.id, "c");
    CHECK(use.work_outbox() == 1);
    CHECK(use.status_of(elsewhere) == DeliveryStatus::kSent);
    CHECK(use.status_of(behind) == DeliveryStatus::kQueued);
    use.clock.advance(kMinute);
    use.work_outbox();
    use.work_outbox();
    CHECK(use.status_of(photo) == DeliveryStatus::kSent);
    CHECK(use.status_of(behind) == DeliveryStatus::kSent);
}

TEST_CASE("media uploads: a crash between upload and message sends once") {
    Scene use;
    const auto sent = use.photo("a");
    const auto claimed = use.outbox->claim(10);
    REQUIRE(claimed);
    REQUIRE(claimed->size() == 1);
    SUBCASE("before the upload") {}
    SUBCASE("after it") {
        auto message = claimed->front().message;
        MediaUploads uploads(*use.deps, use.cloud, use.files);
        CHECK_FALSE(uploads.give_files({}, claimed->front().row.account, "1", message));
    }
    use.reopen();
    CHECK(use.work_outbox() == 0);  // it may have gone out: a status has its chance
    use.clock.advance(10 * kMinute);
    CHECK(use.work_outbox() == 1);
    CHECK(use.status_of(sent) == DeliveryStatus::kSent);
    CHECK(use.cloud.calls().size() == 1);
    CHECK(use.cloud.uploads().size() == 1);
}

TEST_CASE("media uploads: what Meta refuses fails, and an agent's retry gives the file anew") {
    Scene use;
    const auto sent = use.photo("a");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131053);
    auto failed = use.message(sent.id);
    REQUIRE(failed.status == DeliveryStatus::kFailed);
    if (!failed.failure->can_retry) return;
    REQUIRE(retry_message(*use.deps, use.agent, sent.id));
    use.work_outbox();
    CHECK(use.cloud.uploads().size() == 2);
}

TEST_CASE("media uploads: a file that vanished from the disk fails its message with a sentence") {
    Scene use;
    const auto sent = use.photo("a");
    std::filesystem::remove(use.files.path_of(use.file));
    CHECK(use.work_outbox() == 1);
    const auto failed = use.message(sent.id);
    CHECK(failed.status == DeliveryStatus::kFailed);
    REQUIRE(failed.failure);
    CHECK(failed.failure->sentence.find("not on this server") != std::string::npos);
}

TEST_CASE("media uploads: at most four files are under way, and texts pass them") {
    Scene use;
    for (int i = 0; i < 8; ++i) {
        test::InboundText text;
        text.from = std::to_string(254700000000 + i);
        text.wamid = "wamid.C" + std::to_string(i);
        use.receive(test::text_webhook(text));
    }
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows);
    int number = 0;
    for (const auto& row : rows->conversations) {
        use.row = row;
        if (++number <= 6) use.photo("p" + std::to_string(number));
        if (number > 6) use.agent_sends(row.id, "t" + std::to_string(number));
    }
    const auto claimed = use.outbox->claim(12);
    REQUIRE(claimed);
    int files = 0;
    for (const auto& delivery : *claimed)
        files += delivery.row.has_file ? 1 : 0;
    CHECK(files == 4);
    CHECK(claimed->size() == 4 + rows->conversations.size() - 6);
    for (const auto& delivery : *claimed)
        REQUIRE(use.outbox->record(delivery, use.outbox->call(delivery)));
    use.clock.advance(kSecond);
    CHECK(use.work_outbox() == 2);
}

TEST_CASE("media uploads: only what fits its kind is accepted, and a voice note must be one") {
    Scene use;
    Audio voice;
    voice.is_voice = true;
    voice.media.file.id = use.uploaded("\xff\xfb\x90\x64 a song");
    CHECK_FALSE(use.send("a", voice));
    voice.media.file.id = use.uploaded(test::ogg_file("OpusHead"));
    REQUIRE(use.send("b", voice));
    use.work_outbox();
    CHECK(use.cloud.uploads()[0].mime_type == "audio/ogg; codecs=opus");
    CHECK(use.cloud.calls()[0].body["audio"] == Json{{"id", "upload-1"}, {"voice", true}});
    Document document;
    document.media.file.id = use.file;
    CHECK_FALSE(use.send("c", document));
    document.filename = "Offer.pdf";
    document.media.file.id = use.uploaded(test::pdf_file());
    REQUIRE(use.send("d", document));
    use.work_outbox();
    CHECK(use.cloud.calls()[1].body["document"]["filename"] == "Offer.pdf");
}

}  // namespace roost
