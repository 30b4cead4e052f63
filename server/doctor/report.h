// The findings, for people and for programs. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/doctor/findings.h"
#include "shared/base/json.h"
#include "shared/model/conversation.h"

namespace roost::doctor {

enum class Colours { kNone, kTerminal };

// A line each with ✓, ✗ or –, the repair below it, and a last one that sums up.
std::string write_text(const std::vector<Finding>& findings, Colours colours);

// {"is_well", "checks": [{"check", "verdict", "summary", "repair"?, "details"?: {…}}]}
Json write_json(const std::vector<Finding>& findings);

// A line for each: who, when, how many unread, whether the 24-hour window is open. No word of what was
// written.
std::string write_text(const std::vector<Conversation>& conversations, UnixMillis now);
// [{"name", "last_at", "unread", "window": "open" | "closed"}]
Json write_json(const std::vector<Conversation>& conversations, UnixMillis now);

// Names come from customers and Meta: nothing in them may steer the terminal.
std::string printable(std::string_view text);

}  // namespace roost::doctor
