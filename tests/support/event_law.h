// The law of live sync: what a client had, plus the events since, is what it would be given anew.
#pragma once

#include <doctest/doctest.h>

#include <functional>

#include "shared/model/apply.h"
#include "shared/wire/event.h"
#include "shared/wire/snapshot.h"
#include "tests/support/use_case.h"

namespace roost::test {

// A client that has just loaded everything: the list and all of every thread.
inline Inbox loaded_inbox(Store& store, AgentId me) {
    const auto snapshot = store.snapshot(me, 1000);
    REQUIRE(snapshot);
    auto inbox = inbox_from(*snapshot);
    for (const auto& row : snapshot->conversations.conversations) {
        begin_loading(inbox, row.id);
        MessageQuery query;
        query.conversation = row.id;
        query.limit = 1000;
        const auto page = store.list_messages(query);
        REQUIRE(page);
        apply_page(inbox, *page, PagePlace::kReplace);
    }
    return inbox;
}

// Applies what the log says since, as the stream would. Returns how many events there were.
inline int catch_up(Store& store, Inbox& inbox) {
    const auto events = store.events_after(inbox.seq, 10'000);
    REQUIRE(events);
    for (const auto& stored : *events) {
        const auto event = read_event(stored.seq, stored.payload);
        REQUIRE(event);
        CHECK(conversation_of(*event) == stored.conversation);
        apply(inbox, *event);
    }
    return static_cast<int>(events->size());
}

// Threads of conversations that the client had not opened are not compared: it loads them when it opens them.
inline void check_same(const Inbox& live, Inbox fresh) {
    std::erase_if(fresh.threads, [&](const auto& entry) { return !live.threads.contains(entry.first); });
    CHECK(live.seq == fresh.seq);
    CHECK(live.counts == fresh.counts);
    CHECK(live.troubles == fresh.troubles);
    CHECK(live.accounts == fresh.accounts);
    CHECK(live.colleagues == fresh.colleagues);
    CHECK(live.teams == fresh.teams);
    CHECK(live.boundary == fresh.boundary);
    CHECK(live.conversations == fresh.conversations);
    REQUIRE(live.threads.size() == fresh.threads.size());
    for (const auto& [id, thread] : live.threads) {
        const auto& other = fresh.threads.at(id);
        REQUIRE(thread.messages.size() == other.messages.size());
        for (std::size_t i = 0; i < thread.messages.size(); ++i) {
            CAPTURE(i);
            CHECK(
                dump_json(write_message(thread.messages[i])) == dump_json(write_message(other.messages[i]))
            );
        }
    }
    CHECK(live.threads == fresh.threads);
}

// `change` may do anything; afterwards the law must hold. Returns the number of events.
inline int check_law(UseCase& use, const std::function<void()>& change) {
    auto live = loaded_inbox(*use.store, use.agent.agent);
    change();
    const int events = catch_up(*use.store, live);
    check_same(live, loaded_inbox(*use.store, use.agent.agent));
    return events;
}

}  // namespace roost::test
