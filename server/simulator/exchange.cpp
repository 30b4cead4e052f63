#include "server/simulator/exchange.h"

namespace roost::simulator {

Reply json_reply(const Json& body, int status) {
    Reply reply;
    reply.status = status;
    reply.body = dump_json(body);
    return reply;
}

Reply error_reply(const GraphError& error, std::string_view trace_id) {
    return json_reply(envelope_of(error, trace_id), error.http_status);
}

Reply dropped_reply() {
    Reply reply;
    reply.is_dropped = true;
    return reply;
}

std::string query_text(const Request& request, const std::string& key) {
    const auto found = request.query.find(key);
    return found == request.query.end() ? std::string() : found->second;
}

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        if (end > 0) segments.emplace_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return segments;
}

}  // namespace roost::simulator
