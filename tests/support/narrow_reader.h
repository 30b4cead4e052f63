// A client whose agent sees a part of the inbox, and hears by the very frames that the stream sends.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "server/events/event_chunk.h"
#include "shared/model/apply.h"
#include "shared/model/reach.h"
#include "shared/wire/event.h"
#include "shared/wire/snapshot.h"
#include "shared/wire/sse.h"
#include "tests/support/event_law.h"
#include "tests/support/use_case.h"

namespace roost::test {

struct NarrowReader {
    NarrowReader(UseCase& stands_on, AgentId agent, Reach sees)
        : use(&stands_on), who{agent, AgentRole::kAgent}, inbox() {
        who.reach = std::move(sees);
        inbox = anew();
    }

    // From a snapshot, and all of every thread they see.
    Inbox anew() const {
        auto snapshot = use->store->snapshot(who.agent, 1000, who.reach);
        REQUIRE(snapshot);
        for (auto& row : snapshot->conversations.conversations)
            row = narrowed(row, who.reach);
        auto fresh = inbox_from(*snapshot);
        for (const auto& row : snapshot->conversations.conversations) {
            begin_loading(fresh, row.id);
            MessageQuery query;
            query.conversation = row.id;
            query.limit = 1000;
            auto page = use->store->list_messages(query);
            REQUIRE(page);
            for (auto& message : page->messages)
                message = narrowed(message, who.reach);
            apply_page(fresh, *page, PagePlace::kReplace);
        }
        return fresh;
    }

    void catch_up() {
        const auto events = use->store->events_after(inbox.seq, 10'000);
        REQUIRE(events);
        for (const auto& chunk : make_chunks(*events)) {
            const auto text = text_for(chunk, who, inbox.seq);
            if (!text) continue;
            heard += *text;
            SseReader reader;
            for (const auto& frame : reader.feed(*text)) {
                const auto event = read_event(parse_id<EventSeq>(frame.id).value_or(EventSeq{}), frame.data);
                REQUIRE(event);
                apply(inbox, *event);
            }
        }
        // They hear nothing of the events in between.
        inbox.seq = use->store->event_range()->newest;
    }

    // Of threads, those that they have opened.
    void check_law() const { check_same(inbox, anew()); }

    UseCase* use;
    Principal who;
    Inbox inbox;
    std::string heard;  // all frames
};

}  // namespace roost::test
