#include "shared/messages/one_line.h"

#include "shared/base/code_points.h"
#include "shared/base/utf8.h"
#include "shared/text/links.h"

namespace roost {

namespace {

bool breaks(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string one_line(std::string_view text, std::string_view fallback) {
    std::string line;
    line.reserve(text.size());
    bool is_space_due = false;
    for (text = trim(text); !text.empty();) {
        const CodePoint point = next_code_point(text);
        if (breaks(point.value)) {
            is_space_due = true;
        } else {
            if (is_space_due && !line.empty()) line += ' ';
            is_space_due = false;
            append_code_point(line, point.value);
        }
        text.remove_prefix(point.length);
    }
    return line.empty() ? std::string(fallback) : line;
}

std::string one_shown_line(std::string_view text, std::string_view fallback) {
    return one_line(text::shown_text(text), fallback);
}

}  // namespace roost
