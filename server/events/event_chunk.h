// A run of events as they go over the wire: formatted once, shared by every stream that sends it.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/app/principal.h"
#include "server/store/store.h"
#include "shared/base/ids.h"

namespace roost {

struct EventChunk {
    struct Piece {
        EventSeq seq;
        ConversationId conversation;
        std::string audience;
        std::string was_audience;  // empty = the same
        bool was_unread = false;
        std::size_t end = 0;  // of its text; it begins where the one before ends
    };
    std::shared_ptr<const std::string> text;
    std::vector<Piece> pieces;  // never empty, seq rising

    EventSeq first() const { return pieces.front().seq; }
    EventSeq last() const { return pieces.back().seq; }
};

// Chunks of at most 64 KB, or of one event that is larger than that.
std::vector<EventChunk> make_chunks(std::span<const StoredEvent> events);

// The text of what lies after `sent` and may be seen by `who`: the shared one whenever that is all of it.
// Null when nothing is left.
std::shared_ptr<const std::string> text_for(const EventChunk& chunk, const Principal& who, EventSeq sent);

}  // namespace roost
