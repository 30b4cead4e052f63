#include "server/doctor/judge.h"

#include <cctype>
#include <string_view>
#include <utility>

namespace roost::doctor {

namespace {

void redact_in(Json& details, const std::vector<std::string>& secrets) {
    for (Json& one : details) {
        if (one.is_structured()) redact_in(one, secrets);
        if (one.is_string()) one = redact(one.get<std::string>(), secrets);
    }
}

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Not a part of another word.
bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    return begins && (at + size == text.size() || !is_letter(text[at + size]));
}

void redact_one(std::string& text, std::string_view secret) {
    constexpr std::string_view kHidden = "…";
    constexpr std::size_t kShort =
        8;  // may be a word, "roost", and hiding parts of words would leave nothing to read
    for (auto at = text.find(secret); at != std::string::npos;) {
        const bool is_hidden = secret.size() >= kShort || stands_alone(text, at, secret.size());
        if (is_hidden) text.replace(at, secret.size(), kHidden);
        at = text.find(secret, at + (is_hidden ? kHidden.size() : 1));
    }
}

}  // namespace

std::string redact(std::string text, const std::vector<std::string>& secrets) {
    for (const auto& secret : secrets)
        if (!secret.empty()) redact_one(text, secret);
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::vector<Finding> judge(const Observations& seen) {
    std::vector<Finding> findings{
        judge_settings(seen.settings),
        judge_folder(seen),
        judge_disk(seen),
        judge_database(seen),
        judge_clock(seen),
        judge_graph(seen),
        judge_token(seen),
        judge_scopes(seen),
        judge_number(seen),
        judge_account(seen),
        judge_subscription(seen),
        judge_certificate(seen),
        judge_callback(seen),
        judge_last_webhook(seen)};
    const auto secrets = secrets_of(seen.config);
    for (auto& finding : findings) {
        finding.summary = redact(std::move(finding.summary), secrets);
        finding.repair = redact(std::move(finding.repair), secrets);
        redact_in(finding.details, secrets);
    }
    return findings;
}

}  // namespace roost::doctor
