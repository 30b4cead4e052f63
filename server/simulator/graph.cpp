#include "server/simulator/graph.h"

#include <algorithm>

#include "server/simulator/nodes.h"

namespace roost::simulator {

namespace {

bool is_version(std::string_view segment) {
    if (segment.size() < 4 || segment.front() != 'v' || !segment.ends_with(".0")) return false;
    const auto digits = segment.substr(1, segment.size() - 3);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_object_id(std::string_view segment) {
    return std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

GraphError unknown_path(std::string_view segment) {
    GraphError error;
    error.code = 2500;
    error.message = "Unknown path components: /" + std::string(segment);
    return error;
}

const Json kSuccess{{"success", true}};
constexpr std::string_view kElsewhere = "/elsewhere/";

}  // namespace

std::vector<std::string> graph_path(std::string_view path) {
    auto segments = split_path(path);
    if (!segments.empty() && is_version(segments.front())) segments.erase(segments.begin());
    return segments;
}

Reply Graph::answer(const Request& request) {
    Reply reply;
    int delay_ms = 0;
    {
        const std::lock_guard lock(shared_.mutex);
        Account& account = shared_.account;
        if (auto outage = account.outage(wall_clock())) return std::move(*outage);
        delay_ms = account.script.answer_delay_ms;
        // Another host of Meta's: who brings the token there has given it away.
        if (request.path.starts_with(kElsewhere)) {
            if (!request.authorization.empty())
                return refuse(graph_error(190, "The token was shown to a stranger."));
            return answer_bytes(request, wall_clock() + account.clock_offset());
        }
        const auto now = wall_clock() + account.clock_offset();
        if (const auto refusal = check_token(account.token, request, now)) return refuse(*refusal);
    }
    reply = answer_node(request, graph_path(request.path));
    reply.delay_ms += delay_ms;
    return reply;
}

Reply Graph::answer_node(const Request& request, const std::vector<std::string>& path) {
    const BusinessNumber& number = shared_.account.number;
    if (path.empty()) return refuse(unknown_object(""));
    const std::string edge = path.size() > 1 ? path[1] : "";
    if (path[0] == "whatsapp_business") return answer_media(request, "");
    if (path[0] == "debug_token") return describe_token();
    if (path[0] == kAppId && edge == "uploads") return open_sample(request);
    if (path[0].starts_with("upload:")) return fill_sample(request, path[0]);
    if (!is_object_id(path[0])) return refuse(unknown_path(path[0]));
    if (path[0] == number.phone_number_id) return answer_phone_number(request, edge);
    if (path[0] == number.waba_id) return answer_waba(request, edge);
    if (edge.empty() && is_template(path[0])) return answer_template(request, path[0]);
    if (edge.empty()) return answer_media(request, path[0]);
    return refuse(unknown_object(path[0]));
}

AccessToken Graph::token() {
    const std::lock_guard lock(shared_.mutex);
    return shared_.account.token;
}

Reply Graph::describe_token() {
    const std::lock_guard lock(shared_.mutex);
    const Account& account = shared_.account;
    return json_reply(debug_token(account.token, account.number, wall_clock() + account.clock_offset()));
}

Reply Graph::answer_phone_number(const Request& request, const std::string& edge) {
    const bool is_post = request.method == "POST";
    if (const auto refusal = check_number_scope(token(), edge)) return refuse(*refusal);
    if (edge.empty() && is_post) return json_reply(kSuccess);
    if (edge.empty()) {
        return json_reply(phone_number_node(shared_.account.number, query_text(request, "fields")));
    }
    if ((edge == "messages" || edge == "marketing_messages") && is_post) return send(request);
    if (edge == "media" && is_post) return upload(request);
    if (edge == "register" || edge == "deregister") return json_reply(kSuccess);
    if (edge == "whatsapp_business_profile") return answer_profile(request);
    if (edge == "block_users") return answer_blocked(request);
    return refuse(unknown_path(edge));
}

Reply Graph::answer_waba(const Request& request, const std::string& edge) {
    const std::string fields = query_text(request, "fields");
    if (const auto refusal = check_account_scope(token())) return refuse(*refusal);
    if (edge.empty()) return json_reply(waba_node(shared_.account.number, fields));
    if (edge == "phone_numbers") return json_reply(phone_numbers(shared_.account.number, fields));
    if (edge == "subscribed_apps") return answer_subscribed_apps(request);
    if (edge == "message_templates") return answer_templates(request);
    return refuse(unknown_path(edge));
}

Reply Graph::answer_subscribed_apps(const Request& request) {
    if (request.method == "GET") return json_reply(subscribed_apps(delivery_.is_subscribed()));
    delivery_.set_subscribed(request.method == "POST");
    return json_reply(kSuccess);
}

Reply Graph::answer_media(const Request& request, const std::string& id) {
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    const UnixMillis now = wall_clock() + account.clock_offset();
    return id.empty() ? answer_bytes(request, now) : answer_look_up(request, id, now);
}

// Under the lock.
Reply Graph::answer_bytes(const Request& request, UnixMillis now) {
    MediaStore& media = shared_.account.media;
    auto reply =
        media.bytes(query_text(request, "mid"), query_text(request, "ext"), query_text(request, "hash"), now);
    const auto planned = media.take_trouble(MediaStore::Step::kBytes);
    if (!planned || reply.status != 200) return reply;
    reply.delay_ms = planned->delay_ms;
    if (planned->trouble == MediaTrouble::kOver) return media.bytes("", "", "", now);
    if (planned->trouble == MediaTrouble::kEmpty) reply.body.clear();
    if (planned->trouble == MediaTrouble::kCutShort) reply.body.resize(reply.body.size() / 2);
    if (planned->trouble == MediaTrouble::kRedirect) {
        // The same machine by another name.
        auto host = base_url_;
        host.replace(host.find("127.0.0.1"), std::string_view("127.0.0.1").size(), "localhost");
        reply.status = 302;
        reply.body.clear();
        reply.location = host + std::string(kElsewhere) + "?mid=" + query_text(request, "mid") +
                         "&ext=" + query_text(request, "ext") + "&hash=" + query_text(request, "hash");
    }
    return reply;
}

// Under the lock.
Reply Graph::answer_look_up(const Request& request, const std::string& id, UnixMillis now) {
    Account& account = shared_.account;
    const std::string scope = query_text(request, "phone_number_id");
    const bool is_ours = scope.empty() || scope == account.number.phone_number_id;
    auto node = account.media.look_up(id, base_url_, now);
    if (!is_ours || !node) return refuse(unknown_object(id));
    const auto planned = account.media.take_trouble(MediaStore::Step::kLookUp);
    if (planned && planned->trouble == MediaTrouble::kGone) return refuse(unknown_object(id));
    if (planned && planned->trouble == MediaTrouble::kRefused) {
        return refuse(graph_error(190, "The token is not good any more."));
    }
    if (planned) (*node)["sha256"] = std::string(64, '0');
    if (request.method == "DELETE") {
        account.media.remove(id);
        return json_reply(kSuccess);
    }
    return json_reply(*node);
}

Reply Graph::upload(const Request& request) {
    const Part* file = nullptr;
    std::string type;
    bool is_for_whatsapp = false;
    for (const Part& part : request.parts) {
        if (part.name == "file") file = &part;
        if (part.name == "type") type = part.bytes;
        if (part.name == "messaging_product") is_for_whatsapp = part.bytes == "whatsapp";
    }
    if (!is_for_whatsapp) return refuse(graph_error(100, "The parameter messaging_product is required."));
    if (file == nullptr) return refuse(graph_error(100, "The parameter file is required."));
    if (type.empty()) type = file->content_type;
    if (const auto error = check_upload(type, file->bytes.size())) return refuse(*error);
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    const UnixMillis now = wall_clock() + account.clock_offset();
    return json_reply(Json{{"id", account.media.add({type, file->bytes, false, now}, account.ids)}});
}

// What was accepted is told to the webhook even if the sender never sees the answer.
Reply Graph::send(const Request& request) {
    const auto body = parse_json(request.body);
    if (!body) return refuse(graph_error(100, "The request body is not JSON."));
    if (string_or(*body, "status", "") == "read") return mark_read(*body);
    Outcome outcome;
    {
        const std::lock_guard lock(shared_.mutex);
        outcome = shared_.account.send(*body, wall_clock());
    }
    if (!outcome.accepted) return outcome.reply;
    int read_after_ms = -1;
    for (const TimedNews& one : outcome.statuses) {
        if (string_or(one.news.item, "status", "") == "read") read_after_ms = one.after_ms;
    }
    delivery_.add(std::move(outcome.statuses));
    if (listener_ && outcome.accepted->failed_code == 0) listener_(*outcome.accepted, read_after_ms);
    return outcome.reply;
}

Reply Graph::mark_read(const Json& body) {
    const std::lock_guard lock(shared_.mutex);
    const std::string wamid = string_or(body, "message_id", "");
    if (wamid.empty()) return refuse(graph_error(131008, "Parameter message_id is required."));
    const Json& typing = member(body, "typing_indicator");
    if (!typing.is_null() && string_or(typing, "type", "") != "text") {
        return refuse(graph_error(100, "Param typing_indicator['type']: must be text"));
    }
    if (!shared_.account.mark_read(wamid)) return refuse(graph_error(131009, "Message ID is not valid."));
    return json_reply(kSuccess);
}

Reply Graph::refuse(const GraphError& error) {
    static std::atomic<std::uint64_t> traces{0};
    return error_reply(error, IdMaker(++traces).trace_id());
}

}  // namespace roost::simulator
