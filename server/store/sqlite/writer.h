// Group commit: one thread owns the write connection, takes everything that waits, runs it in one transaction
// with a savepoint per job, commits once, and only then lets the callers go on. A batch is as large as the
// number of callers that came while the last one was being synced.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/transaction.h"
#include "server/store/store.h"

namespace roost::sqlite {

class Writer {
  public:
    using Publish = std::function<void(std::span<const StoredEvent>)>;

    static constexpr std::size_t kMostWaiting = 4096;

    // The connection's schema is in place.
    static Result<std::unique_ptr<Writer>> start(std::unique_ptr<Connection> connection);
    ~Writer();  // finishes what waits
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Status write(const Store::Job& job);
    void on_commit(Publish publish);

  private:
    struct Pending {
        const Store::Job* job;
        std::promise<Status> done;
        Status result;
    };
    using Batch = std::vector<std::unique_ptr<Pending>>;

    explicit Writer(std::unique_ptr<Connection> connection);
    void run();
    void run_batch(Batch& batch);
    Status run_jobs(Batch& batch);
    void abandon(Batch& batch, const Error& error);

    std::unique_ptr<Connection> connection_;
    WriterTransaction transaction_;
    std::mutex mutex_;  // guards waiting_, is_stopping_, publish_
    std::condition_variable wake_;
    Batch waiting_;
    bool is_stopping_ = false;
    Publish publish_;
    std::thread thread_;
};

}  // namespace roost::sqlite
