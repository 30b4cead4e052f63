#include "shared/text/markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/text/letters.h"

namespace roost::text {

namespace {

constexpr std::string_view kFence = "```";
constexpr std::string_view kBullet = "• ";
constexpr std::size_t kMostNumberDigits = 3;

struct Sign {
    char letter;
    Mark mark;
};
constexpr std::array<Sign, 3> kSigns{{{'*', Mark::kBold}, {'_', Mark::kItalic}, {'~', Mark::kStrike}}};
// By index in kSigns: kinds that are open already, or known to have no counterpart further on.
using SignSet = std::array<bool, kSigns.size()>;

std::size_t sign_index(char c) {
    const auto found =
        std::find_if(kSigns.begin(), kSigns.end(), [c](const Sign& sign) { return sign.letter == c; });
    return static_cast<std::size_t>(found - kSigns.begin());
}

bool is_blank(std::string_view text) {
    return trim(text).empty();
}

// A piece of a line that holds no markup: code, or a link.
struct Opaque {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t sign_length = 0;  // of the back-ticks on either side
    const Link* link = nullptr;
};

struct LineStart {
    BlockKind kind = BlockKind::kPlain;
    std::size_t length = 0;  // of the marker as typed
};

LineStart line_start(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    LineStart start;
    if (line.starts_with("> ")) start = {BlockKind::kQuote, 2};
    if (line.starts_with("- ") || line.starts_with("* ")) start = {BlockKind::kBullet, 2};
    if (digits >= 1 && digits <= kMostNumberDigits && line.substr(digits).starts_with(". "))
        start = {BlockKind::kNumbered, digits + 2};
    return is_blank(line.substr(start.length)) ? LineStart{} : start;
}

// Writes one line: signs away, spans noted.
class LineWriter {
  public:
    LineWriter(std::string_view text, std::span<const Link> links, Formatted& out)
        : text_(text), links_(links), out_(out) {}

    void write(std::size_t begin, std::size_t end) {
        begin_ = begin;
        end_ = end;
        collect_opaque();
        write_range(begin, end, {});
    }

  private:
    bool is_at_word_start(std::size_t at) const {
        return at == begin_ || !is_word(code_point_before(text_, at));
    }
    bool is_at_word_end(std::size_t at) const { return at >= end_ || !is_word(code_point_at(text_, at)); }

    // Code in the order it stands; what it covers are no links.
    void collect_opaque() {
        opaque_.clear();
        may_open_code_ = true;
        const auto is_before = [](const Link& one, std::size_t at) { return one.begin < at; };
        auto link = std::lower_bound(links_.begin(), links_.end(), begin_, is_before);
        const auto add_links_before = [&](std::size_t at) {
            for (; link != links_.end() && link->begin < at; ++link) {
                if (opaque_.empty() || opaque_.back().end <= link->begin)
                    opaque_.push_back({link->begin, link->end, 0, &*link});
            }
        };
        const std::string_view line = text_.substr(0, end_);
        for (std::size_t at = line.find('`', begin_); at < end_;) {
            const Opaque code = code_at(at);
            if (code.sign_length > 0) {
                add_links_before(code.begin);
                opaque_.push_back(code);
            }
            at = line.find('`', code.end);
        }
        add_links_before(end_);
    }

    // Code that starts at these back-ticks. Without sign length: none does; what to skip.
    Opaque code_at(std::size_t at) {
        const std::string_view line = text_.substr(0, end_);
        const std::size_t length = line.substr(at).starts_with(kFence) ? kFence.size() : 1;
        const std::string_view sign = kFence.substr(0, length);
        const std::size_t inner = at + length;
        const Opaque none{at, inner, 0, nullptr};
        if (length == 1 && (!may_open_code_ || !is_at_word_start(at))) return none;
        std::size_t close = line.find(sign, inner + 1);
        while (length == 1 && close < end_ && !is_at_word_end(close + 1))
            close = line.find(sign, close + 1);
        if (length == 1 && close >= end_) may_open_code_ = false;  // nor has a later one a counterpart
        if (close >= end_ || is_blank(text_.substr(inner, close - inner))) return none;
        return {at, close + length, length, nullptr};
    }

    const Opaque* opaque_at(std::size_t at) const {
        const auto found =
            std::lower_bound(opaque_.begin(), opaque_.end(), at, [](const Opaque& one, std::size_t begin) {
                return one.begin < begin;
            });
        return found != opaque_.end() && found->begin == at ? &*found : nullptr;
    }

    bool opens(std::size_t at, std::size_t end) const {
        if (at + 1 >= end || text_[at + 1] == text_[at]) return false;
        return is_at_word_start(at) && !is_space(code_point_at(text_, at + 1));
    }

    // Where the sign at `at` has its counterpart; `end` if nowhere.
    std::size_t closing(std::size_t at, std::size_t end) const {
        for (std::size_t i = at + 1; i < end;) {
            if (const Opaque* opaque = opaque_at(i)) {
                i = opaque->end;
                continue;
            }
            const bool is_sign = text_[i] == text_[at] && i > at + 1;
            if (is_sign && !is_space(code_point_before(text_, i)) && is_at_word_end(i + 1)) return i;
            ++i;
        }
        return end;
    }

    void write_opaque(const Opaque& opaque) {
        const std::size_t begin = out_.text.size();
        const std::size_t inner = opaque.begin + opaque.sign_length;
        out_.text.append(text_.substr(inner, opaque.end - opaque.sign_length - inner));
        const Mark mark = opaque.link != nullptr ? Mark::kLink : Mark::kCode;
        out_.spans.push_back(
            {mark, begin, out_.text.size(), opaque.link != nullptr ? opaque.link->href : std::string()}
        );
    }

    void write_range(std::size_t begin, std::size_t end, SignSet is_closed_to) {
        for (std::size_t at = begin; at < end;) {
            if (const Opaque* opaque = opaque_at(at)) {
                write_opaque(*opaque);
                at = opaque->end;
                continue;
            }
            const std::size_t sign = sign_index(text_[at]);
            if (sign < kSigns.size() && !is_closed_to[sign] && opens(at, end)) {
                const std::size_t close = closing(at, end);
                if (close < end) {
                    write_marked(at, close, sign, is_closed_to);
                    at = close + 1;
                    continue;
                }
                is_closed_to[sign] = true;  // nor has a later one: spares looking again
            }
            out_.text += text_[at++];
        }
    }

    // At most one level for each kind of sign.
    void write_marked(std::size_t open, std::size_t close, std::size_t sign, SignSet is_closed_to) {
        const std::size_t span = out_.spans.size();
        out_.spans.push_back({kSigns[sign].mark, out_.text.size(), 0, {}});
        is_closed_to[sign] = true;
        write_range(open + 1, close, is_closed_to);
        out_.spans[span].end = out_.text.size();
    }

    std::string_view text_;
    std::span<const Link> links_;
    Formatted& out_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::vector<Opaque> opaque_;
    bool may_open_code_ = true;
};

struct Fence {
    std::size_t open = 0;
    std::size_t close = 0;
};

class BlockWriter {
  public:
    BlockWriter(std::string_view text, std::span<const Link> links) : text_(text), line_(text, links, out_) {}

    Formatted write() {
        if (text_.empty()) return {};
        for (std::size_t at = 0; at <= text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            const auto fence = block_fence(at, end);
            if (fence) {
                at = write_code(*fence, at);
            } else {
                write_line(at, end);
                at = end + 1;
            }
        }
        return std::move(out_);
    }

  private:
    // Code that is a block of its own and starts in this line.
    std::optional<Fence> block_fence(std::size_t begin, std::size_t end) const {
        for (std::size_t from = begin;;) {
            const std::size_t open = text_.substr(0, end).find(kFence, from);
            if (open == std::string_view::npos) return std::nullopt;
            const std::size_t inner = open + kFence.size();
            const std::size_t close = text_.find(kFence, inner);
            if (close == std::string_view::npos) return std::nullopt;
            const bool has_content = !is_blank(text_.substr(inner, close - inner));
            const bool is_alone = open == begin && close + kFence.size() == end;
            if (has_content && (close >= end || is_alone)) return Fence{open, close};
            if (close >= end) return std::nullopt;
            from = has_content ? close + kFence.size() : close;
        }
    }

    // Where to go on.
    std::size_t write_code(const Fence& fence, std::size_t line_begin) {
        if (!is_blank(text_.substr(line_begin, fence.open - line_begin))) write_line(line_begin, fence.open);
        std::string_view code = text_.substr(fence.open + kFence.size());
        code = code.substr(0, fence.close - fence.open - kFence.size());
        if (code.starts_with('\n')) code.remove_prefix(1);
        if (code.ends_with('\n')) code.remove_suffix(1);
        Block& block = begin_line({BlockKind::kCode, 0}, "");
        out_.text.append(code);
        block.end = out_.text.size();
        std::size_t after = fence.close + kFence.size();
        while (after < text_.size() && text_[after] == ' ')
            ++after;
        return after == text_.size() || text_[after] == '\n' ? after + 1 : after;
    }

    Block& begin_line(LineStart start, std::string_view marker) {
        const bool goes_on = start.kind == BlockKind::kPlain || start.kind == BlockKind::kQuote;
        if (!out_.blocks.empty()) out_.text += '\n';
        if (!goes_on || out_.blocks.empty() || out_.blocks.back().kind != start.kind) {
            const std::size_t begin = out_.text.size();
            out_.text.append(marker);
            out_.blocks.push_back({start.kind, begin, begin, out_.text.size()});
        }
        return out_.blocks.back();
    }

    void write_line(std::size_t begin, std::size_t end) {
        const std::string_view line = text_.substr(begin, end - begin);
        const LineStart start = line_start(line);
        std::string_view marker;
        if (start.kind == BlockKind::kBullet) marker = kBullet;
        if (start.kind == BlockKind::kNumbered) marker = line.substr(0, start.length);
        Block& block = begin_line(start, marker);
        line_.write(begin + start.length, end);
        block.end = out_.text.size();
    }

    std::string_view text_;
    Formatted out_;
    LineWriter line_;
};

}  // namespace

Formatted plain_text(std::string_view text) {
    Formatted plain;
    plain.text = std::string(text);
    if (!text.empty()) plain.blocks.push_back({BlockKind::kPlain, 0, text.size(), 0});
    return plain;
}

Formatted parse_markup(std::string_view text, std::span<const Link> links) {
    return BlockWriter(text, links).write();
}

}  // namespace roost::text
