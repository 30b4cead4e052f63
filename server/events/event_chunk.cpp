#include "server/events/event_chunk.h"

#include <algorithm>

#include "server/events/visibility.h"
#include "shared/wire/sse.h"

namespace roost {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

}  // namespace

std::vector<EventChunk> make_chunks(std::span<const StoredEvent> events) {
    std::vector<EventChunk> chunks;
    std::string text;
    std::vector<EventChunk::Piece> pieces;
    const auto finish = [&] {
        if (pieces.empty()) return;
        chunks.push_back({std::make_shared<const std::string>(text), std::move(pieces)});
        text.clear();
        pieces.clear();
    };
    for (const auto& event : events) {
        const auto frame = format_sse_event(event.seq, event.payload);
        if (text.size() + frame.size() > kChunkBytes) finish();
        text += frame;
        pieces.push_back({event.seq, event.conversation, text.size()});
    }
    finish();
    return chunks;
}

std::shared_ptr<const std::string> text_for(const EventChunk& chunk, const Principal& who, EventSeq sent) {
    const auto is_wanted = [&](const EventChunk::Piece& piece) {
        return piece.seq > sent && may_hear(who, piece.conversation);
    };
    if (std::all_of(chunk.pieces.begin(), chunk.pieces.end(), is_wanted)) return chunk.text;
    std::string text;
    std::size_t begin = 0;
    for (const auto& piece : chunk.pieces) {
        if (is_wanted(piece)) text.append(*chunk.text, begin, piece.end - begin);
        begin = piece.end;
    }
    return text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text));
}

}  // namespace roost
