// Copies the write-ahead log into the database beside the writer. Were the writer to do it itself, every
// webhook that arrives meanwhile would wait for some thousand pages.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/store/sqlite/connection.h"

namespace roost::sqlite {

class Checkpointer {
  public:
    // From this length on the log is copied. Copying four times as much at once kept the disk, and with it
    // every commit, for most of a second.
    static constexpr int kPages = 1000;
    // A log that grows while it is copied is never empty at once. From this length on the writer has to copy
    // the few pages that are left, so that the log begins anew.
    static constexpr int kLongPages = 8000;

    static Result<std::unique_ptr<Checkpointer>> start(const std::string& path);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    // By the writer's thread after a commit: how long the log is now.
    void note_log(int pages);
    // Whether the writer should copy the rest now; says so once.
    bool take_wish_for_rest() { return wants_rest_.exchange(false); }

  private:
    explicit Checkpointer(std::unique_ptr<Connection> connection);
    void run();

    std::unique_ptr<Connection> connection_;
    std::mutex mutex_;  // guards log_pages_, is_stopping_
    std::condition_variable wake_;
    int log_pages_ = 0;
    bool is_stopping_ = false;
    std::atomic<bool> wants_rest_ = false;
    std::thread thread_;
};

}  // namespace roost::sqlite
