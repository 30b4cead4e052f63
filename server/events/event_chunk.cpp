#include "server/events/event_chunk.h"

#include <algorithm>

#include "server/events/visibility.h"
#include "shared/model/reach.h"
#include "shared/wire/event.h"
#include "shared/wire/sse.h"

namespace roost {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

// The same event without what its reader does not see of the inbox.
std::string narrowed_frame(std::string_view frame, const EventChunk::Piece& piece, const Principal& who) {
    if (who.reach.empty() || !piece.conversation) return std::string(frame);
    constexpr std::string_view kData = "data: ";
    const auto begin = frame.find(kData);
    const auto end = frame.find('\n', begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    const auto data = frame.substr(begin + kData.size(), end - begin - kData.size());
    auto event = read_event(piece.seq, data);
    if (!event) return {};
    const RowBefore before{
        piece.was_audience.empty() ? piece.audience : piece.was_audience, piece.was_unread};
    event = narrowed(*std::move(event), who.reach, before);
    return format_sse_event(piece.seq, write_event_payload(event->payload));
}

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
        pieces.push_back(
            {event.seq, event.conversation, event.audience, event.was_audience, event.was_unread, text.size()}
        );
    }
    finish();
    return chunks;
}

std::shared_ptr<const std::string> text_for(const EventChunk& chunk, const Principal& who, EventSeq sent) {
    const auto is_wanted = [&](const EventChunk::Piece& piece) {
        return piece.seq > sent && (may_hear(who, piece.conversation, piece.audience) ||
                                    may_hear(who, piece.conversation, piece.was_audience));
    };
    const bool is_all = std::all_of(chunk.pieces.begin(), chunk.pieces.end(), is_wanted);
    if (is_all && who.reach.empty()) return chunk.text;
    std::string text;
    std::size_t begin = 0;
    for (const auto& piece : chunk.pieces) {
        if (is_wanted(piece)) {
            text +=
                narrowed_frame(std::string_view(*chunk.text).substr(begin, piece.end - begin), piece, who);
        }
        begin = piece.end;
    }
    return text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text));
}

}  // namespace roost
