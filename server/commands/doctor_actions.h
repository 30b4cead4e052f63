// What `roost doctor` does on demand, beyond looking.
#pragma once

#include <string>

#include "server/doctor/observations.h"
#include "shared/base/json.h"
#include "shared/model/message.h"

namespace roost {

class Clock;

struct ActionOutcome {
    bool is_done = false;
    std::string sentence;  // what came of it, and what helps if it failed
    Json json = Json::object();
};

// Digits only. kInvalid unless there are 7 to 15 of them.
Result<std::string> read_number(std::string_view text);

// What goes to this number: a text while its 24-hour window is open, as far as the database knows, else the
// template hello_world (en_US), which Meta gives to every account.
Content test_content(const doctor::Observations& seen, const std::string& number);

// Straight through the Cloud API. Nothing is stored.
ActionOutcome send_test(const Config& config, const std::string& number, const Content& content);

// A message of a made-up customer called "Roost test", by the use case that takes in webhooks. Only while no
// server has the data: its writer, its events and its outbox must be the only ones.
ActionOutcome make_test_conversation(const Config& config, Clock& clock);

}  // namespace roost
