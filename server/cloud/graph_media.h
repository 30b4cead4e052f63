// Files to and from Meta over libcurl, in constant memory whatever their size. Each call has a connection of
// its own: files are few, and must not take connections from messages.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <variant>

#include "server/cloud/cloud_api.h"
#include "server/cloud/graph_options.h"
#include "shared/base/json.h"
#include "shared/base/result.h"

namespace roost {

class GraphMedia {
  public:
    // Both outlive it.
    GraphMedia(const GraphOptions& options, const std::atomic<bool>& is_stopping)
        : options_(options), is_stopping_(is_stopping) {}

    MediaLookUp look_up(std::string_view account_key, std::string_view media_id) const;
    MediaDownload download(const MediaAddress& address, const TakeBytes& take) const;
    MediaUploadOutcome upload(
        std::string_view account_key, const std::string& path, std::string_view mime_type
    ) const;
    SampleOutcome upload_sample(const std::string& path, std::string_view mime_type) const;

  private:
    class Call;
    tl::expected<Json, std::variant<CloudRefusal, CloudUnreachable>> ask(Call& call, const std::string& path)
        const;

    const GraphOptions& options_;
    const std::atomic<bool>& is_stopping_;
};

}  // namespace roost
