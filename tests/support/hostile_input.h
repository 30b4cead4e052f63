// Requests that nobody sane would send, made from what a route says of itself, as a seed decides. The same
// seed makes the same requests.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/router.h"
#include "shared/base/json.h"
#include "tests/support/http_client.h"

namespace roost::test {

class HostileInput {
  public:
    // `bodies` are good ones, which are spoiled; at least one.
    HostileInput(std::uint64_t seed, std::vector<Json> bodies) : chance_(seed), bodies_(std::move(bodies)) {}

    // "/api/v1/messages/{id}" with something in place of each brace, and perhaps a query.
    std::string target_of(std::string_view pattern);
    // The route's own method, and now and then another.
    std::string method_of(const RouteFacts& route);
    HeaderList headers();
    // Whole, cut short, nested without end, or no JSON at all.
    std::string body();
    // The bytes of a request, some of them changed, doubled or gone.
    std::string spoiled(std::string request);

    // One of `count`, from 0.
    std::size_t pick(std::size_t count);
    bool one_in(std::size_t count) { return pick(count) == 0; }

  private:
    std::string value();
    Json json_value();
    void spoil(Json& json);
    void spoil_object(Json& json);

    std::mt19937_64 chance_;
    std::vector<Json> bodies_;
};

}  // namespace roost::test
