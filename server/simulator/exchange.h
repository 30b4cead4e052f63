// A request and its reply as values, so that everything but the socket is free of HTTP libraries.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/simulator/graph_error.h"
#include "shared/base/json.h"

namespace roost::simulator {

struct Part {  // of multipart/form-data
    std::string name;
    std::string file_name;
    std::string content_type;
    std::string bytes;
};

struct Request {
    std::string method;
    std::string path;  // decoded, without the query
    std::map<std::string, std::string> query;
    std::string authorization;
    std::string content_type;
    std::string body;
    std::vector<Part> parts;
};

struct Reply {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    int delay_ms = 0;
    std::string location = {};  // of a redirect
    bool is_dropped = false;    // the connection is closed without an answer
};

Reply json_reply(const Json& body, int status = 200);
Reply error_reply(const GraphError& error, std::string_view trace_id);
Reply dropped_reply();

// Empty if the query has no such key.
std::string query_text(const Request& request, const std::string& key);
std::vector<std::string> split_path(std::string_view path);

}  // namespace roost::simulator
