#include "server/app/upload_file.h"

#include <utility>

#include "server/app/clock.h"
#include "server/store/store.h"
#include "shared/wire/media_limits.h"

namespace roost {

namespace {

constexpr std::string_view kRecording = "voice";
constexpr std::string_view kVoiceType = "audio/ogg; codecs=opus";
constexpr std::size_t kTellingBytes = 4;

}  // namespace

Result<std::unique_ptr<FileUpload>> FileUpload::begin(
    const Deps& deps, MediaFolder& files, const Principal& who, std::string kind
) {
    if (who.role == AgentRole::kViewer) {
        return fail(ErrorCode::kForbidden, "Your role may read conversations but not write in them.");
    }
    ASSIGN_OR_RETURN(auto file, files.begin());
    return std::unique_ptr<FileUpload>(new FileUpload(deps, std::move(file), who, std::move(kind)));
}

FileUpload::FileUpload(
    const Deps& deps, std::unique_ptr<IncomingFile> file, const Principal& who, std::string kind
)
    : deps_(deps),
      file_(std::move(file)),
      reach_(who.reach),
      is_recording_(kind == kRecording),
      kind_(is_recording_ ? "audio" : std::move(kind)) {}

bool FileUpload::take(std::string_view bytes) {
    size_ += static_cast<std::int64_t>(bytes.size());
    if (taken_ && size_ > kLargestFile) {
        taken_ = fail(ErrorCode::kTooLarge, "WhatsApp takes files of at most 100 MB.");
    }
    if (taken_) taken_ = is_recording_ ? record(bytes) : file_->write(bytes);
    return taken_.has_value();
}

// As it comes, or from its second piece on: the first four bytes tell.
Status FileUpload::record(std::string_view bytes) {
    if (!webm_ && file_->size() == 0) {
        first_ += bytes;
        if (first_.size() < kTellingBytes) return {};
        if (begins_like_webm(first_)) webm_.emplace();
        bytes = first_;
    }
    if (!webm_) return file_->write(bytes);
    std::string ogg;
    RETURN_IF_ERROR(webm_->take(bytes, ogg));
    return file_->write(ogg);
}

Status FileUpload::end_recording() {
    if (!webm_) return {};
    std::string ogg;
    RETURN_IF_ERROR(webm_->finish(ogg));
    return file_->write(ogg);
}

Result<UploadedFile> FileUpload::finish() {
    RETURN_IF_ERROR(taken_);
    RETURN_IF_ERROR(end_recording());
    if (file_->size() == 0) return fail(ErrorCode::kInvalid, "The file is empty.");
    const auto type = file_->type();
    const std::string kind = kind_.empty() ? std::string(sendable_kind(type)) : kind_;
    if (kind.empty()) {
        return fail(ErrorCode::kInvalid, "WhatsApp takes no files of this type: " + type.mime_type + ".");
    }
    RETURN_IF_ERROR(check_sendable_file(kind, type, file_->size()));
    ASSIGN_OR_RETURN(const auto kept, file_->keep());
    const MediaFileRow row{kept.id, kept.type, kept.size, deps_.clock.now(), false};
    const auto done = deps_.store.write([&](Transaction& transaction) -> Status {
        if (!reach_.empty()) RETURN_IF_ERROR(transaction.links().add_own_file(reach_, row.id));
        return transaction.put_media_file(row);
    });
    if (!done) return tl::unexpected(done.error());
    return UploadedFile{row, kind, is_recording_ && type.mime_type == kVoiceType};
}

}  // namespace roost
