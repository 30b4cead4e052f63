// The live stream. The worker only decides where it starts; the socket then belongs to the hub.
#include "server/app/sessions.h"
#include "server/app/sight.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/wire/sse.h"

namespace roost {

namespace {

struct Start {
    EventSeq since;
    std::string greeting = "retry: 1000\n\n";
};

// Where the client says it is: the newer of header and query, since a browser repeats the query of the first
// connection for ever. Absent = from now on.
Result<std::optional<EventSeq>> read_since(const Request& request) {
    std::optional<EventSeq> since;
    const auto header = request.header("Last-Event-ID");
    const auto query = request.query_value("since");
    for (const auto& text : {header ? std::optional<std::string>(*header) : std::nullopt, query}) {
        if (!text || text->empty()) continue;
        const auto seq = parse_id<EventSeq>(*text);
        if (!seq) return fail(ErrorCode::kInvalid, "'since' is not the id of an event.");
        since = std::max(since.value_or(EventSeq{}), *seq);
    }
    return since;
}

// A client that asks for what the log no longer holds, or for what this database has never seen, is told to
// take a new snapshot; its stream goes on from now, so that nothing falls between the two.
Result<Start> find_start(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto since, read_since(request));
    ASSIGN_OR_RETURN(const auto range, deps.store.event_range());
    Start start;
    start.since = since.value_or(range.newest);
    auto oldest = range.pruned_to;
    // Who was away when a conversation left them, or when what they see changed, reads anew: the events in
    // between are not theirs any more.
    auto words = words_of(who.reach);
    words.push_back(word_of_sight(who.agent));
    ASSIGN_OR_RETURN(const auto narrowed_at, deps.store.links().narrowed_at(words));
    oldest = std::max(oldest, narrowed_at);
    const auto mark = request.query_value("sight");
    const bool is_same_sight = !mark || *mark == sight_mark(who.reach);
    const bool is_known = is_same_sight && start.since <= range.newest && start.since >= oldest;
    if (!is_known) {
        start.since = range.newest;
        start.greeting += format_sse_control("reset", "{}");
    }
    return start;
}

constexpr std::int64_t kSecondsToWait = 30;

Reply stream(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto start = find_start(on.deps, request, who);
    if (!start) return error_reply(start.error());
    auto place = on.hub.take_place(who, request.remote_addr);
    if (!place) return wait_reply(kSecondsToWait, place.error().message);
    Reply reply;
    reply.content_type = "text/event-stream";
    reply.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    reply.take_over =
        [&deps = on.deps, &hub = on.hub, start = *start, who, place = *std::move(place)](OpenSocket socket) {
            socket.unsent += start.greeting;
            hub.take(Subscription{std::move(socket), who, start.since, who.ends_at, place});
            // What ended between the check and here closed the streams that the hub had then: not this one.
            if (is_still_good(deps, who)) return;
            hub.close_streams([who](const Principal& one) {
                return one.agent == who.agent && one.session == who.session && one.key == who.key;
            });
        };
    return reply;
}

}  // namespace

void bind_events(Router& router, const RouteDeps& on) {
    const auto answer = [on](const Request& request, const Principal& who) {
        return stream(on, request, who);
    };
    router.add("GET", "/api/v1/events", for_any_reach(on.deps, Permission::kRead, answer));
}

}  // namespace roost
