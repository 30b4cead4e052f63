#include "server/store/sqlite/writer.h"

#include <utility>

namespace roost::sqlite {

Result<std::unique_ptr<Writer>> Writer::start(std::unique_ptr<Connection> connection) {
    std::unique_ptr<Writer> writer(new Writer(std::move(connection)));
    RETURN_IF_ERROR(writer->transaction_.load());
    writer->thread_ = std::thread([raw = writer.get()] { raw->run(); });
    return writer;
}

Writer::Writer(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), transaction_(*connection_) {}

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
    auto pending = std::make_unique<Pending>();
    pending->job = &job;
    auto done = pending->done.get_future();
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return fail(ErrorCode::kUnavailable, "Roost is stopping.");
        if (waiting_.size() >= kMostWaiting) {
            return fail(ErrorCode::kUnavailable, "Too much is waiting to be written. Try again in a moment.");
        }
        waiting_.push_back(std::move(pending));
    }
    wake_.notify_one();
    return done.get();
}

void Writer::run() {
    while (true) {
        Batch batch;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            batch.swap(waiting_);
        }
        run_batch(batch);
        for (auto& pending : batch)
            pending->done.set_value(std::move(pending->result));
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
    for (auto& pending : batch) {
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
    for (auto& pending : batch) {
        if (pending->result) pending->result = tl::unexpected(error);
    }
}

}  // namespace roost::sqlite
