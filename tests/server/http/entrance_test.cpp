#include "server/http/entrance.h"

#include <doctest/doctest.h>

namespace roost {

namespace {

Entrance behind(std::string_view proxies) {
    Entrance entrance = entrance_for("https://Inbox.example", "127.0.0.1");
    auto ranges = parse_address_ranges(proxies);
    REQUIRE(ranges);
    entrance.trusted_proxies = *std::move(ranges);
    return entrance;
}

}  // namespace

TEST_CASE("entrance: only a proxy that is trusted is asked whom it stands for") {
    struct Row {
        std::string_view proxies, peer, forwarded, expected;
    };
    const Row rows[] = {
        {"", "127.0.0.1", "203.0.113.9", "127.0.0.1"},
        {"127.0.0.1", "127.0.0.1", "203.0.113.9", "203.0.113.9"},
        {"127.0.0.1", "::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"},
        {"127.0.0.1", "198.51.100.7", "203.0.113.9", "198.51.100.7"},
        // What the client wrote itself stands at the left, and nobody vouches for it.
        {"127.0.0.1", "127.0.0.1", "10.9.9.9, 203.0.113.9", "203.0.113.9"},
        {"127.0.0.1, 10.0.0.0/8", "127.0.0.1", "203.0.113.9, 10.1.2.3", "203.0.113.9"},
        {"127.0.0.1,10.0.0.0/8", "127.0.0.1", "10.1.2.3", "10.1.2.3"},
        {"127.0.0.1", "127.0.0.1", "", "127.0.0.1"},
        {"127.0.0.1", "127.0.0.1", "evil\"<script>", "127.0.0.1"},
        {"127.0.0.1", "127.0.0.1", "203.0.113.9, unknown", "127.0.0.1"},
        {"fd00::/8", "fd12::1", "2001:db8::5", "2001:db8::5"},
        {"fd00::/8", "fe80::1", "2001:db8::5", "fe80::1"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.forwarded);
        CHECK(client_address(behind(row.proxies), row.peer, row.forwarded) == row.expected);
    }
}

TEST_CASE("entrance: what is no address, or no part of one, is refused") {
    for (const auto* text :
         {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "1.2.3", "10.0.0.1/"})
        CHECK_FALSE(parse_address_ranges(text));
    CHECK(parse_address_ranges("")->empty());
    CHECK(parse_address_ranges(" 10.0.0.1 ,, ::1 ")->size() == 2);
}

TEST_CASE("entrance: by another name than its own nobody comes in, by an address everybody does") {
    const auto inbox = entrance_for("https://Inbox.example", "0.0.0.0");
    for (const auto* host :
         {"inbox.example",
          "INBOX.EXAMPLE:443",
          "inbox.example.",
          "localhost:8080",
          "127.0.0.1",
          "192.168.1.4:8080",
          "[::1]:8080",
          "[2001:db8::1]"})
        CHECK(is_known_host(inbox, host));
    for (const auto* host :
         {"evil.example", "inbox.example.evil.example", "", "localhost.evil.example", "[evil]"})
        CHECK_FALSE(is_known_host(inbox, host));
    const auto local = entrance_for("http://localhost:8080", "127.0.0.1");
    CHECK_FALSE(is_known_host(local, "evil.example:8080"));
    CHECK(is_known_host(local, "localhost:8080"));
    // Nobody said how it is called, and it listens to all: it cannot know.
    CHECK(is_known_host(entrance_for("http://localhost:8080", "0.0.0.0"), "roost.lan:8080"));
}

TEST_CASE("entrance: only our own page may change something, and programs that are no page") {
    const auto inbox = entrance_for("https://inbox.example", "127.0.0.1");
    CHECK(is_own_origin(inbox, "", "inbox.example"));
    CHECK(is_own_origin(inbox, "https://inbox.example", "inbox.example"));
    CHECK(is_own_origin(inbox, "https://inbox.example", "127.0.0.1:8080"));  // a proxy changed the host
    CHECK(is_own_origin(inbox, "http://127.0.0.1:8080", "127.0.0.1:8080"));
    CHECK_FALSE(is_own_origin(inbox, "https://evil.example", "inbox.example"));
    CHECK_FALSE(is_own_origin(inbox, "https://inbox.example.evil.example", "inbox.example"));
    CHECK_FALSE(is_own_origin(inbox, "null", "inbox.example"));
    CHECK_FALSE(is_own_origin(inbox, "https://inbox.example:8443", "inbox.example"));
    CHECK(inbox.is_secure);
}

}  // namespace roost
