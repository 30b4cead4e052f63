// One number per message for rows, nodes and paragraphs.
#pragma once

#include <cstdint>
#include <string_view>

#include "client-wasm/ui/semantics.h"
#include "shared/model/message.h"

namespace roost {

// The same message keeps its key while it is an echo and after the server took it.
std::uint64_t message_key(const Message& message);
// The node of the message with this key in the log with that one.
ui::NodeKey message_node(ui::NodeKey log, std::uint64_t message_key);
// Names a text of a message; the same while ticks come and go, so that a selection lives on.
std::uint64_t paragraph_id(std::uint64_t message_key, std::string_view text);

}  // namespace roost
