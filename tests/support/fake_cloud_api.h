// Meta, as far as the outbox can see: accepts everything, or fails the next calls as a test says.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
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
        std::string to() const { return string_or(body, "to", ""); }
        std::string text() const { return string_or(member(body, "text"), "body", ""); }
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
    // Runs when Meta has taken a call, before its answer is heard.
    void before_answer(std::function<void(const CloudOutcome&)> hook) {
        const std::lock_guard lock(mutex_);
        hook_ = std::move(hook);
    }
    // Calls wait for their answer until the gate opens; stop() leaves them without one.
    void close_gate() { set_gate(true); }
    void open_gate() { set_gate(false); }
    void wait_for_calls(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return calls_.size() >= count; });
    }

    CloudOutcome send(std::string_view account_key, std::string_view body) override {
        return answer({std::string(account_key), parse_json(body).value_or(Json()), {}});
    }
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override {
        return answer({std::string(account_key), Json(), std::string(wamid)});
    }
    void stop() override {
        const std::lock_guard lock(mutex_);
        is_stopped = true;
        changed_.notify_all();
    }

    std::vector<Call> calls() const {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

    std::atomic<bool> is_stopped{false};

  private:
    void set_gate(bool is_closed) {
        const std::lock_guard lock(mutex_);
        is_gate_closed_ = is_closed;
        changed_.notify_all();
    }

    CloudOutcome answer(Call call) {
        std::unique_lock lock(mutex_);
        calls_.push_back(std::move(call));
        changed_.notify_all();
        const auto outcome = next_outcome();
        changed_.wait(lock, [this] { return !is_gate_closed_ || is_stopped; });
        if (is_gate_closed_) return CloudUnknown{"stopped"};
        const auto hook = hook_;
        lock.unlock();
        if (hook) hook(outcome);
        return outcome;
    }

    // An accepted message is "wamid.OUT1", "wamid.OUT2", … by the number of the call.
    CloudOutcome next_outcome() {
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
    std::condition_variable changed_;
    std::function<void(const CloudOutcome&)> hook_;
    bool is_gate_closed_ = false;
};

}  // namespace roost::test
