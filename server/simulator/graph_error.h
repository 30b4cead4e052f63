// Meta's errors: numbers, HTTP statuses and the two shapes they are told in (cloud-api §1.1, §9.3, §12).
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"

namespace roost::simulator {

struct GraphError {
    int code = 0;
    int http_status = 400;
    int subcode = 0;  // 0 = none
    std::string type = "OAuthException";
    std::string message;  // as Meta words it, with "(#code) " where Meta puts it
    std::string details;
    std::string user_title = {};  // what Meta would have a person read
    std::string user_message = {};

    bool operator==(const GraphError&) const = default;
};

// HTTP status and wording come from Meta's table; 400 and a general wording for a number that is not in it.
GraphError graph_error(int code, std::string details = {});
// 100 with subcode 33: the object does not exist, or is not for this token.
GraphError unknown_object(std::string_view id);

// {"error":{…}}
Json envelope_of(const GraphError& error, std::string_view trace_id);
// The element of `errors` in a webhook.
Json webhook_error(const GraphError& error);

// True for what Meta mostly reports by a failed status after it has answered 200.
bool comes_as_status(int code);

}  // namespace roost::simulator
