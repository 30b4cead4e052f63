// Every rule of the Store, run for each engine.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/builders.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

using test::kNoon;
using test::TempDir;

std::unique_ptr<Store> opened(const TempDir& dir) {
    auto store = open_store(dir.path());
    REQUIRE(store);
    return std::move(*store);
}

Conversation row_with(AccountId account, std::string wa_id, UnixMillis last_at) {
    Conversation row;
    row.account = account;
    row.wa_id = std::move(wa_id);
    row.last.id = {1};
    row.last.at = last_at;
    return row;
}

// A conversation with one event.
Status add_row(
    Transaction& transaction, std::string wa_id, UnixMillis last_at, int unread = 0, MessageId last = {1}
) {
    ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, "1"));
    auto row = row_with(account, std::move(wa_id), last_at);
    row.unread = unread;
    row.last.id = last;
    row.rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.add_conversation(row));
    return transaction.append_event({row.rev, ConversationChanged{row, transaction.counts()}});
}

Message message_of(ConversationId id, int number, UnixMillis at) {
    Message message;
    message.conversation = id;
    message.at = at;
    message.wamid = "wamid." + std::to_string(number);
    message.content = Text{"text " + std::to_string(number), false};
    return message;
}

TEST_CASE("store: a job that fails leaves nothing behind and harms no neighbour") {
    const TempDir dir;
    const auto store = opened(dir);
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 40; ++i) {
        threads.emplace_back([&, i] {
            const auto done = store->write([&](Transaction& transaction) -> Status {
                RETURN_IF_ERROR(add_row(transaction, std::to_string(1000 + i), kNoon + i, 1));
                if (i % 2 == 1) return fail(ErrorCode::kConflict, "no");
                return {};
            });
            if (!done) ++refused;
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(refused == 20);
    const auto snapshot = store->list_conversations({});
    REQUIRE(snapshot);
    CHECK(snapshot->conversations.size() == 20);
    CHECK(store->events_after({}, 100)->size() == 20);
    UnreadCounts counts;
    REQUIRE(store->write([&](Transaction& transaction) -> Status {
        counts = transaction.counts();
        return {};
    }));
    CHECK(counts.all == 20);
}

TEST_CASE("store: a failed part takes back what it did, in the cache too") {
    const TempDir dir;
    const auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(add_row(transaction, "100", kNoon));
        const auto part = transaction.attempt([&]() -> Status {
            RETURN_IF_ERROR(add_row(transaction, "200", kNoon, 1));
            return fail(ErrorCode::kInternal, "no");
        });
        CHECK_FALSE(part);
        ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, "1"));
        ASSIGN_OR_RETURN(const auto gone, transaction.conversation_with(account, {"200", {}, {}}));
        ASSIGN_OR_RETURN(const auto kept, transaction.conversation_with(account, {"100", {}, {}}));
        CHECK_FALSE(gone);
        CHECK(kept);
        CHECK(transaction.counts() == UnreadCounts{});
        return {};
    }));
    CHECK(store->list_conversations({})->conversations.size() == 1);
    CHECK(store->events_after({}, 100)->size() == 1);
}

TEST_CASE("store: events are published after their commit, in order, before the writer's caller goes on") {
    const TempDir dir;
    const auto store = opened(dir);
    std::mutex mutex;
    std::vector<EventSeq> published;
    store->on_commit([&](std::span<const StoredEvent> events) {
        const std::lock_guard lock(mutex);
        for (const auto& event : events) {
            published.push_back(event.seq);
            // Whoever hears of it can read it.
            CHECK(store->find_conversation(event.conversation));
        }
    });
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                EventSeq mine;
                const auto done = store->write([&](Transaction& transaction) -> Status {
                    RETURN_IF_ERROR(add_row(transaction, std::to_string(t * 1000 + i + 1), kNoon));
                    mine = {transaction.take_seq().value - 1};
                    return {};
                });
                CHECK(done);
                const std::lock_guard lock(mutex);
                CHECK(std::find(published.begin(), published.end(), mine) != published.end());
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(published.size() == 160);
    CHECK(std::is_sorted(published.begin(), published.end()));
}

TEST_CASE("store: a snapshot is one moment, whatever is written meanwhile") {
    const TempDir dir;
    const auto store = opened(dir);
    AgentId me;
    REQUIRE(store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(me, transaction.people().add_agent({{}, "a@b.c", "A", AgentRole::kAgent, "x"}));
        return {};
    }));
    std::atomic<bool> is_done{false};
    std::thread writer([&] {
        for (int i = 1; i <= 150; ++i) {
            CHECK(store->write([&](Transaction& transaction) {
                return add_row(transaction, std::to_string(i), kNoon + i, 1);
            }));
        }
        is_done = true;
    });
    while (!is_done) {
        const auto taken = store->snapshot(me, 1000);
        REQUIRE(taken);
        // One event, one row and one unread conversation per job.
        CHECK(taken->conversations.conversations.size() == static_cast<std::size_t>(taken->seq.value));
        CHECK(taken->counts.all == static_cast<int>(taken->seq.value));
    }
    writer.join();
}

TEST_CASE("store: seqs rise across restarts and are never used again") {
    const TempDir dir;
    EventSeq last;
    for (int round = 0; round < 3; ++round) {
        const auto store = opened(dir);
        REQUIRE(store->write([&](Transaction& transaction) {
            return add_row(transaction, std::to_string(100 + round), kNoon);
        }));
        const auto range = store->event_range();
        REQUIRE(range);
        CHECK(range->newest > last);
        last = range->newest;
    }
}

TEST_CASE("store: the list pages by key without gaps or repeats among rows of one moment") {
    const TempDir dir;
    const auto store = opened(dir);
    for (int i = 0; i < 25; ++i) {
        REQUIRE(store->write([&](Transaction& transaction) {
            const MessageId last{
                1000 - i};  // within a second, the oldest conversation has the newest message
            return add_row(transaction, std::to_string(100 + i), kNoon + (i / 5) * kSecond, i % 2, last);
        }));
    }
    std::vector<Conversation> rows;
    ConversationQuery query;
    query.limit = 4;
    while (true) {
        const auto page = store->list_conversations(query);
        REQUIRE(page);
        rows.insert(rows.end(), page->conversations.begin(), page->conversations.end());
        if (!page->has_more) break;
        query.before = place_of(rows.back());
    }
    CHECK(rows.size() == 25);
    CHECK(std::is_sorted(rows.begin(), rows.end(), listed_before));
    query = {};
    query.only_unread = true;
    CHECK(store->list_conversations(query)->conversations.size() == 12);
    query = {};
    query.platform = Platform::kInstagram;
    CHECK(store->list_conversations(query)->conversations.empty());
}

TEST_CASE("store: a thread pages by key both ways and around a message, ties by arrival") {
    const TempDir dir;
    const auto store = opened(dir);
    std::vector<MessageId> ids;
    ConversationId thread;
    REQUIRE(store->write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(add_row(transaction, "100", kNoon));
        ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, "1"));
        ASSIGN_OR_RETURN(const auto row, transaction.conversation_with(account, {"100", {}, {}}));
        thread = row->id;
        for (int i = 0; i < 9; ++i) {
            auto message = message_of(thread, i, kNoon + (i / 3) * kSecond);
            ASSIGN_OR_RETURN(const bool is_new, transaction.add_message(message));
            CHECK(is_new);
            ids.push_back(message.id);
        }
        return {};
    }));
    const auto page = [&](MessageId before, MessageId after, MessageId around, int limit) {
        const auto found = store->list_messages({thread, before, after, around, limit});
        REQUIRE(found);
        std::vector<MessageId> names;
        for (const auto& message : found->messages)
            names.push_back(message.id);
        return std::pair(names, std::pair(found->has_older, found->has_newer));
    };
    const auto slice = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
        return std::vector<MessageId>(ids.begin() + from, ids.begin() + to);
    };
    CHECK(page({}, {}, {}, 4) == std::pair(slice(5, 9), std::pair(true, false)));
    CHECK(page(ids[4], {}, {}, 3) == std::pair(slice(1, 4), std::pair(true, true)));
    CHECK(page(ids[2], {}, {}, 3) == std::pair(slice(0, 2), std::pair(false, true)));
    CHECK(page({}, ids[4], {}, 2) == std::pair(slice(5, 7), std::pair(true, true)));
    CHECK(page({}, ids[6], {}, 5) == std::pair(slice(7, 9), std::pair(true, false)));
    const auto around = page({}, {}, ids[4], 4).first;
    CHECK(around.size() >= 4);
    CHECK(std::find(around.begin(), around.end(), ids[4]) != around.end());
    CHECK_FALSE(store->list_messages({thread, MessageId{9999}, {}, {}, 4}));
    CHECK_FALSE(store->list_messages({ConversationId{9999}, {}, {}, {}, 4}));
}

TEST_CASE("store: a message comes back as it was stored, whatever it holds") {
    const TempDir dir;
    const auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) { return add_row(transaction, "100", kNoon); }));
    Message message = message_of({1}, 1, kNoon);
    message.direction = Direction::kOutbound;
    message.client_ref = "ref-1";
    message.sent_by = {7};
    message.rev = {3};
    message.status = DeliveryStatus::kFailed;
    message.times = {1, 2, 3, 4, 5};
    message.failure = Failure{131026, "Cannot be reached.", "details", true};
    message.context = {"wamid.QUOTED", true, true};
    message.content = Text{std::string("Привет \U0001F600 ' \" \\ \n") + '\0' + "end", true};
    REQUIRE(store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const bool is_new, transaction.add_message(message));
        CHECK(is_new);
        return {};
    }));
    const auto found = store->find_message(message.id);
    REQUIRE(found);
    CHECK(*found == message);
    message.times.played = 6;
    REQUIRE(store->write([&](Transaction& transaction) { return transaction.put_message(message); }));
    CHECK(store->find_message(message.id) == message);
}

TEST_CASE("store: a wamid and a client_ref are stored once") {
    const TempDir dir;
    const auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(add_row(transaction, "100", kNoon));
        auto first = message_of({1}, 1, kNoon);
        auto same_wamid = message_of({1}, 1, kNoon + 1);
        auto sent = message_of({1}, 2, kNoon);
        sent.wamid.clear();
        sent.client_ref = "ref-1";
        auto same_ref = sent;
        auto another = message_of({1}, 3, kNoon);
        another.wamid.clear();
        for (auto* message : {&first, &sent, &another})
            CHECK(transaction.add_message(*message).value_or(false));
        for (auto* message : {&same_wamid, &same_ref})
            CHECK_FALSE(transaction.add_message(*message).value_or(true));
        return {};
    }));
}

TEST_CASE("store: what is committed survives, and the next process sees the same") {
    const TempDir dir;
    {
        const auto store = opened(dir);
        REQUIRE(store->write([](Transaction& transaction) { return add_row(transaction, "100", kNoon, 3); }));
    }
    const auto store = opened(dir);
    const auto rows = store->list_conversations({});
    REQUIRE(rows);
    REQUIRE(rows->conversations.size() == 1);
    CHECK(rows->conversations[0].unread == 3);
    UnreadCounts counts;
    REQUIRE(store->write([&](Transaction& transaction) -> Status {
        counts = transaction.counts();
        return {};
    }));
    CHECK(counts.whatsapp == 1);
}

TEST_CASE("store: a person who moves to another number is no longer found under the old one") {
    const TempDir dir;
    const auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(add_row(transaction, "100", kNoon));
        ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, "1"));
        ASSIGN_OR_RETURN(auto row, transaction.conversation_with(account, {"100", {}, {}}));
        row->wa_id = "200";
        RETURN_IF_ERROR(transaction.put_conversation(*row));
        ASSIGN_OR_RETURN(const auto old_number, transaction.conversation_with(account, {"100", {}, {}}));
        ASSIGN_OR_RETURN(const auto new_number, transaction.conversation_with(account, {"200", {}, {}}));
        CHECK_FALSE(old_number);
        CHECK(new_number);
        return {};
    }));
}

}  // namespace
}  // namespace roost
