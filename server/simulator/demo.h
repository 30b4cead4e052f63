// The customers of the demo: their past, what they just wrote, and how they answer.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/simulator/customers.h"
#include "server/simulator/graph.h"

namespace roost::simulator {

class Demo {
  public:
    // Both must outlive it.
    Demo(SharedAccount& shared, Delivery& delivery, std::uint64_t seed);
    Demo(const Demo&) = delete;
    Demo& operator=(const Demo&) = delete;
    ~Demo() { stop(); }

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
    void say(const Persona& persona, std::string_view line, int after_ms, const std::string& quoted_wamid);

    SharedAccount& shared_;
    Delivery& delivery_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    IdMaker chance_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost::simulator
