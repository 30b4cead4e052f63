// The HTTP server: the library accepts, parses heads and writes replies; Connections owns the sockets and the
// workers; the router answers.
#pragma once

#include <memory>
#include <string>

#include "server/http/connections.h"
#include "server/http/router.h"
#include "shared/base/result.h"

namespace roost {

struct ServerOptions {
    std::string bind = "127.0.0.1";
    int port = 0;  // 0 = any free one
    int workers = 48;
    ConnectionLimits limits = {};
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
