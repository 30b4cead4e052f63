#include "server/app/media_writes.h"

#include <optional>
#include <utility>

#include "shared/wire/media_limits.h"

namespace roost {

void expect_file(Message& message, Platform platform) {
    auto* media = media_in(message.content);
    if (media == nullptr) return;
    media->file = {};
    // WhatsApp's addresses live for minutes, and its ids for days; elsewhere there are addresses only.
    const std::string& name = platform == Platform::kWhatsApp ? media->id : media->link;
    if (!name.empty()) media->file.state = MediaState::kPending;
}

Status want_file(Transaction& transaction, const Message& message, UnixMillis give_up_at) {
    const auto* media = media_in(message.content);
    if (media == nullptr || media->file.state != MediaState::kPending) return {};
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(message.conversation));
    MediaJob job;
    job.message = message.id;
    job.account = row.account;
    job.give_up_at = give_up_at;
    return transaction.put_media_job(job);
}

void keep_file(const Content& before, Content& after) {
    const auto* known = media_in(before);
    auto* media = media_in(after);
    if (known == nullptr || media == nullptr) return;
    if (media->id.empty() && media->link.empty()) {
        const auto caption = std::move(media->caption);
        *media = *known;
        media->caption = caption;
    }
    if (media->id == known->id) {
        media->file = known->file;
    } else if (!media->id.empty()) {
        media->file.state = MediaState::kPending;
    }
}

MediaCopy stored_copy(const std::string& id, const MediaType& type, std::int64_t size) {
    MediaCopy copy;
    copy.state = MediaState::kStored;
    copy.id = id;
    copy.mime_type = type.mime_type;
    copy.size = size;
    copy.width = type.width;
    copy.height = type.height;
    copy.blur = type.blur;
    copy.wave = type.wave;
    return copy;
}

namespace {

// Absent: no uploaded file was named.
Result<std::optional<MediaFileRow>> take_one(
    Transaction& transaction, Platform platform, const Carried<MediaRef>& carried
) {
    MediaRef& media = *carried.media;
    const auto id = std::exchange(media.file, {}).id;
    if (id.empty()) return std::nullopt;
    if (platform != Platform::kWhatsApp) {
        return fail(ErrorCode::kInvalid, "Files can be sent on WhatsApp only; elsewhere give a 'link'.");
    }
    const std::string kind(carried.kind);
    ASSIGN_OR_RETURN(auto row, transaction.media_file(id));
    if (!row) return fail(ErrorCode::kInvalid, "'" + kind + ".file' names no file that was uploaded.");
    RETURN_IF_ERROR(check_sendable_file(kind, row->type, row->size));
    // From now on it is kept as long as the message.
    if (!std::exchange(row->is_named, true)) RETURN_IF_ERROR(transaction.put_media_file(*row));
    media.id.clear();
    media.link.clear();
    media.mime_type = row->type.mime_type;
    media.sha256 = row->id;
    media.file = stored_copy(row->id, row->type, row->size);
    return row;
}

}  // namespace

Status take_uploaded_files(Transaction& transaction, Platform platform, Content& content) {
    for (const auto& carried : files_in(content)) {
        ASSIGN_OR_RETURN(const auto row, take_one(transaction, platform, carried));
        if (!row) continue;
        if (auto* sticker = std::get_if<Sticker>(&content)) sticker->is_animated = row->type.is_animated;
        const auto* audio = std::get_if<Audio>(&content);
        if (audio != nullptr && audio->is_voice && row->type.mime_type != "audio/ogg; codecs=opus") {
            return fail(ErrorCode::kInvalid, "A voice message must be Ogg with Opus.");
        }
    }
    return {};
}

Status forget_uploads(Transaction& transaction, const Message& message, AccountId account) {
    for (const auto& carried : files_in(message.content)) {
        if (carried.media->file.id.empty()) continue;
        RETURN_IF_ERROR(transaction.put_media_upload({carried.media->file.id, account, "", 0}));
    }
    return {};
}

Status change_file(Transaction& transaction, MessageId id, const MediaCopy& file) {
    ASSIGN_OR_RETURN(auto message, transaction.message(id));
    if (!message) return {};
    auto* media = media_in(message->content);
    if (media == nullptr || media->file == file) return {};
    media->file = file;
    message->rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_message(*message));
    return transaction.append_event({message->rev, MessageChanged{*message}});
}

}  // namespace roost
