// Files that customers sent and Meta still holds, under an id (WhatsApp) or at an address (Messenger,
// Instagram): which of them to fetch now, and what each attempt leads to.
// A job was stored with its message and ends only with the file or with a reason; fetching twice does no
// harm.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <variant>

#include "server/app/deps.h"
#include "server/app/fetch_policy.h"
#include "server/app/principal.h"
#include "server/cloud/cloud_api.h"
#include "server/media/media_folder.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

struct Fetched {
    KeptFile file;
};
// The message is gone, or carries no file any more.
struct NothingToFetch {};

// A file at a public address of the web, piece by piece: WebDownload::download().
using WebFetch =
    std::function<Status(const std::string& url, const std::function<bool(std::string_view)>& take)>;

using FetchVerdict = std::variant<Fetched, NothingToFetch, FetchAgain, FetchGivenUp>;

// Any thread.
class MediaJobs {
  public:
    // All outlive it.
    MediaJobs(const Deps& deps, CloudApi& cloud, MediaFolder& files, WebFetch web)
        : deps_(deps), cloud_(cloud), files_(files), web_(std::move(web)) {}

    // The most urgent job that is due and that nobody has; absent if there is none. It must be recorded or
    // let go.
    Result<std::optional<MediaJob>> claim();
    // Calls Meta and writes the file, as long as that takes.
    FetchVerdict fetch(const MediaJob& job);
    // Commits what came of it, with the event that says so.
    Status record(const MediaJob& job, const FetchVerdict& verdict);
    void let_go(const MediaJob& job);

    // When claim() may find more, if nothing else happens; 0 = not before something is received.
    UnixMillis next_look() const;

  private:
    struct Source;
    FetchVerdict fetch_from(const Source& source, const MediaJob& job);
    FetchVerdict fetch_from_web(const std::string& url, const MediaJob& job);
    std::variant<KeptFile, FetchAttempt> receive_from_web(const std::string& url);
    std::variant<KeptFile, FetchAttempt> download(const Source& source);
    std::variant<KeptFile, FetchAttempt> receive(const Source& source, const MediaAddress& address);

    const Deps& deps_;
    CloudApi& cloud_;
    MediaFolder& files_;
    const WebFetch web_;
    mutable std::mutex mutex_;  // guards all below
    std::unordered_set<MessageId> under_way_;
    UnixMillis next_look_ = 0;
};

// An agent asks for the file of a message again. kConflict if there is nothing to be fetched.
Result<Message> retry_media(const Deps& deps, MessageId id);

}  // namespace roost
