// A caller who may see one of two customers' conversations, and what they could ask of the other, route by
// route.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/widget_case.h"

namespace roost::test {

struct Attempt {
    std::string method;
    std::string target;
    std::string body = {};
    int status = 404;  // 200 = a list, without what is not theirs
};
using Attempts = std::map<std::string, std::vector<Attempt>>;

struct NarrowCase : WidgetCase {
    NarrowCase() {
        const auto others = messages_of(other);
        message = to_string(others.front().id);
        sent = to_string(others.back().id);
    }

    HttpAnswer try_it(const Attempt& attempt) const {
        return server.ask(attempt.method, attempt.target, bearer(token), attempt.body);
    }
    // Nothing of the other customer is told.
    void check_silent(const std::string& text) const {
        for (const auto& word : hidden) {
            CAPTURE(word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
    void check_kept(const std::vector<Attempt>& attempts) const {
        for (const auto& attempt : attempts) {
            CAPTURE(attempt.target);
            CAPTURE(attempt.body);
            const auto answer = try_it(attempt);
            CHECK(answer.status == attempt.status);
            check_silent(answer.body);
            CHECK(answer.body != jpeg_file(96, 48));
        }
    }

    // What is asked alike, whoever is kept out.
    Attempts common_attempts() const {
        auto all = attempts_on_conversations();
        all.merge(attempts_on_messages());
        all.merge(attempts_on_the_rest());
        return all;
    }

    std::string token;    // of who is kept to the one
    std::string message;  // the newest of the other's
    std::string sent;     // the oldest of the other's
    std::vector<std::string> hidden = {"hidden words", "Benjamin", "447700900123", "Hidden record"};

  private:
    Attempts attempts_on_conversations() const {
        const auto row = "/api/v1/conversations/" + to_string(other);
        return {
            {"GET /api/v1/conversations/{id}", {{"GET", row}}},
            {"GET /api/v1/conversations/{id}/chat-link", {{"GET", row + "/chat-link"}}},
            {"PATCH /api/v1/conversations/{id}", {{"PATCH", row, R"({"assignee":"1"})"}}},
            {"POST /api/v1/conversations/{id}/read",
             {{"POST", row + "/read", R"({"up_to":")" + message + R"("})"}}},
            {"POST /api/v1/conversations/{id}/unreachable",
             {{"POST", row + "/unreachable", R"({"unreachable":true})"}}},
        };
    }
    Attempts attempts_on_messages() const {
        const auto row = "/api/v1/conversations/" + to_string(other);
        const auto own_row = "/api/v1/conversations/" + to_string(own);
        const std::string photo = R"({"type":"image","image":{"file":")" + other_file + R"("}})";
        const auto one = "/api/v1/messages/" + sent;
        return {
            {"GET /api/v1/conversations/{id}/messages",
             {{"GET", row + "/messages"}, {"GET", own_row + "/messages?around=" + message}}},
            {"POST /api/v1/conversations/{id}/messages",
             {{"POST", row + "/messages", R"({"text":"x"})"},
              {"POST", own_row + "/messages", R"({"text":"x","reply_to":")" + message + R"("})", 400},
              {"POST", own_row + "/messages", photo, 400}}},
            {"POST /api/v1/messages", {{"POST", "/api/v1/messages", R"({"to":"447700900123","text":"x"})"}}},
            {"GET /api/v1/messages/{id}", {{"GET", "/api/v1/messages/" + message}, {"GET", one}}},
            {"POST /api/v1/messages/{id}/retry", {{"POST", one + "/retry"}}},
            {"POST /api/v1/messages/{id}/media/retry", {{"POST", one + "/media/retry"}}},
            {"PUT /api/v1/messages/{id}/reaction", {{"PUT", one + "/reaction", R"({"emoji":"👍"})"}}},
            {"DELETE /api/v1/messages/{id}/reaction", {{"DELETE", one + "/reaction"}}},
        };
    }
    Attempts attempts_on_the_rest() const {
        const auto file = "/api/v1/media/" + other_file;
        return {
            {"GET /api/v1/auth/me", {{"GET", "/api/v1/auth/me", "", 200}}},
            {"GET /api/v1/snapshot", {{"GET", "/api/v1/snapshot", "", 200}}},
            {"GET /api/v1/events", {}},  // has tests of its own
            {"GET /api/v1/media/limits", {{"GET", "/api/v1/media/limits", "", 200}}},
            {"GET /api/v1/media/{id}",
             {{"GET", file},
              {"GET", file + "?signature=" + std::string(43, 'A') + "&expires=9999999999", "", 403}}},
            {"GET /api/v1/media/{id}/link", {{"GET", file + "/link"}}},
            {"POST /api/v1/media/fetch",
             {{"POST", "/api/v1/media/fetch", R"({"url":"http://127.0.0.1/x"})", 400}}},
            {"POST /api/v1/media", {}},  // gives only what it takes
            {"GET /api/v1/templates", {{"GET", "/api/v1/templates", "", 200}}},
            {"GET /api/v1/search",
             {{"GET", "/api/v1/search?q=hidden", "", 200},
              {"GET", "/api/v1/search?q=Benjamin", "", 200},
              {"GET", "/api/v1/search?q=hidden&conversation=" + to_string(other)}}},
            {"GET /api/v1/widget/unread", {{"GET", "/api/v1/widget/unread", "", 200}}},
        };
    }
};

}  // namespace roost::test
