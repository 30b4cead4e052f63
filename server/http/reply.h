// How results become HTTP replies: the only table of error codes and statuses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace roost {

int http_status(ErrorCode code);

// RFC 9457. `code` is the stable word for programs, `detail` the sentence for people.
Reply problem_reply(int status, std::string_view code, std::string_view detail);
// The same with one member more, which is JSON.
Reply problem_reply_with(
    int status, std::string_view code, std::string_view detail, std::string_view name, std::string_view json
);
Reply error_reply(const Error& error);

// 429: too many, or too fast; `seconds` until it may be tried again.
Reply wait_reply(std::int64_t seconds, std::string_view detail);

// What is wrong with one field of what was written; an empty field is the whole.
struct FieldProblem {
    std::string_view field;
    std::string_view code;
    std::string_view sentence;
};
// 422 with "fields": every one of them.
Reply field_reply(const std::vector<FieldProblem>& problems);

// `json` is a document already; never cached.
Reply json_reply(int status, std::string json);
Reply text_reply(int status, std::string text);
Reply empty_reply(int status);

}  // namespace roost
