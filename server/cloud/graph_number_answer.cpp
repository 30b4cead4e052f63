#include "server/cloud/graph_number_answer.h"

#include <string>
#include <string_view>
#include <utility>

#include "shared/base/json.h"
#include "shared/wire/business_profile.h"

namespace roost {

namespace {

bool is_success(const GraphReply& reply) {
    return reply.http >= 200 && reply.http < 300;
}

CloudUnreachable unreadable() {
    return {"The answer of Meta is unreadable."};
}

// Of an answer that is no success.
template <class Outcome>
Outcome refused(const GraphReply& reply) {
    auto outcome = read_graph_answer(reply.http, reply.body, reply.retry_after);
    if (auto* refusal = std::get_if<CloudRefusal>(&outcome)) return std::move(*refusal);
    return CloudUnreachable{"Meta answered " + std::to_string(reply.http) + "."};
}

const Json& first_of(const Json& list) {
    static const Json kNothing;
    return list.is_array() && !list.empty() ? list.front() : kNothing;
}

WhatsAppUser user_in(const Json& json) {
    return {string_or(json, "wa_id", ""), string_or(json, "user_id", "")};
}

void add_users(const Json& list, std::vector<WhatsAppUser>& users) {
    if (!list.is_array()) return;
    for (const Json& one : list) {
        add_users(member(one, "block_users"), users);
        auto user = user_in(one);
        if (!user.wa_id.empty() || !user.user_id.empty()) users.push_back(std::move(user));
    }
}

}  // namespace

BlockOutcome read_block_answer(const GraphReply& reply) {
    const auto answer = parse_json(reply.body).value_or(Json());
    const Json& changed = member(answer, "block_users");
    const Json& failed = first_of(member(changed, "failed_users"));
    const Json& why = first_of(member(failed, "errors"));
    if (why.is_object()) {
        CloudRefusal refusal;
        refusal.http = reply.http;
        refusal.code = static_cast<int>(optional_integer(why, "code").value_or(0));
        refusal.details = string_or(member(why, "error_data"), "details", string_or(why, "message", ""));
        refusal.retry_after = reply.retry_after;
        return refusal;
    }
    if (!is_success(reply)) return refused<BlockOutcome>(reply);
    const bool is_done = first_of(member(changed, "added_users")).is_object() ||
                         first_of(member(changed, "removed_users")).is_object();
    return is_done ? BlockOutcome(BlockChanged{}) : BlockOutcome(unreadable());
}

BlockedListing read_blocked_page(const GraphReply& reply) {
    if (!is_success(reply)) return refused<BlockedListing>(reply);
    const auto answer = parse_json(reply.body).value_or(Json());
    const Json& data = member(answer, "data");
    if (!data.is_array()) return unreadable();
    BlockedPage page;
    add_users(data, page.users);
    const Json& paging = member(answer, "paging");
    // Every page names a cursor after it; only where there is more does it say `next`.
    if (!string_or(paging, "next", "").empty()) page.next = string_or(member(paging, "cursors"), "after", "");
    return page;
}

ProfileLookUp read_profile_answer(const GraphReply& reply) {
    if (!is_success(reply)) return refused<ProfileLookUp>(reply);
    const auto answer = parse_json(reply.body).value_or(Json());
    const Json& first = first_of(member(answer, "data"));
    const Json& nested = member(first, "business_profile");
    auto profile = read_business_profile(nested.is_object() ? nested : first);
    if (!profile) return unreadable();
    return *std::move(profile);
}

ProfileOutcome read_profile_change(const GraphReply& reply) {
    if (!is_success(reply)) return refused<ProfileOutcome>(reply);
    const auto answer = parse_json(reply.body).value_or(Json());
    const bool is_done = optional_bool(answer, "success").value_or(false);
    return is_done ? ProfileOutcome(ProfileChanged{}) : ProfileOutcome(unreadable());
}

}  // namespace roost
