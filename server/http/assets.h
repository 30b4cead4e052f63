// The packaged client, read into memory once. Files whose names carry a hash of their content are cached for
// ever; the rest is asked for again each time and answered 304 when it has not changed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace roost {

class Assets {
  public:
    // Every file under `folder`; x.br and x.gz are the compressed forms of x. kInvalid with a sentence if the
    // folder or its index.html is missing.
    static Result<Assets> load(const std::string& folder);
    // No client at all: every path is answered 404.
    Assets() = default;

    // GET and HEAD. A path whose last part has no dot names a place inside the client: index.html.
    Reply answer(const Request& request) const;

  private:
    struct File {
        std::string plain;
        std::string brotli;
        std::string gzip;
        std::string content_type;
        std::string etag;
        std::string policy;  // Content-Security-Policy
        bool is_immutable = false;
    };
    const File* find(std::string_view path) const;

    std::map<std::string, File, std::less<>> files_;  // by path, "/index.html"
};

// A part of the name between '.' or '-' of at least eight hexadecimal digits: "roost.3f9a1c20.wasm".
bool is_hashed_name(std::string_view name);
// By q-values as RFC 9110 says, for one content coding.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

}  // namespace roost
