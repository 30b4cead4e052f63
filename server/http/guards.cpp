#include "server/http/guards.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "server/http/message.h"
#include "shared/base/ids.h"

namespace roost {

namespace {

RequestFrame refused(int status, std::string_view reason) {
    RequestFrame frame;
    frame.state = RequestFrame::State::kRefused;
    frame.status = status;
    frame.reason = reason;
    return frame;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

struct RequestLine {
    std::string_view method;
    std::string_view target;
};

std::optional<RequestLine> read_request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (method.empty() || !std::all_of(method.begin(), method.end(), is_token_character)) return std::nullopt;
    if (target.empty() || target.front() != '/' || target.find(' ') != std::string_view::npos) {
        return std::nullopt;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return std::nullopt;
    return RequestLine{method, target};
}

// What the headers say about the body. `problem` is set as soon as one of them is refused.
struct HeaderFacts {
    std::optional<std::size_t> content_length;
    std::size_t expect_offset = 0;
    RequestFrame problem;
};

void read_header(std::string_view bytes, std::string_view line, HeaderFacts& facts) {
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    if (colon == std::string_view::npos || name.empty() ||
        !std::all_of(name.begin(), name.end(), is_token_character)) {
        facts.problem = refused(400, "A header line is malformed.");
        return;
    }
    const auto value = without_blanks(line.substr(colon + 1));
    if (has_hidden_control_character(value)) {
        facts.problem = refused(400, "A header holds a control character.");
    } else if (equals_ignoring_case(name, "Transfer-Encoding")) {
        facts.problem = refused(411, "Send the body with a Content-Length.");
    } else if (equals_ignoring_case(name, "Content-Length")) {
        const auto length = parse_decimal(value);
        if (!length || facts.content_length) {
            facts.problem = refused(400, "Content-Length must be one whole number.");
        } else {
            facts.content_length = static_cast<std::size_t>(*length);
        }
    } else if (equals_ignoring_case(name, "Expect")) {
        facts.expect_offset = static_cast<std::size_t>(line.data() - bytes.data());
    }
}

HeaderFacts read_headers(std::string_view bytes, std::string_view head) {
    HeaderFacts facts;
    std::size_t count = 0;
    while (!head.empty() && facts.problem.state != RequestFrame::State::kRefused) {
        const auto end = head.find("\r\n");
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        if (line.empty()) break;
        if (++count > kMaxHeaders) {
            facts.problem = refused(431, "There are too many headers.");
            break;
        }
        read_header(bytes, line, facts);
    }
    return facts;
}

}  // namespace

bool has_hidden_control_character(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_control)) return true;
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        const auto decoded = percent_decoded(text.substr(at, 3), PlusSign::kLiteral);
        if (decoded.size() == 1 && is_control(decoded.front())) return true;
    }
    return false;
}

RequestFrame frame_request(std::string_view bytes, const BodyLimit& limit) {
    const auto head_end = bytes.substr(0, kMaxHeadBytes).find("\r\n\r\n");
    if (head_end == std::string_view::npos) {
        return bytes.size() >= kMaxHeadBytes ? refused(431, "The head of the request is too large.")
                                             : RequestFrame{};
    }
    const auto head = bytes.substr(0, head_end + 4);
    const auto line_end = head.find("\r\n");
    if (line_end > kMaxTargetBytes) return refused(414, "The address is too long.");
    const auto line = read_request_line(head.substr(0, line_end));
    if (!line) return refused(400, "The request line is malformed.");
    if (has_hidden_control_character(line->target)) {
        return refused(400, "The address holds a control character.");
    }
    const auto facts = read_headers(bytes, head.substr(line_end + 2));
    if (facts.problem.state == RequestFrame::State::kRefused) return facts.problem;

    RequestFrame frame;
    frame.head_bytes = head.size();
    frame.body_bytes = facts.content_length.value_or(0);
    frame.expect_offset = facts.expect_offset;
    const auto rule = limit(line->method, line->target);
    if (frame.body_bytes > rule.limit) return refused(413, "The body is too large.");
    frame.is_upload = rule.is_upload;
    const bool is_whole = bytes.size() - frame.head_bytes >= frame.body_bytes;
    frame.state = is_whole ? RequestFrame::State::kWhole : RequestFrame::State::kNeedsBody;
    return frame;
}

}  // namespace roost
