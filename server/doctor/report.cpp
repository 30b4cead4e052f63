#include "server/doctor/report.h"

#include <algorithm>
#include <array>

#include "server/doctor/judge.h"
#include "shared/base/utf8.h"
#include "shared/model/service_window.h"

namespace roost::doctor {

namespace {

constexpr std::size_t kTitleWidth = 22;
constexpr std::size_t kNameWidth = 28;
constexpr std::string_view kReset = "\033[0m";

struct Mark {
    std::string_view sign;
    std::string_view colour;
};

// In the order of Verdict: green, red, grey.
constexpr std::array<Mark, 3> kMarks{{{"✓", "\033[32m"}, {"✗", "\033[31m"}, {"–", "\033[90m"}}};

std::string sign_of(Verdict verdict, Colours colours) {
    const auto& mark = kMarks[static_cast<std::size_t>(verdict)];
    if (colours == Colours::kNone) return std::string(mark.sign);
    return std::string(mark.colour) + std::string(mark.sign) + std::string(kReset);
}

// `width` in characters; two spaces at least.
std::string padded(std::string text, std::size_t width) {
    const auto length = count_code_points(text);
    text.append(width > length + 2 ? width - length : 2, ' ');
    return text;
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what);
}

std::size_t count_of(const std::vector<Finding>& findings, Verdict verdict) {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(),
        findings.end(),
        [verdict](const Finding& finding) { return finding.verdict == verdict; }
    ));
}

std::string last_line(const std::vector<Finding>& findings) {
    const auto wrong = count_of(findings, Verdict::kBad);
    const auto unseen = count_of(findings, Verdict::kNotLooked);
    std::string text =
        wrong == 0 ? "Nothing is wrong" : counted(wrong, wrong == 1 ? "thing is" : "things are");
    if (wrong != 0) text += " wrong";
    if (unseen != 0) text += "; " + counted(unseen, unseen == 1 ? "was" : "were") + " not looked at";
    return text + ".\n";
}

bool is_open(const Conversation& conversation, UnixMillis now) {
    return service_window(conversation, now).state == WindowState::kOpen;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const bool is_c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;  // U+0080 … U+009F
        if (is_c1) ++i;
        if (is_c1 || byte < 0x20 || byte == 0x7F) {
            safe += ' ';
        } else {
            safe += text[i];
        }
    }
    return safe;
}

std::string write_text(const std::vector<Finding>& findings, Colours colours) {
    std::string text;
    for (const auto& finding : findings) {
        text += sign_of(finding.verdict, colours) + " ";
        text +=
            padded(std::string(check_title(finding.check)), kTitleWidth) + printable(finding.summary) + "\n";
        if (!finding.repair.empty()) {
            text += std::string(kTitleWidth + 2, ' ') + "→ " + printable(finding.repair) + "\n";
        }
    }
    return text + "\n" + last_line(findings);
}

Json write_json(const std::vector<Finding>& findings) {
    Json checks = Json::array();
    for (const auto& finding : findings) {
        Json one{
            {"check", check_name(finding.check)},
            {"verdict", verdict_name(finding.verdict)},
            {"summary", finding.summary}};
        if (!finding.repair.empty()) one["repair"] = finding.repair;
        if (!finding.details.empty()) one["details"] = finding.details;
        checks.push_back(std::move(one));
    }
    return Json{{"is_well", is_well(findings)}, {"checks", std::move(checks)}};
}

std::string write_text(const std::vector<Conversation>& conversations, UnixMillis now) {
    if (conversations.empty()) return "There are no conversations yet.\n";
    std::string text;
    for (const auto& conversation : conversations) {
        text += padded(printable(display_name(conversation)), kNameWidth);
        const auto ago = in_words(std::max<UnixMillis>(now - conversation.last.at, 0)) + " ago";
        text += padded(conversation.last.at == 0 ? "never" : ago, 16);
        text += padded(counted(static_cast<std::size_t>(conversation.unread), "unread"), 12);
        text += is_open(conversation, now) ? "window open\n" : "window closed\n";
    }
    return text;
}

Json write_json(const std::vector<Conversation>& conversations, UnixMillis now) {
    Json list = Json::array();
    for (const auto& conversation : conversations) {
        list.push_back(
            {{"name", display_name(conversation)},
             {"last_at", conversation.last.at == 0 ? Json() : Json(to_rfc3339(conversation.last.at))},
             {"unread", conversation.unread},
             {"window", is_open(conversation, now) ? "open" : "closed"}}
        );
    }
    return list;
}

}  // namespace roost::doctor
