#include "server/http/auth.h"

#include <string>
#include <string_view>
#include <utility>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/sessions.h"
#include "server/config.h"
#include "server/http/reply.h"

namespace roost {

namespace {

std::string_view bearer_token(const Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    const bool is_bearer =
        header.size() > kScheme.size() && equals_ignoring_case(header.substr(0, kScheme.size()), kScheme);
    return is_bearer ? header.substr(kScheme.size()) : std::string_view();
}

Result<Principal> identify(const Deps& deps, const Request& request) {
    const auto token = bearer_token(request);
    if (token.empty()) return fail(ErrorCode::kUnauthorized, "Sign in first: the request carries no token.");
    return check_access_token(deps, token);
}

// A page reads in bursts: whoever scrolls through photos asks for a link to each of them, and marks as read
// whatever comes in while it is looked at. None of that may use up what writing needs. Programs are to ask
// for what they need.
constexpr int kReadsToOneRequest = 20;

Allowance count(const Deps& deps, Permission permission, const Principal& who) {
    const bool is_reading = permission == Permission::kRead || permission == Permission::kTend;
    const bool is_reading_page = is_reading && !who.key;
    auto counted = who.key ? "key " + to_string(who.key) : "agent " + to_string(who.agent);
    if (is_reading_page) counted += " reading";
    const int limit = deps.config.requests_per_minute * (is_reading_page ? kReadsToOneRequest : 1);
    return deps.gate.limits.take(counted, limit, deps.clock.now());
}

void add_headers(Reply& reply, const Allowance& allowance) {
    reply.headers.emplace_back("X-RateLimit-Limit", std::to_string(allowance.limit));
    reply.headers.emplace_back("X-RateLimit-Remaining", std::to_string(allowance.remaining));
    reply.headers.emplace_back("X-RateLimit-Reset", std::to_string(allowance.reset_seconds));
}

Reply too_fast(const Allowance& allowance) {
    auto reply = wait_reply(allowance.retry_seconds, "These are too many requests a minute. Wait a moment.");
    add_headers(reply, allowance);
    return reply;
}

constexpr std::string_view kSeesPart = "This page shows a part of the inbox, and may do this nowhere else.";

struct Admitted {
    Principal who;
    Allowance allowance;
};

// Who asks and may, or the reply that refuses them.
enum class Reached { kEverything, kAny };

tl::expected<Admitted, Reply> admit(
    const Deps& deps, Permission permission, Reached reached, const Request& request
) {
    const auto who = identify(deps, request);
    if (!who) return tl::unexpected(error_reply(who.error()));
    const auto allowance = count(deps, permission, *who);
    if (!allowance.is_allowed) return tl::unexpected(too_fast(allowance));
    if (!may(*who, permission)) {
        return tl::unexpected(problem_reply(403, "forbidden", refusal_of(permission)));
    }
    if (reached == Reached::kEverything && !page_in(who->reach).empty()) {
        return tl::unexpected(problem_reply(403, "forbidden", kSeesPart));
    }
    return Admitted{*who, allowance};
}

Door door_for(const Deps& deps, Permission permission, Reached reached, AgentHandler handler) {
    const auto answer = [&deps, permission, reached, handler = std::move(handler)](const Request& request) {
        auto admitted = admit(deps, permission, reached, request);
        if (!admitted) return std::move(admitted.error());
        auto reply = handler(request, admitted->who);
        add_headers(reply, admitted->allowance);
        return reply;
    };
    return {answer, permission, reached == Reached::kAny};
}

}  // namespace

Door for_permission(const Deps& deps, Permission permission, AgentHandler handler) {
    return door_for(deps, permission, Reached::kEverything, std::move(handler));
}

Door for_any_reach(const Deps& deps, Permission permission, AgentHandler handler) {
    return door_for(deps, permission, Reached::kAny, std::move(handler));
}

UploadDoor for_uploads(const Deps& deps, Permission permission, AgentUpload open) {
    const auto answer = [&deps, permission, open = std::move(open)](const Request& head) -> OpenedBody {
        auto admitted = admit(deps, permission, Reached::kAny, head);
        if (!admitted) return tl::unexpected(std::move(admitted.error()));
        auto body = open(head, admitted->who);
        if (!body) return tl::unexpected(error_reply(body.error()));
        return *std::move(body);
    };
    return {answer, permission, true};
}

Door for_permission_or(const Deps& deps, Permission permission, OtherProof proof, AgentHandler handler) {
    const auto with_token = for_any_reach(deps, permission, handler).answer;
    const auto answer =
        [proof = std::move(proof), handler = std::move(handler), with_token](const Request& request) {
            const auto proven = proof(request);
            if (!proven) return with_token(request);
            return *proven ? handler(request, Principal{}) : error_reply(proven->error());
        };
    return {answer, permission, true};
}

Door open_to_all(Handler handler) {
    return {std::move(handler), std::nullopt, false};
}

Door open_with_limit(const Deps& deps, AddressLimit limit, Handler handler) {
    const auto answer = [&deps, limit, handler = std::move(handler)](const Request& request) {
        const auto counted = std::string(limit.name) + " " + counted_address(request.remote_addr);
        const auto allowance = deps.gate.limits.take(counted, limit.per_minute, deps.clock.now());
        if (!allowance.is_allowed) return too_fast(allowance);
        auto reply = handler(request);
        add_headers(reply, allowance);
        return reply;
    };
    return {answer, std::nullopt, false};
}

}  // namespace roost
