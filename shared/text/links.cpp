#include "shared/text/links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/text/letters.h"
#include "shared/text/link_parts.h"

namespace roost::text {

namespace {

constexpr std::size_t kLongestMailbox = 64;

char32_t lower(char32_t c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
               return static_cast<char32_t>(a) == lower(static_cast<unsigned char>(b));
           });
}

bool is_one_of(char32_t c, std::u32string_view these) {
    return these.find(c) != std::u32string_view::npos;
}

bool ends_address(char32_t c) {
    const bool is_wide_sign = (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3030) ||
                              (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
    return c <= 0x20 || c == 0x7F || is_space(c) || is_wide_sign || is_one_of(c, U"<>\"`“”„«»‹›");
}

bool is_plain(char32_t c) {
    return c < 0x80 && is_word(c);
}

// Behind what belongs to the address if every sign in it did.
std::size_t address_end(std::string_view text, std::size_t at) {
    char32_t before = 0;
    while (at < text.size()) {
        const char32_t c = code_point_at(text, at);
        // "/wiki/中国" is a path, "/path谢谢" a path and a word.
        if (ends_address(c) || (is_unspaced_letter(c) && is_plain(before))) break;
        before = c;
        at += length_at(text, at);
    }
    return at;
}

// A bracket belongs to the address only if it was opened there.
std::size_t without_trailing(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::array<std::string_view, 3> kPairs{"()", "[]", "{}"};
    const std::string_view address = text.substr(begin, end - begin);
    std::array<std::ptrdiff_t, kPairs.size()> unopened{};
    for (std::size_t i = 0; i < kPairs.size(); ++i) {
        unopened.at(i) = std::count(address.begin(), address.end(), kPairs.at(i)[1]) -
                         std::count(address.begin(), address.end(), kPairs.at(i)[0]);
    }
    while (end > begin) {
        const char32_t last = code_point_before(text, end);
        const auto pair = std::find_if(kPairs.begin(), kPairs.end(), [last](std::string_view one) {
            return static_cast<char32_t>(one[1]) == last;
        });
        if (pair != kPairs.end()) {
            if (unopened.at(static_cast<std::size_t>(pair - kPairs.begin()))-- <= 0) break;
        } else if (!is_one_of(last, U".,;:!?'’‘…*_~|([{،؛؟۔।॥·\uFE0F")) {
            break;
        }
        end -= length_before(text, end);
    }
    return end;
}

Link link_of(std::string_view text, std::size_t begin, std::size_t end, std::string_view scheme) {
    return {begin, end, std::string(scheme).append(text.substr(begin, end - begin))};
}

std::optional<Link> find_web_address(std::string_view text, std::size_t begin) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!starts_with_ignoring_case(text.substr(begin), scheme)) continue;
        const std::size_t host = begin + scheme.size();
        const char32_t first = code_point_at(text, host);
        if (!is_word(first) && !is_unspaced_letter(first)) return std::nullopt;
        return link_of(text, begin, without_trailing(text, host, address_end(text, host)), "");
    }
    return std::nullopt;
}

// Not in the middle of something longer. An underscore may open italics.
bool may_start_address(std::string_view text, std::size_t at) {
    const char32_t before = code_point_before(text, at);
    if (before == '_') return !is_word(code_point_before(text, at - 1));
    return !is_word(before) && !is_one_of(before, U".-+@/\\");
}

bool goes_on(std::string_view text, std::size_t end) {
    const char32_t next = code_point_at(text, end);
    if (next == '@' || is_word(next)) return true;
    return next == '_' && is_word(code_point_at(text, end + 1));
}

// Back to the last label that is no new sentence: "x.com.Then" has a space missing.
std::optional<Host> host_within_sentence(std::string_view text, std::size_t begin) {
    auto host = read_host(text, begin);
    while (host && !has_known_ending(*host)) {
        const char first = host->last.front();
        if (first < 'A' || first > 'Z') return std::nullopt;
        host = read_host(text.substr(0, host->end - host->last.size() - 1), begin);
    }
    return host;
}

std::optional<Link> find_bare_address(std::string_view text, std::size_t begin) {
    const bool has_www = starts_with_ignoring_case(text.substr(begin), "www.");
    const auto host = has_www ? read_host(text, begin) : host_within_sentence(text, begin);
    if (!host || goes_on(text, host->end) || (has_www && host->labels < 3)) return std::nullopt;
    std::size_t end = host->end;
    if (code_point_at(text, end) == ':' && digit_value(code_point_at(text, end + 1)) >= 0) {
        for (++end; end < text.size() && text[end] >= '0' && text[end] <= '9';)
            ++end;
    }
    const bool has_path = is_one_of(code_point_at(text, end), U"/?#") && end < text.size();
    if (!has_www) {
        const bool is_number =
            std::all_of(host->first.begin(), host->first.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (is_number && host->last != "com" && host->last != "cn") return std::nullopt;
        // "org.example" is a package.
        if (host->labels > 2 && is_country_or_generic(host->first) && host->first.size() == 3)
            return std::nullopt;
        if (!has_path && is_file_ending(host->last)) return std::nullopt;
    }
    if (has_path) end = std::max(end, without_trailing(text, host->end, address_end(text, end)));
    return link_of(text, begin, end, "https://");
}

// Behind the letters that a mailbox may have.
std::size_t mailbox_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const char32_t c = code_point_at(text, at);
        if (!is_word(c) && !is_one_of(c, U"._+-%")) break;
        at += length_at(text, at);
    }
    return at;
}

std::optional<Link> find_mail_address(std::string_view text, std::size_t begin, std::size_t mailbox) {
    const std::string_view name = text.substr(begin, mailbox - begin);
    if (mailbox >= text.size() || text[mailbox] != '@' || name.size() > kLongestMailbox) return std::nullopt;
    if (name.empty() || name.ends_with('.') || name.find("..") != std::string_view::npos) return std::nullopt;
    const auto host = read_host(text, mailbox + 1);
    if (!host || goes_on(text, host->end)) return std::nullopt;
    const bool has_letters = std::none_of(host->last.begin(), host->last.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-';
    });
    if (!has_letters || host->last.size() < 2) return std::nullopt;
    return link_of(text, begin, host->end, "mailto:");
}

class LinkFinder {
  public:
    explicit LinkFinder(std::string_view text) : text_(text) {}

    std::vector<Link> find() {
        for (std::size_t at = 0; at < text_.size();) {
            auto link = link_at(at);
            if (link) {
                at = link->end;
                links_.push_back(std::move(*link));
            } else {
                at = next_start(at);
            }
        }
        return std::move(links_);
    }

  private:
    std::optional<Link> link_at(std::size_t at) {
        const char32_t c = code_point_at(text_, at);
        std::optional<Link> link;
        if (c == 'h' || c == 'H') link = find_web_address(text_, at);
        if (!link && (is_word(c) || is_unspaced_letter(c)) && may_start_address(text_, at)) {
            link = find_mail(at);
            if (!link) link = find_bare_address(text_, at);
        }
        const bool is_number = c == '+' || c == '(' || digit_value(c) >= 0;
        return !link && is_number ? find_phone_number(text_, at) : link;
    }

    // What was searched for an @ in vain is not searched again.
    std::optional<Link> find_mail(std::size_t at) {
        if (at < no_mail_before_) return std::nullopt;
        const std::size_t mailbox = mailbox_end(text_, at);
        auto link = find_mail_address(text_, at, mailbox);
        if (!link) no_mail_before_ = mailbox;
        return link;
    }

    // Nothing starts inside a word.
    std::size_t next_start(std::size_t at) const {
        const bool is_in_word = is_word(code_point_at(text_, at));
        at += length_at(text_, at);
        while (is_in_word && at < text_.size() && is_word(code_point_at(text_, at)))
            at += length_at(text_, at);
        return at;
    }

    std::string_view text_;
    std::vector<Link> links_;
    std::size_t no_mail_before_ = 0;
};

}  // namespace

std::vector<Link> find_links(std::string_view text) {
    return LinkFinder(text).find();
}

bool has_web_link(std::string_view text) {
    if (text.find("http") == std::string_view::npos) return false;
    const std::vector<Link> links = find_links(text);
    return std::any_of(links.begin(), links.end(), [text](const Link& link) {
        const std::string_view typed = text.substr(link.begin, link.end - link.begin);
        return typed.starts_with("http://") || typed.starts_with("https://");
    });
}

Formatted format_text(std::string_view text) {
    return parse_markup(text, find_links(text));
}

std::string shown_text(std::string_view text) {
    constexpr std::string_view kSigns = "*_~`->";
    const bool has_signs = text.find_first_of(kSigns) != std::string_view::npos;
    return has_signs ? format_text(text).text : std::string(text);
}

}  // namespace roost::text
