// The socket side: turns HTTP into Request and Reply and back.
#pragma once

#include <functional>
#include <memory>

#include "server/simulator/exchange.h"
#include "shared/base/result.h"

namespace roost::simulator {

class HttpServer {
  public:
    using Answer = std::function<Reply(const Request&)>;  // called by several threads at once

    // Listens on 127.0.0.1; port 0 = any free one. kUnavailable if the port is taken.
    static Result<std::unique_ptr<HttpServer>> start(int port, Answer answer);

    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    int port() const;
    void stop();  // waits for its threads

  private:
    struct Sockets;
    explicit HttpServer(std::unique_ptr<Sockets> sockets);

    std::unique_ptr<Sockets> sockets_;
};

}  // namespace roost::simulator
