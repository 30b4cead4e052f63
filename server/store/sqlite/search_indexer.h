// Fills the search index behind the writer, on a thread of its own that gives way to everybody else.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/store/sqlite/connection.h"

namespace roost::sqlite {

// One batch from the database into the index, in one transaction of the index: a crash leaves both as they
// were before or after it. Returns whether there may be more.
Result<bool> index_batch(Connection& database, Connection& index, int limit = 500);

// Before the first batch, on the writer's connection: the index of another database, or one that was put
// back, begins anew; changes that the index has are forgotten.
Status prepare_index(Connection& database, Connection& index);

class SearchIndexer {
  public:
    // The schema of `database_path` is in place, and `index` is prepared for it.
    static Result<std::unique_ptr<SearchIndexer>> start(
        const std::string& database_path, std::unique_ptr<Connection> index
    );
    ~SearchIndexer();
    SearchIndexer(const SearchIndexer&) = delete;
    SearchIndexer& operator=(const SearchIndexer&) = delete;

    // Something was committed. Any thread; costs nothing while the indexer is at work.
    void wake();

  private:
    SearchIndexer(std::unique_ptr<Connection> database, std::unique_ptr<Connection> index);
    void run();
    bool wait_for_work();
    bool index_all();

    std::unique_ptr<Connection> database_;
    std::unique_ptr<Connection> index_;
    std::atomic<bool> has_work_ = true;
    std::mutex mutex_;  // guards is_stopping_
    std::condition_variable wake_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost::sqlite
