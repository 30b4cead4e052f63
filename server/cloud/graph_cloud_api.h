// Meta's Graph API over libcurl: a pool of connections that are kept open, one for each call under way.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/cloud/cloud_api.h"

namespace roost {

struct GraphOptions {
    std::string url = "https://graph.facebook.com";  // without a slash at the end
    std::string version = "v23.0";
    std::string access_token;
    UnixMillis connect_limit = 5 * kSecond;
    UnixMillis call_limit = 20 * kSecond;
};

class GraphCloudApi final : public CloudApi {
  public:
    explicit GraphCloudApi(GraphOptions options);
    ~GraphCloudApi() override;  // no call may be under way
    GraphCloudApi(const GraphCloudApi&) = delete;
    GraphCloudApi& operator=(const GraphCloudApi&) = delete;

    CloudOutcome send(std::string_view account_key, std::string_view body) override;
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override;
    void stop() override { is_stopping_ = true; }

  private:
    class Call;

    CloudOutcome post(std::string_view account_key, std::string_view body);
    std::unique_ptr<Call> borrow();

    const GraphOptions options_;
    std::atomic<bool> is_stopping_{false};
    std::mutex mutex_;  // guards idle_
    std::vector<std::unique_ptr<Call>> idle_;
};

}  // namespace roost
