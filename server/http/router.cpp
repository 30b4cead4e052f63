#include "server/http/router.h"

#include <algorithm>
#include <cassert>

#include "server/http/reply.h"

namespace roost {

namespace {

std::string_view take_segment(std::string_view& rest) {
    if (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
    const auto end = std::min(rest.find('/'), rest.size());
    const auto segment = rest.substr(0, end);
    rest.remove_prefix(end);
    return segment;
}

Reply method_not_allowed(const std::vector<Router::Route>& routes) {
    std::string allowed;
    for (const auto& route : routes) {
        allowed += (allowed.empty() ? "" : ", ") + route.method;
        if (route.method == "GET") allowed += ", HEAD";
    }
    auto reply = problem_reply(405, "invalid", "This address does not take that method.");
    reply.headers.emplace_back("Allow", std::move(allowed));
    return reply;
}

}  // namespace

void Router::add(std::string_view method, std::string_view pattern, Door door, std::size_t body_limit) {
    facts_.push_back({std::string(method), std::string(pattern), door.needs, false, door.is_for_any_reach});
    add_route(pattern, Route{std::string(method), std::move(door.answer), body_limit});
}

void Router::add_upload(
    std::string_view method, std::string_view pattern, UploadDoor door, std::size_t body_limit
) {
    facts_.push_back({std::string(method), std::string(pattern), door.needs, true, door.is_for_any_reach});
    const auto refuse = [](const Request&) { return problem_reply(400, "invalid", "The body is missing."); };
    add_route(pattern, Route{std::string(method), refuse, body_limit, std::move(door.open)});
}

void Router::add_route(std::string_view pattern, Route route) {
    route.pattern = pattern;
    Node* node = &root_;
    for (auto rest = pattern; !rest.empty();) {
        const auto segment = take_segment(rest);
        if (segment.size() > 2 && segment.front() == '{') {
            if (!node->any) node->any = std::make_unique<Node>();
            node->any_name = segment.substr(1, segment.size() - 2);
            node = node->any.get();
        } else {
            auto& next = node->fixed[std::string(segment)];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
        }
    }
    assert(find_method(*node, route.method) == nullptr);
    node->routes.push_back(std::move(route));
}

const Router::Node* Router::find(const Node& node, std::string_view rest, PathValues* values) {
    if (rest.empty()) return node.routes.empty() ? nullptr : &node;
    const auto segment = take_segment(rest);
    if (const auto fixed = node.fixed.find(segment); fixed != node.fixed.end()) {
        if (const auto* found = find(*fixed->second, rest, values)) return found;
    }
    if (!node.any || segment.empty()) return nullptr;
    if (values) values->emplace_back(node.any_name, segment);
    const auto* found = find(*node.any, rest, values);
    if (!found && values) values->pop_back();
    return found;
}

const Router::Route* Router::find_method(const Node& node, std::string_view method) {
    const auto wanted = method == "HEAD" ? std::string_view("GET") : method;
    const auto found = std::find_if(node.routes.begin(), node.routes.end(), [&](const Route& route) {
        return route.method == wanted;
    });
    return found == node.routes.end() ? nullptr : &*found;
}

Reply Router::answer(Request& request) const {
    request.path_values.clear();
    const auto* node = find(root_, request.path, &request.path_values);
    if (!node) {
        const bool is_read = request.method == "GET" || request.method == "HEAD";
        if (fallback_ && is_read) return fallback_(request);
        return problem_reply(404, "not_found", "There is nothing at this address.");
    }
    const auto* route = find_method(*node, request.method);
    if (!route) return method_not_allowed(node->routes);
    request.pattern = route->pattern;
    return route->answer(request);
}

OpenedBody Router::open_body(Request& request) const {
    request.path_values.clear();
    const auto* node = find(root_, request.path, &request.path_values);
    const auto* route = node ? find_method(*node, request.method) : nullptr;
    if (route && route->open_body) {
        request.pattern = route->pattern;
        return route->open_body(request);
    }
    return tl::unexpected(problem_reply(404, "not_found", "There is nothing at this address."));
}

bool Router::is_upload(std::string_view method, std::string_view path) const {
    const auto* node = find(root_, path, nullptr);
    const auto* route = node ? find_method(*node, method) : nullptr;
    return route && route->open_body;
}

std::size_t Router::body_limit(std::string_view method, std::string_view path) const {
    const auto* node = find(root_, path, nullptr);
    const auto* route = node ? find_method(*node, method) : nullptr;
    return route ? route->body_limit : kDefaultBodyLimit;
}

}  // namespace roost
