#include "server/simulator/blocked_users.h"

#include <utility>
#include <vector>

#include "server/simulator/identity.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kMostAtOnce = 1000;
constexpr std::size_t kMostBlocked = 64'000;

struct Named {
    std::string input;
    std::string user;  // as the simulator knows them; empty = nobody has such a name
};

Named named_in(const Json& one) {
    const std::string id = string_or(one, "user_id", "");
    if (!id.empty()) return {id, is_user_id(id) ? id : std::string()};
    const std::string input = text_or_number(one, "user");
    return {input, wa_id_of(input)};
}

tl::expected<std::vector<Named>, GraphError> users_in(const Json& body) {
    if (string_or(body, "messaging_product", "") != "whatsapp")
        return tl::unexpected(graph_error(100, "The parameter messaging_product is required."));
    const Json& list = member(body, "block_users");
    if (!list.is_array() || list.empty() || list.size() > kMostAtOnce)
        return tl::unexpected(graph_error(100, "Param block_users must be an array of 1 to 1000 users."));
    std::vector<Named> users;
    for (const Json& one : list)
        users.push_back(named_in(one));
    return users;
}

Json described(const Named& named) {
    Json one{{"input", named.input}};
    if (!named.user.empty()) one[is_user_id(named.user) ? "user_id" : "wa_id"] = named.user;
    return one;
}

Json failed_user(const Named& named, const GraphError& error) {
    Json one = described(named);
    const Json why{
        {"code", error.code}, {"message", error.message}, {"error_data", {{"details", error.details}}}};
    one["errors"] = Json::array({why});
    return one;
}

Reply answer_with(const char* done, const Json& users, const Json& failed, std::string_view trace_id) {
    Json changed{{done, users}};
    if (!failed.empty()) changed["failed_users"] = failed;
    Json answer{{"messaging_product", "whatsapp"}, {"block_users", changed}};
    if (failed.empty()) return json_reply(answer);
    answer.update(envelope_of(graph_error(139100), trace_id));
    return json_reply(answer, 400);
}

}  // namespace

Reply BlockedUsers::block(const Json& body, const Obstacle& obstacle, std::string_view trace_id) {
    const auto users = users_in(body);
    if (!users) return error_reply(users.error(), trace_id);
    Json done = Json::array();
    Json failed = Json::array();
    for (const Named& one : *users) {
        auto why = one.user.empty() ? Refusal(graph_error(131009)) : obstacle(one.user);
        if (!why && users_.size() >= kMostBlocked) why = graph_error(139101);
        if (why) {
            failed.push_back(failed_user(one, *why));
            continue;
        }
        users_.insert(one.user);
        done.push_back(described(one));
    }
    return answer_with("added_users", done, failed, trace_id);
}

Reply BlockedUsers::unblock(const Json& body, std::string_view trace_id) {
    const auto users = users_in(body);
    if (!users) return error_reply(users.error(), trace_id);
    Json done = Json::array();
    Json failed = Json::array();
    for (const Named& one : *users) {
        users_.erase(one.user);
        if (one.user.empty()) failed.push_back(failed_user(one, graph_error(131009)));
        if (!one.user.empty()) done.push_back(described(one));
    }
    return answer_with("removed_users", done, failed, trace_id);
}

Reply BlockedUsers::list(std::string_view after, std::size_t limit) const {
    Json data = Json::array();
    auto at = after.empty() ? users_.begin() : users_.upper_bound(std::string(after));
    std::string last;
    for (; at != users_.end() && data.size() < limit; ++at) {
        last = *at;
        Json one{{"messaging_product", "whatsapp"}};
        one[is_user_id(last) ? "user_id" : "wa_id"] = last;
        data.push_back(std::move(one));
    }
    Json paging{{"cursors", {{"before", ""}, {"after", last}}}};
    if (at != users_.end()) paging["next"] = "https://graph.facebook.com/next";
    return json_reply(Json{{"data", data}, {"paging", paging}});
}

}  // namespace roost::simulator
