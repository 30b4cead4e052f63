// A file that an agent is about to send: taken piece by piece, judged by its bytes, kept in the media folder.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/media/media_folder.h"
#include "server/store/rows.h"
#include "shared/base/result.h"

namespace roost {

struct UploadedFile {
    MediaFileRow file;
    std::string kind;  // of message that it is for: "image", …
};

// Used by one thread at a time.
class FileUpload {
  public:
    // `kind` as which it is to be sent; empty = what the bytes say. kForbidden for those who may not write,
    // kUnavailable when the disk takes nothing.
    static Result<std::unique_ptr<FileUpload>> begin(
        const Deps& deps, MediaFolder& files, const Principal& who, std::string kind
    );

    // False = no more is wanted; finish() says why.
    bool take(std::string_view bytes);
    // kInvalid or kTooLarge for what WhatsApp does not take as that kind: nothing is kept then.
    Result<UploadedFile> finish();

  private:
    FileUpload(const Deps& deps, std::unique_ptr<IncomingFile> file, std::string kind);

    const Deps& deps_;
    std::unique_ptr<IncomingFile> file_;
    const std::string kind_;
    Status taken_;
};

}  // namespace roost
