// The customers of the demo: their past, what they just wrote, and how they answer.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "server/simulator/customers.h"
#include "server/simulator/graph.h"
#include "server/simulator/inbound.h"

namespace roost::simulator {

class Demo {
  public:
    // Both must outlive it.
    Demo(SharedAccount& shared, Delivery& delivery, std::uint64_t seed);
    Demo(const Demo&) = delete;
    Demo& operator=(const Demo&) = delete;
    ~Demo() { stop(); }

    // Before start().
    void set_base_url(std::string base_url) { base_url_ = std::move(base_url); }
    // Names and windows of the customers, and a pace of statuses that a person can follow.
    void prepare();
    // From now on somebody writes now and then; with the past of everybody first, if wanted.
    void start(bool sends_history);
    void stop();

    // A customer who was written to reads it and, being one of those, writes back.
    void answer(const SentMessage& message, int read_after_ms);

  private:
    void send_history();
    void write_now_and_then();
    // Of `persona`, with the file that it may need. Under the lock of the account.
    Inbound written_by(const Persona& persona, Json content, UnixMillis at);
    void say(const Persona& persona, std::string_view line, int after_ms, const std::string& quoted_wamid);

    SharedAccount& shared_;
    Delivery& delivery_;
    std::string base_url_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    IdMaker chance_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost::simulator
