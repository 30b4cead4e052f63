// The store for samples of the Graph API: a session is opened for so many bytes, and filled.
#include "server/simulator/graph.h"
#include "server/simulator/template_checks.h"

namespace roost::simulator {

Reply Graph::open_sample(const Request& request) {
    const auto length = parse_decimal(query_text(request, "file_length")).value_or(0);
    const std::string type = query_text(request, "file_type");
    if (length <= 0 || type.empty())
        return refuse(graph_error(100, "file_length and file_type are required."));
    const std::lock_guard lock(shared_.mutex);
    const std::string id = "upload:" + shared_.account.ids.object_id();
    sample_sessions_[id] = length;
    return json_reply(Json{{"id", id + "?sig=simulated"}});
}

Reply Graph::fill_sample(const Request& request, const std::string& id) {
    const std::lock_guard lock(shared_.mutex);
    const auto session = sample_sessions_.find(id);
    if (session == sample_sessions_.end()) return refuse(unknown_object(id));
    if (static_cast<std::int64_t>(request.body.size()) != session->second)
        return refuse(graph_error(100, "The file is not as long as was said."));
    sample_sessions_.erase(session);
    return json_reply(Json{{"h", std::string(kSampleMark) + shared_.account.ids.object_id()}});
}

}  // namespace roost::simulator
