#include "shared/base/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "shared/base/utf8.h"

namespace roost {

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

std::size_t plain_prefix(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_plain(text[length]))
        ++length;
    return length;
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15U];
}

}  // namespace

void JsonWriter::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    out_ += '{';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    out_ += '}';
    needs_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    out_ += '[';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    out_ += ']';
    needs_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    needs_comma_ = false;
    return *this;
}

void JsonWriter::append_escaped(std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = plain_prefix(text);
        out_.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) return;
        const char c = text.front();
        if (static_cast<unsigned char>(c) >= 0x80) {
            out_ += c;
        } else {
            append_escape(out_, c);
        }
        text.remove_prefix(1);
    }
}

JsonWriter& JsonWriter::string(std::string_view text) {
    separate();
    out_ += '"';
    const std::size_t plain = plain_prefix(text);
    out_.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (!text.empty()) {
        if (is_utf8(text)) {
            append_escaped(text);
        } else {
            append_escaped(to_valid_utf8(text));
        }
    }
    out_ += '"';
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out_.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::number(double number) {
    separate();
    out_ += std::isfinite(number) ? Json(number).dump() : std::string("null");
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::decimal(std::int64_t number) {
    separate();
    out_ += '"';
    needs_comma_ = false;
    integer(number);
    out_ += '"';
    return *this;
}

JsonWriter& JsonWriter::time(UnixMillis at) {
    separate();
    out_ += '"';
    out_ += to_rfc3339(at);
    out_ += '"';
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

JsonWriter& JsonWriter::text_member(std::string_view name, std::string_view text) {
    if (!text.empty()) key(name).string(text);
    return *this;
}

}  // namespace roost
