// One kept-alive connection to the webhook. Belongs to one thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

namespace roost::simulator {

class WebhookClient {
  public:
    // A call under way is given up as soon as `is_stopping` is true. It must outlive the client.
    WebhookClient(std::string url, const std::atomic<bool>& is_stopping);
    WebhookClient(const WebhookClient&) = delete;
    WebhookClient& operator=(const WebhookClient&) = delete;
    ~WebhookClient();

    // The HTTP status; 0 without an answer. An empty signature leaves the header out.
    int post(const std::string& body, const std::string& signature, int timeout_ms);
    // True if the webhook answers the verification with 200 and the challenge.
    bool verify(const std::string& verify_token, const std::string& challenge, int timeout_ms);

  private:
    struct Connection;
    int perform(int timeout_ms);

    std::string url_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace roost::simulator
