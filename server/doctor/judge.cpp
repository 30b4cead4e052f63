#include "server/doctor/judge.h"

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

}  // namespace

std::string redact(std::string text, const std::vector<std::string>& secrets) {
    for (const auto& secret : secrets) {
        if (secret.empty()) continue;
        constexpr std::string_view kHidden = "…";
        for (auto at = text.find(secret); at != std::string::npos;
             at = text.find(secret, at + kHidden.size()))
            text.replace(at, secret.size(), kHidden);
    }
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
