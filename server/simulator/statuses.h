// What Meta tells about a message after it has accepted it (cloud-api §9.4). Pure.
#pragma once

#include <string>
#include <vector>

#include "server/simulator/identity.h"
#include "server/simulator/payload.h"
#include "server/simulator/script.h"

namespace roost::simulator {

struct SentMessage {
    std::string wamid;
    std::string to;     // wa_id
    std::string input;  // the recipient as the sender wrote it
    std::string type;
    std::string text;  // body or caption
    std::string
        file;  // what carries one, as JSON: {"id", "caption"?, "filename"?, "voice"?}; empty = no file
    std::string callback_data;
    std::string category;  // of a template, otherwise "service"
    UnixMillis at = 0;
    int failed_code = 0;  // 0 = it arrives
    bool reads = true;    // the customer lets read receipts out
};

struct TimedNews {
    News news;
    int after_ms = 0;
};

// In the order they are to be posted; `name` is the customer's, empty if it is not known.
std::vector<TimedNews> statuses_of(
    const SentMessage& message, std::string_view name, const Script& script, IdMaker& ids
);

// One `statuses` element, as for a failure that is told long after.
Json status_json(const SentMessage& message, std::string_view status, UnixMillis at);

}  // namespace roost::simulator
