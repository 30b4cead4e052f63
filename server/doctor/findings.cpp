#include "server/doctor/findings.h"

#include <algorithm>
#include <utility>

namespace roost::doctor {

namespace {

struct Names {
    std::string_view name;
    std::string_view title;
};

// In the order of Check.
constexpr auto kNames = std::to_array<Names>({
    {"configuration", "configuration"},
    {"data_folder", "data folder"},
    {"disk", "disk"},
    {"database", "database"},
    {"clock", "clock"},
    {"graph", "Meta's Graph API"},
    {"token", "access token"},
    {"scopes", "permissions"},
    {"number", "number"},
    {"business_account", "business account"},
    {"webhook_subscription", "webhook subscription"},
    {"certificate", "certificate"},
    {"callback", "callback address"},
    {"last_webhook", "last webhook"},
});
static_assert(kNames.size() == static_cast<std::size_t>(Check::kLastWebhook) + 1);

}  // namespace

std::string_view check_name(Check check) {
    return kNames[static_cast<std::size_t>(check)].name;
}

std::string_view check_title(Check check) {
    return kNames[static_cast<std::size_t>(check)].title;
}

std::string_view verdict_name(Verdict verdict) {
    constexpr std::array<std::string_view, 3> kVerdicts{"good", "bad", "not_looked_at"};
    return kVerdicts[static_cast<std::size_t>(verdict)];
}

Finding bad(Check check, std::string summary, std::string_view repair) {
    return {check, Verdict::kBad, std::move(summary), std::string(repair)};
}

Finding not_looked(Check check, std::string why, std::string repair) {
    return {check, Verdict::kNotLooked, std::move(why), std::move(repair)};
}

bool is_well(const std::vector<Finding>& findings) {
    return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::kBad;
    });
}

}  // namespace roost::doctor
