#include "server/http/guards.h"

#include <doctest/doctest.h>

#include <string>

namespace roost {
namespace {

using State = RequestFrame::State;

RequestFrame frame(const std::string& bytes) {
    return frame_request(bytes, [](std::string_view, std::string_view target) -> BodyRule {
        return {target == "/big" ? std::size_t{3'000'000} : std::size_t{100}, false};
    });
}

TEST_CASE("guards: a request is whole when its head and its announced body are there") {
    const std::string head = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
    CHECK(frame(head.substr(0, head.size() - 1)).state == State::kNeedsHead);
    CHECK(frame(head + "1234").state == State::kNeedsBody);
    const auto whole = frame(head + "12345GET /next");
    CHECK(whole.state == State::kWhole);
    CHECK(whole.head_bytes == head.size());
    CHECK(whole.body_bytes == 5);
}

TEST_CASE("guards: what is refused, and how") {
    struct Case {
        const char* why;
        std::string bytes;
        int status;
    };
    const std::string line = "POST /a HTTP/1.1\r\n";
    const Case cases[] = {
        {"a chunked body has no bound", line + "Transfer-Encoding: chunked\r\n\r\n", 411},
        {"chunked beside a length", line + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 411},
        {"two lengths", line + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400},
        {"a length that is no number", line + "Content-Length: -1\r\n\r\n", 400},
        {"a list of lengths", line + "Content-Length: 1, 1\r\n\r\n", 400},
        {"a body over the route's limit", line + "Content-Length: 101\r\n\r\n", 413},
        {"an encoded line break in a header", line + "X-Name: a%0d%0aSet-Cookie: b\r\n\r\n", 400},
        {"an encoded NUL in a header", line + "X-Name: a%00\r\n\r\n", 400},
        {"a bare line feed in a header", line + "X-Name: a\nX-Other: b\r\n\r\n", 400},
        {"a control character in a header", line + "X-Name: a\x01\r\n\r\n", 400},
        {"a folded header", line + "X-Name: a\r\n b\r\n\r\n", 400},
        {"a space before the colon", line + "Content-Length : 5\r\n\r\n", 400},
        {"a header without a colon", line + "nonsense\r\n\r\n", 400},
        {"an encoded line break in the target", "GET /a%0d%0a HTTP/1.1\r\n\r\n", 400},
        {"a target that is no path", "GET http://other/ HTTP/1.1\r\n\r\n", 400},
        {"no version", "GET /a\r\n\r\n", 400},
        {"another protocol", "PRI * HTTP/2.0\r\n\r\n", 400},
        {"a target too long", "GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n\r\n", 414},
        {"a head too large", "GET /a HTTP/1.1\r\nX: " + std::string(20'000, 'a'), 431},
    };
    for (const auto& c : cases) {
        CAPTURE(c.why);
        const auto result = frame(c.bytes);
        CHECK(result.state == State::kRefused);
        CHECK(result.status == c.status);
    }
}

TEST_CASE("guards: too many headers are refused") {
    std::string bytes = "GET /a HTTP/1.1\r\n";
    for (std::size_t i = 0; i <= kMaxHeaders; ++i) {
        bytes += "X-" + std::to_string(i) + ": 1\r\n";
    }
    CHECK(frame(bytes + "\r\n").status == 431);
}

TEST_CASE("guards: a route may take larger bodies") {
    CHECK(frame("POST /big HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n").state == State::kNeedsBody);
    CHECK(frame("POST /big HTTP/1.1\r\nContent-Length: 3000001\r\n\r\n").status == 413);
}

TEST_CASE("guards: tabs and ordinary escapes pass") {
    const auto fine = frame("GET /a%20b?c=%41 HTTP/1.1\r\nX-Name:\ta%20b\tc\r\nExpect: 100-continue\r\n\r\n");
    CHECK(fine.state == State::kWhole);
    CHECK(fine.expect_offset > 0);
}

}  // namespace
}  // namespace roost
