#include <algorithm>
#include <array>

#include "shared/base/utf8.h"
#include "shared/wire/field_checks.h"
#include "shared/wire/template_proposal.h"

namespace roost {

namespace {

using enum ProposalFault;
using Kind = TemplateButton::Kind;

bool is_snake_case(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

bool is_gap_name(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && is_snake_case(name);
}

bool is_dialled(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    return text.size() >= 5 && is_gap_number(text);
}

// Of people who write without blanks: U+3000 to U+9FFF, Thai.
bool is_sign(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(at);
    return (lead >= 0xE3U && lead <= 0xE9U) || (lead == 0xE0U && (byte(at + 1) & 0xFEU) == 0xB8U);
}

// Words that are not gaps; a sign is one.
std::size_t count_words(std::string_view body) {
    const std::string text = without_gaps(body, [](const Gap&) { return std::string("\x01"); });
    std::size_t words = 0;
    std::size_t signs = 0;
    bool has_letters = false;
    bool has_gap = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (c == ' ' || c == '\n' || c == '\t') {
            words += signs > 0 ? signs : has_letters && !has_gap ? 1U : 0U;
            signs = 0;
            has_letters = has_gap = false;
            continue;
        }
        (c == '\x01' ? has_gap : has_letters) = true;
        if (is_sign(text, i)) ++signs;
    }
    return words;
}

class Checking {
  public:
    explicit Checking(const MessageTemplate& proposal) : of_(proposal) {}

    std::vector<ProposalProblem> all() {
        check_frame();
        check_header();
        check_body();
        check_line("footer", of_.part.footer, kLongestTemplateLine);
        if (!gaps_in(of_.part.footer).empty()) add("footer", kGapForbidden);
        check_buttons();
        return std::move(problems_);
    }

  private:
    void add(const std::string& field, ProposalFault fault, std::size_t limit = 0) {
        const auto is_same = [&](const ProposalProblem& one) { return one.field == field; };
        if (std::any_of(problems_.begin(), problems_.end(), is_same)) return;
        problems_.push_back({field, fault, static_cast<std::int64_t>(limit)});
    }

    void check_frame() {
        check_needed("name", of_.name, kLongestTemplateName);
        if (!is_snake_case(of_.name)) add("name", kName);
        if (of_.language.empty()) add("language", kMissing);
        static constexpr std::array<std::string_view, 3> kCategories{
            "UTILITY", "MARKETING", "AUTHENTICATION"};
        if (of_.category.empty()) add("category", kMissing);
        if (std::find(kCategories.begin(), kCategories.end(), of_.category) == kCategories.end())
            add("category", kUnknown);
    }

    void check_length(const std::string& field, std::string_view text, std::size_t limit) {
        if (count_utf16_units(text) > limit) add(field, kTooLong, limit);
    }
    void check_needed(const std::string& field, std::string_view text, std::size_t limit) {
        if (trim(text).empty()) add(field, kMissing);
        check_length(field, text, limit);
    }
    void check_line(const std::string& field, std::string_view text, std::size_t limit) {
        check_length(field, text, limit);
        if (text.find_first_of("\r\n") != std::string_view::npos) add(field, kLineBreak);
    }

    // Names, numbers and samples of a text's gaps.
    void check_gaps(const std::string& field, std::string_view text) {
        const std::vector<std::string> gaps = gaps_as_counted(text);
        const auto numbers = static_cast<std::size_t>(std::count_if(gaps.begin(), gaps.end(), is_gap_number));
        const bool is_mixed = numbers != (of_.is_named ? 0 : gaps.size());
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            if (!is_gap_number(gaps[i]) && !is_gap_name(gaps[i])) add(field, kGapName);
            if (!is_mixed && !of_.is_named && gaps[i] != std::to_string(i + 1)) add(field, kGapOrder);
        }
        if (is_mixed) add(field, kGapsMixed);
        for (const std::string& gap : gaps)
            check_sample(std::string(field).append(".").append(gap));
    }

    void check_sample(const std::string& slot) {
        const auto sample = of_.examples.find(slot);
        if (sample == of_.examples.end() || trim(sample->second).empty()) add("sample." + slot, kMissing);
    }

    void check_header() {
        if (is_media(of_.part.header)) check_sample("header");
        if (of_.part.header != TemplateHeader::kText) return;
        check_needed("header", of_.part.title, kLongestTemplateLine);
        check_line("header", of_.part.title, kLongestTemplateLine);
        if (gaps_in(of_.part.title).size() > 1) add("header", kTooMany, 1);
        check_gaps("header", of_.part.title);
    }

    void check_body() {
        // Meta has the words of one that carries a code itself.
        if (of_.category == "AUTHENTICATION" && of_.part.body.empty()) return;
        check_needed("body", of_.part.body, kLongestTemplateBody);
        const std::string_view body = trim(of_.part.body);
        const std::size_t gaps = gaps_in(body).size();
        if (gaps > 0 && (next_gap(body, 0).begin == 0 || body.ends_with("}}"))) add("body", kGapAtEdge);
        const std::size_t least = 2 * gaps + 1;
        check_gaps("body", of_.part.body);
        if (gaps > 0 && count_words(body) < least) add("body", kTooFewWords, least);
    }

    void check_buttons() {
        const auto& buttons = of_.part.buttons;
        const auto count = [&](Kind kind) {
            return std::count_if(buttons.begin(), buttons.end(), [&](const auto& b) {
                return b.kind == kind;
            });
        };
        if (buttons.size() > kMostTemplateButtons) add("buttons", kTooMany, kMostTemplateButtons);
        if (count(Kind::kUrl) > static_cast<std::ptrdiff_t>(kMostTemplateUrls))
            add("buttons", kTooMany, kMostTemplateUrls);
        if (count(Kind::kPhone) > 1 || count(Kind::kCode) > 1) add("buttons", kTooMany, 1);
        std::size_t runs = 0;
        for (std::size_t i = 0; i < buttons.size(); ++i) {
            const bool begins = i == 0 || buttons[i - 1].kind != Kind::kReply;
            if (buttons[i].kind == Kind::kReply && begins) ++runs;
            check_button(buttons[i], "button." + std::to_string(i));
        }
        if (runs > 1) add("buttons", kApart);
    }

    void check_button(const TemplateButton& button, const std::string& place) {
        if (button.kind > Kind::kCode) return;
        if (button.kind == Kind::kCode) {
            check_sample(place);
            const auto sample = of_.examples.find(place);
            if (sample != of_.examples.end())
                check_length("sample." + place, sample->second, kLongestTemplateCode);
            return;
        }
        const std::string label = place + ".text";
        check_needed(label, button.text, kLongestTemplateLabel);
        check_line(label, button.text, kLongestTemplateLabel);
        if (!gaps_in(button.text).empty()) add(label, kGapForbidden);
        if (button.kind == Kind::kPhone) check_phone(button.target, place + ".target");
        if (button.kind == Kind::kUrl) check_url(button.target, place);
    }

    void check_phone(std::string_view number, const std::string& field) {
        check_needed(field, number, kLongestTemplatePhone);
        if (!is_dialled(number)) add(field, kPhone);
    }

    void check_url(std::string_view url, const std::string& place) {
        const std::string field = place + ".target";
        check_needed(field, url, kLongestTemplateUrl);
        if (!is_web_address(url)) add(field, kAddress);
        const std::vector<std::string> gaps = gaps_in(url);
        if (gaps.empty()) return;
        if (gaps.size() > 1 || gaps.front() != "1" || !url.ends_with("}}")) add(field, kGapNotLast);
        check_sample(place);
    }

    const MessageTemplate& of_;
    std::vector<ProposalProblem> problems_;
};

// In the order of ProposalFault: its name, and what is said after the field's.
struct Saying {
    std::string_view name;
    std::string_view sentence;
};
constexpr auto kSayings = std::to_array<Saying>({
    {"missing", "is missing"},
    {"too_long", "may have at most # characters"},
    {"too_many", "may have at most #"},
    {"name", "takes lower case letters, digits and _ only"},
    {"line_break", "must stand on one line"},
    {"gap_forbidden", "cannot have parameters"},
    {"gap_order", "must number its parameters from 1 without a hole"},
    {"gap_name", "has a parameter whose name is not lower case letters, digits and _"},
    {"gaps_mixed", "has parameters with numbers beside parameters with names"},
    {"gap_at_edge", "cannot begin or end with a parameter"},
    {"gap_not_last", "takes one parameter, {{1}}, at its end"},
    {"too_few_words", "needs at least # words beside its parameters"},
    {"apart", "must have the quick replies beside each other"},
    {"address", "must be an address that begins with https:// or http://"},
    {"phone", "must be a telephone number with its country's code"},
    {"unknown", "is none that Meta has"},
});

}  // namespace

std::vector<ProposalProblem> check_proposal(const MessageTemplate& proposal) {
    return Checking(proposal).all();
}

std::string_view fault_name(ProposalFault fault) {
    return kSayings.at(static_cast<std::size_t>(fault)).name;
}

std::string english(const ProposalProblem& problem) {
    std::string sentence(kSayings.at(static_cast<std::size_t>(problem.fault)).sentence);
    const auto number = sentence.find('#');
    if (number != std::string::npos) sentence.replace(number, 1, std::to_string(problem.limit));
    return "'" + problem.field + "' " + sentence;
}

}  // namespace roost
