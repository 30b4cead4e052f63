// What a customer writes, from the control API's words to Meta's. Pure.
#pragma once

#include <string>

#include "server/simulator/account.h"
#include "shared/base/result.h"

namespace roost::simulator {

struct Inbound {
    std::string customer;  // wa_id, or the business-scoped id of who shows no number
    std::string name;
    std::string wamid;
    UnixMillis at = 0;
    News news;
};

// {"from" | "user_id", "name"?, "text" | "type" + its body | "message": {as Meta has it}, "id"?,
// "timestamp"?, "seconds_ago"?, "context"?, "referral"?}. A media body without "id" gets a file made of its
// "base64", or one that is made here. kInvalid naming what is missing or wrong. The file and the window are
// noted in `account`.
Result<Inbound> receive_from_customer(
    Account& account, const Json& said, std::string_view base_url, UnixMillis now
);

// A media body in `message` that names no file yet gets one: of its "base64", else one that is made here.
// Kept in `account`.
void give_file(Account& account, Json& message, std::string_view base_url, UnixMillis now);

// A text message, as the demo and bursts write it.
Inbound customer_message(
    Account& account,
    const std::string& wa_id,
    const std::string& name,
    Json content,  // {"type", <type>: {…}, "context"?}
    UnixMillis at
);
Json text_content(std::string_view text);

}  // namespace roost::simulator
