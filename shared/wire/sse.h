// Server-sent events: one frame out, an incremental reader in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"

namespace roost {

// "id: 42\ndata: {…}\n\n"; `data` holds no line breaks (JSON on one line).
std::string format_sse_event(EventSeq seq, std::string_view data);
// An event without id for control: "event: reset\ndata: …\n\n".
std::string format_sse_control(std::string_view name, std::string_view data);

struct SseFrame {
    std::string event;  // empty = "message"
    std::string id;     // the last id seen, as SSE says
    std::string data;

    bool operator==(const SseFrame&) const = default;
};

// Feed bytes cut anywhere; complete frames come out. Comments (heartbeats) yield nothing but count as life.
class SseReader {
  public:
    std::vector<SseFrame> feed(std::string_view bytes);
    void reset();

  private:
    void take_line(std::string_view line, std::vector<SseFrame>& out);

    std::string buffer_;
    SseFrame pending_;
    bool has_data_ = false;
    bool ended_with_cr_ = false;
};

}  // namespace roost
