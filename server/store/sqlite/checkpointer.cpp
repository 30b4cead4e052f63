#include "server/store/sqlite/checkpointer.h"

#include <utility>

namespace roost::sqlite {

Result<std::unique_ptr<Checkpointer>> Checkpointer::start(const std::string& path) {
    ASSIGN_OR_RETURN(auto connection, Connection::open(path, Connection::Mode::kWriter));
    std::unique_ptr<Checkpointer> checkpointer(new Checkpointer(std::move(connection)));
    checkpointer->thread_ = std::thread([raw = checkpointer.get()] { raw->run(); });
    return checkpointer;
}

Checkpointer::Checkpointer(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

Checkpointer::~Checkpointer() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::note_log(int pages) {
    if (pages < kPages) return;
    {
        const std::lock_guard lock(mutex_);
        log_pages_ = pages;
    }
    wake_.notify_one();
}

// A failure (a full disk, a long reader) costs nothing but time: the log keeps what was not copied.
void Checkpointer::run() {
    while (true) {
        int pages = 0;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return is_stopping_ || log_pages_ >= kPages; });
            if (is_stopping_) return;
            pages = std::exchange(log_pages_, 0);
        }
        const int done = sqlite3_wal_checkpoint_v2(
            connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr
        );
        if (done == SQLITE_OK && pages >= kLongPages) wants_rest_ = true;
    }
}

}  // namespace roost::sqlite
