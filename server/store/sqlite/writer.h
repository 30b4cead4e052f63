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

#include "server/store/sqlite/checkpointer.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/transaction.h"
#include "server/store/store.h"

namespace roost::sqlite {

class Writer {
  public:
    using Publish = std::function<void(std::span<const StoredEvent>)>;

    static constexpr std::size_t kMostWaiting = 4096;

    // The connection's schema is in place.
    static Result<std::unique_ptr<Writer>> start(
        std::unique_ptr<Connection> connection, std::unique_ptr<Checkpointer> checkpointer
    );
    ~Writer();  // finishes what waits
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Status write(const Store::Job& job);
    void on_commit(Publish publish);

  private:
    static constexpr int kMostYields = 8;

    struct Pending {
        const Store::Job* job;
        Status result;
    };
    // Its callers wait for one moment: to wake them one by one costs more than what they asked for.
    struct Batch {
        std::vector<Pending*> jobs;  // on the stacks of the callers
        std::promise<void> done;
        std::shared_future<void> is_done{done.get_future()};
    };

    Writer(std::unique_ptr<Connection> connection, std::unique_ptr<Checkpointer> checkpointer);
    void run();
    void gather();
    void run_batch(Batch& batch);
    Status run_jobs(Batch& batch);
    void abandon(Batch& batch, const Error& error);

    std::unique_ptr<Checkpointer> checkpointer_;
    std::unique_ptr<Connection> connection_;
    WriterTransaction transaction_;
    std::mutex mutex_;  // guards waiting_, is_stopping_, publish_
    std::condition_variable wake_;
    std::unique_ptr<Batch> waiting_ = std::make_unique<Batch>();
    bool is_stopping_ = false;
    Publish publish_;
    std::thread thread_;
};

}  // namespace roost::sqlite
