#include "server/store/sqlite/records.h"

namespace roost::sqlite {

Status insert_event(Connection& on, const StoredEvent& event) {
    auto statement = on.prepare(
        "INSERT INTO events (seq, conversation, payload, audience, was_audience, was_unread) "
        "VALUES (?, ?, ?, ?, ?, ?)"
    );
    statement.bind(event.seq).bind(event.conversation).bind(event.payload).bind(event.audience);
    return statement.bind_text_or_null(event.was_audience).bind(std::int64_t{event.was_unread}).run();
}

Result<std::vector<StoredEvent>> read_events(Connection& on, EventSeq after, int limit) {
    ASSIGN_OR_RETURN(const auto range, read_event_range(on));
    if (after < range.pruned_to)
        return fail(ErrorCode::kNotFound, "The event log does not reach back that far.");
    auto statement = on.prepare(
        "SELECT seq, conversation, payload, audience, was_audience, was_unread FROM events WHERE seq > ? "
        "ORDER BY seq LIMIT ?"
    );
    statement.bind(after).bind(std::int64_t{limit});
    std::vector<StoredEvent> events;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return events;
        events.push_back(
            {{statement.number(0)},
             {statement.number(1)},
             statement.text(2),
             statement.text(3),
             statement.text(4),
             statement.number(5) != 0}
        );
    }
}

Result<EventRange> read_event_range(Connection& on) {
    auto statement = on.prepare("SELECT pruned_to, (SELECT MAX(seq) FROM events) FROM event_log");
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return fail(ErrorCode::kInternal, "The event log has lost its beginning.");
    const EventSeq pruned_to{statement.number(0)};
    return EventRange{pruned_to, std::max(pruned_to, EventSeq{statement.number(1)})};
}

}  // namespace roost::sqlite
