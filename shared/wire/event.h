// Events as text: what the log stores and the stream carries.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/model/event.h"

namespace roost {

// The JSON of the payload, {"type": kName, …}; the seq travels beside it (SSE id, database key). Hot path:
// append-only.
std::string write_event_payload(const EventPayload& payload);
// kInvalid for malformed text; an unknown type is kInvalid too and the reader goes on with the next event.
Result<Event> read_event(EventSeq seq, std::string_view payload_json);

}  // namespace roost
