#include "server/simulator/access_token.h"

#include <algorithm>
#include <utility>

#include "server/simulator/nodes.h"

namespace roost::simulator {

namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kMessaging = "whatsapp_business_messaging";
constexpr std::string_view kManagement = "whatsapp_business_management";
constexpr int kSessionExpired = 463;

GraphError bad_token(std::string message) {
    GraphError error = graph_error(190);
    error.details.clear();
    error.message = std::move(message);
    return error;
}

}  // namespace

bool AccessToken::has(std::string_view scope) const {
    return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

Refusal check_token(const AccessToken& token, const Request& request, UnixMillis now) {
    std::string shown = query_text(request, "access_token");
    if (request.authorization.starts_with(kBearer)) shown = request.authorization.substr(kBearer.size());
    const bool is_known = token.text.empty() ? !shown.empty() : shown == token.text;
    if (!is_known) {
        return bad_token(
            shown.empty() ? "An access token is required to request this resource."
                          : "Invalid OAuth access token - Cannot parse access token"
        );
    }
    const auto proof = query_text(request, "appsecret_proof");
    if (!proof.empty() && !token.app_secret.empty() &&
        "sha256=" + proof != signature_of(token.app_secret, shown)) {
        auto refused = graph_error(100);
        refused.details.clear();
        refused.message = "Invalid appsecret_proof provided in the API argument";
        return refused;
    }
    if (token.expires_at == 0 || now < token.expires_at) return std::nullopt;
    auto expired = bad_token("Error validating access token: Session has expired.");
    expired.subcode = kSessionExpired;
    return expired;
}

Refusal check_number_scope(const AccessToken& token, std::string_view edge) {
    const bool is_node = edge.empty();
    if (token.has(kMessaging) || (is_node && token.has(kManagement))) return std::nullopt;
    return graph_error(10);
}

Refusal check_account_scope(const AccessToken& token) {
    if (token.has(kManagement)) return std::nullopt;
    return graph_error(10);
}

Status change_token(AccessToken& token, const Json& change, UnixMillis now) {
    AccessToken changed = token;
    if (change.contains("expires_in_ms")) {
        const auto after = optional_integer(change, "expires_in_ms");
        if (!after && !change["expires_in_ms"].is_null()) {
            return fail(ErrorCode::kInvalid, "'expires_in_ms' must be a whole number or null");
        }
        changed.expires_at = after ? now + *after : 0;
    }
    if (change.contains("scopes")) {
        if (!change["scopes"].is_array()) return fail(ErrorCode::kInvalid, "'scopes' must be a list");
        changed.scopes.clear();
        for (const Json& scope : change["scopes"]) {
            if (!scope.is_string()) return fail(ErrorCode::kInvalid, "'scopes' must be a list of names");
            changed.scopes.push_back(scope.get<std::string>());
        }
    }
    token = std::move(changed);
    return {};
}

Json debug_token(const AccessToken& token, const BusinessNumber& number, UnixMillis now) {
    Json granular = Json::array();
    for (const auto& scope : token.scopes)
        granular.push_back({{"scope", scope}, {"target_ids", Json::array({number.waba_id})}});
    const Json data{
        {"app_id", kAppId},
        {"type", token.expires_at == 0 ? "SYSTEM_USER" : "USER"},
        {"application", "Roost"},
        {"expires_at", token.expires_at / kSecond},
        {"is_valid", token.expires_at == 0 || now < token.expires_at},
        {"issued_at", 1'700'000'000},
        {"scopes", token.scopes},
        {"granular_scopes", granular},
        {"user_id", "122100000000000000"}};
    return Json{{"data", data}};
}

}  // namespace roost::simulator
