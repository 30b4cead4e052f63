// Reading connections to one file, lent to one thread at a time and kept for the next.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "server/store/sqlite/connection.h"

namespace roost::sqlite {

class ConnectionPool {
  public:
    explicit ConnectionPool(std::string path) : path_(std::move(path)) {}

    // One consistent moment: everything `query` reads is as of the same commit.
    template <class Query>
    auto read(Query query) const -> decltype(query(std::declval<Connection&>())) {
        ASSIGN_OR_RETURN(auto connection, borrow());
        RETURN_IF_ERROR(connection->prepare("BEGIN").run());
        auto answer = query(*connection);
        RETURN_IF_ERROR(connection->prepare("COMMIT").run());
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
        return answer;
    }

  private:
    Result<std::unique_ptr<Connection>> borrow() const {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
        }
        return Connection::open(path_, Connection::Mode::kReader);
    }

    const std::string path_;
    mutable std::mutex mutex_;  // guards idle_
    mutable std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace roost::sqlite
