// Files on their way to Meta: under which id Meta knows the bytes of a message that is about to be sent.
#pragma once

#include <optional>
#include <string>

#include "server/app/deps.h"
#include "server/app/retry_policy.h"
#include "server/cloud/cloud_api.h"
#include "server/media/media_folder.h"
#include "shared/base/ids.h"

namespace roost {

// A message of ours with a file in the media folder that must be given to Meta first.
bool needs_upload(const Message& message);

// Any thread.
class MediaUploads {
  public:
    // All outlive it.
    MediaUploads(const Deps& deps, CloudApi& cloud, const MediaFolder& files)
        : deps_(deps), cloud_(cloud), files_(files) {}

    // Fills in Meta's id of each file: a known one while Meta keeps the file (30 days), else of a new upload,
    // which is stored before anything is sent with it. Blocks as long as the uploads take. A verdict if there
    // is no id: nothing was sent then.
    std::optional<Verdict> give_files(
        const Attempt& attempt, AccountId account, const std::string& account_key, Message& message
    );

  private:
    std::optional<Verdict> give(
        const Attempt& attempt, AccountId account, const std::string& account_key, MediaRef& media
    );

    const Deps& deps_;
    CloudApi& cloud_;
    const MediaFolder& files_;
};

}  // namespace roost
