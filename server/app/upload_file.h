// A file that an agent is about to send: taken piece by piece, judged by its bytes, kept in the media folder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/media/media_folder.h"
#include "server/store/rows.h"
#include "shared/audio/webm_to_ogg.h"
#include "shared/base/result.h"

namespace roost {

struct UploadedFile {
    MediaFileRow file;
    std::string kind;       // of message that it is for: "image", …
    bool is_voice = false;  // goes as a voice note
};

// Used by one thread at a time.
class FileUpload {
  public:
    // `kind` as which it is to be sent; empty = what the bytes say. "voice" is what a browser recorded: WebM
    // becomes Ogg on the way, and what is not Opus then goes as ordinary audio. kForbidden for those who may
    // not write, kUnavailable when the disk takes nothing.
    static Result<std::unique_ptr<FileUpload>> begin(
        const Deps& deps, MediaFolder& files, const Principal& who, std::string kind
    );

    // False = no more is wanted; finish() says why.
    bool take(std::string_view bytes);
    // kInvalid or kTooLarge for what WhatsApp does not take as that kind: nothing is kept then.
    Result<UploadedFile> finish();

  private:
    FileUpload(const Deps& deps, std::unique_ptr<IncomingFile> file, const Principal& who, std::string kind);

    Status record(std::string_view bytes);
    Status end_recording();

    const Deps& deps_;
    std::unique_ptr<IncomingFile> file_;
    const Reach reach_;  // of who uploads it
    const bool is_recording_;
    const std::string kind_;
    std::string first_;  // bytes of a recording, until they tell what it is
    std::optional<WebmToOgg> webm_;
    std::int64_t size_ = 0;  // as it came
    Status taken_;
};

}  // namespace roost
