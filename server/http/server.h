// The HTTP server: the library accepts, parses heads and writes replies; Connections owns the sockets and the
// workers; the router answers.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/http/connections.h"
#include "server/http/router.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// One answered request, without anything that came with it: paths hold names and links, queries searches.
struct RequestReport {
    std::string_view id;       // as X-Request-Id told the client
    std::string_view method;   // one that HTTP knows; else "other"
    std::string_view pattern;  // "/api/v1/messages/{id}"; empty = a file of the client, or nothing
    int status = 0;
    UnixMillis took = 0;  // until the answer stood; a stream goes on after it
};

struct ServerOptions {
    std::string bind = "127.0.0.1";
    int port = 0;  // 0 = any free one
    int workers = 48;
    ConnectionLimits limits = {};
    Entrance entrance = {};
    const TlsIdentity* tls = nullptr;                       // outlives the server; null = plain HTTP
    std::function<void(const RequestReport&)> report = {};  // by any worker; may be absent
};

class HttpServer {
  public:
    // `router` outlives the server and does not change any more.
    HttpServer(const Router& router, ServerOptions options);
    ~HttpServer();  // stops

    // kUnavailable with a sentence when the port is taken or the address is not ours. Once only.
    Status start();
    // No new connections, running requests finish, every socket is closed. Safe to repeat.
    void stop();

    int port() const;  // the real one, after start
    std::size_t connection_count() const;

  private:
    class Library;
    std::unique_ptr<Library> library_;
};

}  // namespace roost
