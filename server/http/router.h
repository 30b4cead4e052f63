// Which handler answers a method and a path. Segments are compared as text: no regular expressions per
// request.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/app/permissions.h"
#include "server/http/message.h"

namespace roost {

inline constexpr std::size_t kDefaultBodyLimit = std::size_t{1024} * 1024;

// An answer together with what it asks of who comes: made by http/auth alone. Nothing asked = open to all.
struct Door {
    Handler answer;
    std::optional<Permission> needs;
    bool is_for_any_reach = false;  // also for who sees but a part of the inbox
};
struct UploadDoor {
    OpenBody open;
    std::optional<Permission> needs;
    bool is_for_any_reach = false;
};

// What a route is and asks for.
struct RouteFacts {
    std::string method;
    std::string pattern;
    std::optional<Permission> needs;
    bool is_upload = false;
    bool is_for_any_reach = false;
};

// Filled at start by one thread, then read by any number.
class Router {
  public:
    struct Route {
        std::string method;
        Handler answer;
        std::size_t body_limit = kDefaultBodyLimit;
        OpenBody open_body = {};  // instead of `answer`
        std::string pattern = {};
    };

    // "/api/v1/messages/{id}": a segment in braces takes any value that is not empty. A fixed segment wins
    // over one in braces. A route stated twice is a programmer's error.
    void add(
        std::string_view method,
        std::string_view pattern,
        Door door,
        std::size_t body_limit = kDefaultBodyLimit
    );
    // A route that takes its body piece by piece.
    void add_upload(
        std::string_view method, std::string_view pattern, UploadDoor door, std::size_t body_limit
    );
    // Answers GET on every path that no route knows.
    void set_fallback(Handler handler) { fallback_ = std::move(handler); }

    // 404 for an unknown path, 405 with Allow for a known one with another method; HEAD is answered as GET.
    Reply answer(Request& request) const;

    // For a route of add_upload(), whose body is still to come.
    OpenedBody open_body(Request& request) const;
    bool is_upload(std::string_view method, std::string_view path) const;

    std::size_t body_limit(std::string_view method, std::string_view path) const;

    // Every route, in the order in which they were added.
    const std::vector<RouteFacts>& routes() const { return facts_; }

  private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
        std::unique_ptr<Node> any;
        std::string any_name;
        std::vector<Route> routes;
    };
    using PathValues = std::vector<std::pair<std::string_view, std::string_view>>;

    void add_route(std::string_view pattern, Route route);
    static const Node* find(const Node& node, std::string_view rest, PathValues* values);
    static const Route* find_method(const Node& node, std::string_view method);

    Node root_;
    std::vector<RouteFacts> facts_;
    Handler fallback_;
};

}  // namespace roost
