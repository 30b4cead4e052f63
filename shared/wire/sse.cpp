#include "shared/wire/sse.h"

#include <utility>

namespace roost {

std::string format_sse_event(EventSeq seq, std::string_view data) {
    std::string text;
    text.reserve(data.size() + 40);
    text += "id: ";
    text += to_string(seq);
    text += "\ndata: ";
    text += data;
    text += "\n\n";
    return text;
}

std::string format_sse_control(std::string_view name, std::string_view data) {
    std::string text = "event: ";
    text += name;
    text += "\ndata: ";
    text += data;
    text += "\n\n";
    return text;
}

std::vector<SseFrame> SseReader::feed(std::string_view bytes) {
    std::vector<SseFrame> frames;
    // A line may end in "\r\n" with the two bytes in two pieces.
    if (ended_with_cr_ && !bytes.empty() && bytes.front() == '\n') bytes.remove_prefix(1);
    if (!bytes.empty()) ended_with_cr_ = false;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find_first_of("\r\n");
        buffer_ += bytes.substr(0, end);
        if (end == std::string_view::npos) return frames;
        const bool is_cr = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (is_cr && bytes.empty()) ended_with_cr_ = true;
        if (is_cr && !bytes.empty() && bytes.front() == '\n') bytes.remove_prefix(1);
        take_line(std::exchange(buffer_, {}), frames);
    }
    return frames;
}

void SseReader::reset() {
    *this = SseReader();
}

void SseReader::take_line(std::string_view line, std::vector<SseFrame>& out) {
    if (line.empty()) {
        if (has_data_) out.push_back(pending_);
        pending_.event.clear();
        pending_.data.clear();
        has_data_ = false;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    if (field == "data") {
        if (has_data_) pending_.data += '\n';
        pending_.data += value;
        has_data_ = true;
    } else if (field == "event") {
        pending_.event = value;
    } else if (field == "id" && value.find('\0') == std::string_view::npos) {
        pending_.id = value;
    }
}

}  // namespace roost
