#include "server/app/media_uploads.h"

#include <algorithm>
#include <utility>

#include "server/app/clock.h"
#include "server/store/store.h"

namespace roost {

namespace {

// Meta keeps an upload for 30 days; a day less, so that it is still there when the message is.
constexpr UnixMillis kMetaKeepsUploads = 29 * kDay;

// Where the file waits, others need not: nothing but this message stands still.
Verdict without_stopping_others(Verdict verdict) {
    if (auto* again = std::get_if<TryAgain>(&verdict)) again->stops_account = false;
    return verdict;
}

Verdict file_is_gone() {
    return GiveUp{{0, "The file is not on this server any more. Send it again.", "", false}};
}

bool waits(const MediaRef& media) {
    return media.id.empty() && media.file.state == MediaState::kStored;
}

}  // namespace

bool needs_upload(const Message& message) {
    const auto files = files_in(message.content);
    return message.direction == Direction::kOutbound &&
           std::any_of(files.begin(), files.end(), [](const auto& carried) { return waits(*carried.media); });
}

std::optional<Verdict> MediaUploads::give_files(
    const Attempt& attempt, AccountId account, const std::string& account_key, Message& message
) {
    for (const auto& carried : files_in(message.content)) {
        if (!waits(*carried.media)) continue;
        if (auto verdict = give(attempt, account, account_key, *carried.media)) return verdict;
    }
    return std::nullopt;
}

std::optional<Verdict> MediaUploads::give(
    const Attempt& attempt, AccountId account, const std::string& account_key, MediaRef& media
) {
    const auto now = deps_.clock.now();
    const std::optional<MediaUpload> known =
        deps_.store.find_media_upload(media.file.id, account).value_or(std::nullopt);
    if (known && now - known->uploaded_at < kMetaKeepsUploads) {
        media.id = known->meta_id;
        return std::nullopt;
    }
    if (!files_.open(media.file.id)) return file_is_gone();
    const auto outcome =
        cloud_.upload_media(account_key, files_.path_of(media.file.id), media.file.mime_type);
    if (const auto* refused = std::get_if<CloudRefusal>(&outcome)) return judge(attempt, *refused, now);
    if (const auto* lost = std::get_if<CloudUnreachable>(&outcome)) {
        return without_stopping_others(judge(attempt, *lost, now));
    }
    const MediaUpload upload{media.file.id, account, std::get<MediaUploaded>(outcome).id, now};
    const auto stored = deps_.store.write([&upload](Transaction& transaction) {
        return transaction.put_media_upload(upload);
    });
    if (!stored) return Verdict(TryAgain{now + kSecond, false, false, false});
    media.id = upload.meta_id;
    return std::nullopt;
}

}  // namespace roost
