// Meta, as far as the outbox can see: accepts everything, or fails the next calls as a test says.
#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "server/cloud/cloud_api.h"
#include "shared/base/json.h"

namespace roost::test {

class FakeCloudApi final : public CloudApi {
  public:
    struct Call {
        std::string account_key;
        Json body;          // of send()
        std::string wamid;  // of mark_read()
        std::string callback_data() const { return string_or(body, "biz_opaque_callback_data", ""); }
    };

    // The outcome of the call after those that have one already.
    void fail_next(CloudOutcome outcome) {
        const std::lock_guard lock(mutex_);
        next_.push_back(std::move(outcome));
    }
    // The outcome of every call without one of its own.
    void always(CloudOutcome outcome) {
        const std::lock_guard lock(mutex_);
        rule_ = std::move(outcome);
    }
    void recover() { always(CloudAccepted{}); }

    CloudOutcome send(std::string_view account_key, std::string_view body) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({std::string(account_key), parse_json(body).value_or(Json()), {}});
        return answer();
    }
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({std::string(account_key), Json(), std::string(wamid)});
        return answer();
    }
    void stop() override { is_stopped = true; }

    std::vector<Call> calls() const {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

    std::atomic<bool> is_stopped{false};

  private:
    // An accepted message is "wamid.OUT1", "wamid.OUT2", … by the number of the call.
    CloudOutcome answer() {
        auto outcome = rule_;
        if (!next_.empty()) {
            outcome = std::move(next_.front());
            next_.pop_front();
        }
        auto* accepted = std::get_if<CloudAccepted>(&outcome);
        if (accepted != nullptr && accepted->wamid.empty()) {
            accepted->wamid = "wamid.OUT" + std::to_string(calls_.size());
        }
        return outcome;
    }

    mutable std::mutex mutex_;  // guards all below
    std::deque<CloudOutcome> next_;
    CloudOutcome rule_ = CloudAccepted{};
    std::vector<Call> calls_;
};

}  // namespace roost::test
