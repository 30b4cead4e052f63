// A request and its reply as our own values: routes and their tests know nothing of the HTTP library.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/socket_io.h"
#include "server/media/media_folder.h"
#include "shared/base/result.h"

namespace roost {

// What a stream takes over from the server: a non-blocking socket that is now the receiver's to close, and
// the bytes of the head that the kernel has not taken yet.
struct OpenSocket {
    int fd = -1;
    std::string unsent;
    std::unique_ptr<TlsSession> tls = nullptr;  // null = plain; to be destroyed before the socket is closed
};

// Views into the connection's buffer: valid until the handler returns.
struct Request {
    std::string_view method;
    std::string_view path;   // percent-decoded
    std::string_view query;  // as it came, without '?'
    std::string_view body;
    std::string_view remote_addr;  // the client's; of a header only where a trusted proxy wrote it
    std::vector<std::pair<std::string_view, std::string_view>> headers;
    std::vector<std::pair<std::string_view, std::string_view>> path_values;  // filled by the router
    std::string_view pattern;  // of the route that answers, by the router; empty = none does

    // The first header of that name, in any case; absent if there is none.
    std::optional<std::string_view> header(std::string_view name) const;
    // The value of {name} in the route's pattern; empty if the pattern has none.
    std::string_view path_value(std::string_view name) const;
    // Percent-decoded; absent if it is not there.
    std::optional<std::string> query_value(std::string_view name) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
};

// Part of a file as the body of a reply: it goes from the disk to the socket and never into memory.
struct FileBody {
    std::shared_ptr<const OpenFile> file;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

struct Reply {
    int status = 200;
    std::string body;
    std::string content_type;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<FileBody> file = std::nullopt;  // instead of `body`
    // Set for a live stream: the head goes out without a length and then the socket is given away.
    std::function<void(OpenSocket)> take_over;
};

using Handler = std::function<Reply(const Request&)>;

// Takes the body of an upload piece by piece, as it comes, so that its size costs no memory.
class BodySink {
  public:
    virtual ~BodySink() = default;
    // False = no more is wanted; finish() says why.
    virtual bool take(std::string_view bytes) = 0;
    // Once: after the last piece, or after take() said no.
    virtual Reply finish() = 0;
};

// Asked with the head alone, before any of the body is accepted; or the reply that refuses it.
using OpenedBody = tl::expected<std::unique_ptr<BodySink>, Reply>;
using OpenBody = std::function<OpenedBody(const Request& head)>;

// "%41+" → "A+"; '+' is a space only if `plus_is_space`. Malformed escapes stay as they are.
enum class PlusSign { kLiteral, kSpace };
std::string percent_decoded(std::string_view text, PlusSign plus);

bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII

}  // namespace roost
