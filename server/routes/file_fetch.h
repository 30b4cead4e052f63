// A file from the web, fetched by us and kept like one that was uploaded: Meta would not say what is wrong
// with it until the message has failed.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/app/upload_file.h"
#include "server/routes/routes.h"

namespace roost {

// Copies share their places: few files at a time, since each holds a worker while it waits. Any thread.
class FileFetch {
  public:
    explicit FileFetch(RouteDeps on);

    // `kind` as FileUpload takes it. kUnavailable when others are being fetched; else as WebDownload and
    // FileUpload refuse.
    Result<UploadedFile> fetch(const Principal& who, const std::string& url, std::string kind) const;

    // Whether a request may name a file so; false for certain.
    static bool is_wanted(std::string_view body);
    // The body of a send request that names a file by "media_url" ("caption" or "text" and "filename" beside
    // it): fetched, and named as an uploaded one is. Any other body comes back as it is.
    Result<std::string> with_file(const Principal& who, std::string_view body) const;

  private:
    class Places;

    RouteDeps on_;
    std::shared_ptr<Places> places_;
};

}  // namespace roost
