#include "server/cloud/inspection_rules.h"

#include <algorithm>
#include <array>

namespace roost {

bool has_ended(const TokenFacts& token, UnixMillis now) {
    return token.expires_at != 0 && token.expires_at <= now;
}

bool is_temporary(const TokenFacts& token, UnixMillis now) {
    return token.expires_at != 0 && token.expires_at - now < kTemporaryToken;
}

std::vector<std::string> missing_scopes(const TokenFacts& token) {
    std::vector<std::string> missing;
    for (const std::string_view scope : {"whatsapp_business_messaging", "whatsapp_business_management"}) {
        const bool has_it = std::find(token.scopes.begin(), token.scopes.end(), scope) != token.scopes.end();
        if (!has_it) missing.emplace_back(scope);
    }
    return missing;
}

bool is_working(const NumberFacts& number) {
    constexpr std::array<std::string_view, 5> kWorking{"", "CONNECTED", "FLAGGED", "LINKED", "PENDING"};
    return std::find(kWorking.begin(), kWorking.end(), number.status) != kWorking.end();
}

bool is_unverified(const NumberFacts& number) {
    if (number.status == "PENDING") return true;
    return number.code_status == "NOT_VERIFIED" && number.status != "CONNECTED";
}

bool is_low_in_quality(const NumberFacts& number) {
    return number.quality == "RED" || number.status == "FLAGGED";
}

bool holds_number(const BusinessAccountFacts& account, std::string_view phone_number_id) {
    return std::any_of(account.numbers.begin(), account.numbers.end(), [phone_number_id](const auto& one) {
        return one.id == phone_number_id;
    });
}

bool is_subscribed(const std::vector<SubscribedApp>& apps, const TokenFacts* token) {
    return std::any_of(apps.begin(), apps.end(), [token](const SubscribedApp& app) {
        return token == nullptr || token->app_id.empty() || app.id == token->app_id;
    });
}

}  // namespace roost
