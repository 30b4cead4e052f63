#include "server/store/sqlite/writer.h"

#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace roost::sqlite {

namespace {

int tell_log_length(void* checkpointer, sqlite3* /*database*/, const char* /*schema*/, int pages) {
    static_cast<Checkpointer*>(checkpointer)->note_log(pages);
    return SQLITE_OK;
}

// Everybody waits for this thread. Without the right to be preferred it is as quick as the others.
void prefer_this_thread() {
    constexpr int kNice = -10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

}  // namespace

Result<std::unique_ptr<Writer>> Writer::start(
    std::unique_ptr<Connection> connection, std::unique_ptr<Checkpointer> checkpointer
) {
    std::unique_ptr<Writer> writer(new Writer(std::move(connection), std::move(checkpointer)));
    RETURN_IF_ERROR(writer->transaction_.load());
    writer->thread_ = std::thread([raw = writer.get()] { raw->run(); });
    return writer;
}

Writer::Writer(std::unique_ptr<Connection> connection, std::unique_ptr<Checkpointer> checkpointer)
    : checkpointer_(std::move(checkpointer)), connection_(std::move(connection)), transaction_(*connection_) {
    sqlite3_wal_hook(connection_->handle(), tell_log_length, checkpointer_.get());
}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Writer::on_commit(Publish publish) {
    const std::lock_guard lock(mutex_);
    publish_ = std::move(publish);
}

Status Writer::write(const Store::Job& job) {
    Pending pending{&job, {}};
    std::shared_future<void> is_done;
    bool is_first = false;
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return fail(ErrorCode::kUnavailable, "Roost is stopping.");
        if (waiting_->jobs.size() >= kMostWaiting) {
            return fail(ErrorCode::kUnavailable, "Too much is waiting to be written. Try again in a moment.");
        }
        is_first = waiting_->jobs.empty();
        waiting_->jobs.push_back(&pending);
        is_done = waiting_->is_done;
    }
    if (is_first) wake_.notify_one();
    is_done.wait();
    return std::move(pending.result);
}

void Writer::run() {
    prefer_this_thread();
    while (true) {
        std::unique_ptr<Batch> batch;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return is_stopping_ || !waiting_->jobs.empty(); });
            if (waiting_->jobs.empty()) return;
        }
        gather();
        {
            const std::lock_guard lock(mutex_);
            batch = std::exchange(waiting_, std::make_unique<Batch>());
        }
        run_batch(*batch);
        batch->done.set_value();
        if (checkpointer_->take_wish_for_rest()) {
            sqlite3_wal_checkpoint_v2(
                connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr
            );
        }
    }
}

// Lets those who are about to add a job do so: a sync costs the same for one as for many. With nobody about
// to, it returns at once.
void Writer::gather() {
    std::size_t seen = 0;
    for (int i = 0; i < kMostYields; ++i) {
        std::this_thread::yield();
        const std::lock_guard lock(mutex_);
        if (waiting_->jobs.size() == seen) return;
        seen = waiting_->jobs.size();
    }
}

void Writer::run_batch(Batch& batch) {
    const Status done = run_jobs(batch);
    if (!done) return abandon(batch, done.error());
    const auto events = transaction_.take_events();
    Publish publish;
    {
        const std::lock_guard lock(mutex_);
        publish = publish_;
    }
    if (publish && !events.empty()) publish(events);
}

Status Writer::run_jobs(Batch& batch) {
    RETURN_IF_ERROR(connection_->prepare("BEGIN IMMEDIATE").run());
    RETURN_IF_ERROR(transaction_.catch_up());
    for (Pending* pending : batch.jobs) {
        pending->result = transaction_.attempt([&] { return (*pending->job)(transaction_); });
        // A full disk ends the transaction by itself, and with it what the neighbours had done.
        if (sqlite3_get_autocommit(connection_->handle()) != 0) {
            return pending->result ? fail(ErrorCode::kUnavailable, "The database lost the transaction.")
                                   : pending->result;
        }
    }
    return connection_->prepare("COMMIT").run();
}

void Writer::abandon(Batch& batch, const Error& error) {
    if (sqlite3_get_autocommit(connection_->handle()) == 0) {
        [[maybe_unused]] const auto undone = connection_->prepare("ROLLBACK").run();
    }
    [[maybe_unused]] const auto loaded = transaction_.forget_all();
    for (Pending* pending : batch.jobs) {
        if (pending->result) pending->result = tl::unexpected(error);
    }
}

}  // namespace roost::sqlite
