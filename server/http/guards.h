// What is refused before the HTTP library or any of our code looks at a request. Pure.
//
// The library at 0.18.7 has weaknesses that are closed here and nowhere else: it reads chunked bodies without
// a bound, decodes %0d%0a in header values to a real line break, goes on reading after a head it could not
// parse, and lets a slow sender hold a thread. So the server collects bytes itself and hands a request on
// only when `frame_request` says that it is whole and well-formed.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace roost {

inline constexpr std::size_t kMaxHeadBytes = std::size_t{16} * 1024;
inline constexpr std::size_t kMaxHeaders = 64;
inline constexpr std::size_t kMaxTargetBytes = std::size_t{4} * 1024;

struct RequestFrame {
    enum class State {
        kNeedsHead,  // the head has not ended yet
        kNeedsBody,  // the head is good and says how much is to come
        kWhole,
        kRefused,  // answer `status` and close: what follows on the connection cannot be trusted
    };
    State state = State::kNeedsHead;
    int status = 0;
    std::string_view reason;        // a sentence; never holds anything of the request
    std::size_t head_bytes = 0;     // with the empty line
    std::size_t body_bytes = 0;     // as announced
    bool is_upload = false;         // the body is handed on as it comes: kWhole is not waited for
    std::size_t expect_offset = 0;  // where "Expect: 100-continue" starts; 0 = not asked for
};

// What body this method and target (with its query) may have.
struct BodyRule {
    std::size_t limit = 0;
    bool is_upload = false;
};
using BodyLimit = std::function<BodyRule(std::string_view method, std::string_view target)>;

RequestFrame frame_request(std::string_view bytes, const BodyLimit& limit);

// No control characters, plain or percent-encoded, that the library could decode into a header or a path.
bool has_hidden_control_character(std::string_view text);

}  // namespace roost
