// The smallest server that can receive webhooks: keeps what came, answers what it is told.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace roost::test {

struct ReceivedWebhook {
    std::string signature;  // of the header X-Hub-Signature-256; empty if there was none
    std::string body;       // the raw bytes
};

class WebhookReceiver {
  public:
    explicit WebhookReceiver(std::string verify_token);
    ~WebhookReceiver();
    WebhookReceiver(const WebhookReceiver&) = delete;
    WebhookReceiver& operator=(const WebhookReceiver&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/webhook"; }
    // The next `count` webhooks are kept and answered with 500.
    void refuse_next(int count);
    // What came so far; waits until `is_enough` says so, ten seconds at most.
    std::vector<ReceivedWebhook> wait_until(
        const std::function<bool(const std::vector<ReceivedWebhook>&)>& is_enough
    );

  private:
    void accept_connections();
    void serve(int fd);
    std::string answer_to(const std::string& head, const std::string& body);

    std::string verify_token_;
    int listener_ = -1;
    int port_ = 0;
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<ReceivedWebhook> received_;
    std::vector<int> open_;
    std::vector<std::thread> connections_;
    int left_to_refuse_ = 0;
    bool is_stopping_ = false;
    std::thread acceptor_;
};

}  // namespace roost::test
