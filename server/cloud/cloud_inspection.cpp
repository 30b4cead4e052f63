#include "server/cloud/cloud_inspection.h"

#include <utility>

#include "server/cloud/graph_answer.h"
#include "server/sha256.h"

namespace roost {

namespace {

constexpr std::string_view kNumberFields =
    "?fields=display_phone_number,verified_name,quality_rating,status,name_status,code_verification_status,"
    "throughput,account_mode";

using NoAnswer = std::variant<CloudRefusal, CloudUnreachable>;

template <class Facts>
CloudLook<Facts> failed(NoAnswer why) {
    return std::visit([](auto& one) -> CloudLook<Facts> { return std::move(one); }, why);
}

bool is_success(int http) {
    return http >= 200 && http < 300;
}

NoAnswer refusal_in(const WebAnswer& answer) {
    auto outcome = read_graph_answer(answer.http, answer.body, 0);
    if (auto* refused = std::get_if<CloudRefusal>(&outcome)) return std::move(*refused);
    return CloudUnreachable{"Meta answered " + std::to_string(answer.http) + "."};
}

TokenFacts read_token(const Json& data) {
    TokenFacts token;
    token.is_valid = optional_bool(data, "is_valid").value_or(false);
    token.expires_at = optional_integer(data, "expires_at").value_or(0) * kSecond;
    for (const Json& scope : member(data, "scopes")) {
        if (scope.is_string()) token.scopes.push_back(scope.get<std::string>());
    }
    token.app_id = text_or_number(data, "app_id");
    token.application = string_or(data, "application", "");
    token.type = string_or(data, "type", "");
    token.problem = string_or(member(data, "error"), "message", "");
    return token;
}

}  // namespace

WebAnswer CloudInspection::get(const std::string& path, const std::string& bearer) const {
    WebGet get{options_.url + "/" + options_.version + path, bearer};
    get.connect_limit = options_.connect_limit;
    get.time_limit = options_.call_limit;
    return web_get(get);
}

tl::expected<Json, NoAnswer> CloudInspection::ask(const std::string& path) const {
    const auto answer = get(path, options_.access_token);
    if (answer.failed_at) return tl::unexpected<NoAnswer>(CloudUnreachable{answer.reason});
    if (!is_success(answer.http)) return tl::unexpected(refusal_in(answer));
    auto json = parse_json(answer.body);
    if (!json || !json->is_object()) {
        return tl::unexpected<NoAnswer>(CloudUnreachable{"The answer of Meta is unreadable."});
    }
    return *std::move(json);
}

GraphContact CloudInspection::contact() const {
    GraphContact contact{get("/", "")};
    const auto json = parse_json(contact.answer.body);
    const bool is_refusal = json && member(*json, "error").is_object();
    contact.is_graph = is_refusal || (is_success(contact.answer.http) && json && json->is_object());
    return contact;
}

CloudLook<TokenFacts> CloudInspection::token() const {
    const auto answer = ask("/debug_token?input_token=" + url_escaped(options_.access_token));
    if (!answer) return failed<TokenFacts>(answer.error());
    const Json& data = member(*answer, "data");
    if (!data.is_object()) return CloudUnreachable{"The answer of Meta is unreadable."};
    return read_token(data);
}

CloudLook<SecretProof> CloudInspection::prove(const std::string& app_secret) const {
    const auto proof = hmac_sha256(app_secret, options_.access_token);
    const auto answer =
        ask("/debug_token?input_token=" + url_escaped(options_.access_token) + "&appsecret_proof=" + proof);
    if (!answer) return failed<SecretProof>(answer.error());
    return SecretProof{};
}

// Not every version of Graph knows both names, and one that it does not know makes it refuse the whole
// question.
std::string CloudInspection::messaging_limit(const std::string& phone_number_id) const {
    for (const char* field : {"whatsapp_business_manager_messaging_limit", "messaging_limit_tier"}) {
        const auto answer = ask("/" + url_escaped(phone_number_id) + "?fields=" + field);
        auto limit = answer ? string_or(*answer, field, "") : std::string();
        if (!limit.empty()) return limit;
    }
    return {};
}

CloudLook<NumberFacts> CloudInspection::number(const std::string& phone_number_id) const {
    const auto answer = ask("/" + url_escaped(phone_number_id) + std::string(kNumberFields));
    if (!answer) return failed<NumberFacts>(answer.error());
    NumberFacts facts;
    facts.display_number = string_or(*answer, "display_phone_number", "");
    if (facts.display_number.empty()) return CloudUnreachable{"The answer of Meta names no number."};
    facts.verified_name = string_or(*answer, "verified_name", "");
    facts.quality = string_or(*answer, "quality_rating", "");
    facts.status = string_or(*answer, "status", "");
    facts.name_status = string_or(*answer, "name_status", "");
    facts.code_status = string_or(*answer, "code_verification_status", "");
    facts.throughput = string_or(member(*answer, "throughput"), "level", "");
    facts.mode = string_or(*answer, "account_mode", "");
    facts.messaging_limit = messaging_limit(phone_number_id);
    return facts;
}

CloudLook<BusinessAccountFacts> CloudInspection::business_account(const std::string& waba) const {
    const auto path = "/" + url_escaped(waba);
    const auto account = ask(path + "?fields=name,account_review_status");
    if (!account) return failed<BusinessAccountFacts>(account.error());
    const auto numbers = ask(path + "/phone_numbers?limit=100&fields=display_phone_number");
    if (!numbers) return failed<BusinessAccountFacts>(numbers.error());
    const Json& list = member(*numbers, "data");
    if (!list.is_array()) return CloudUnreachable{"The answer of Meta is unreadable."};
    BusinessAccountFacts facts;
    facts.name = string_or(*account, "name", "");
    facts.review_status = string_or(*account, "account_review_status", "");
    for (const Json& one : list)
        facts.numbers.push_back({text_or_number(one, "id"), string_or(one, "display_phone_number", "")});
    return facts;
}

CloudLook<std::vector<SubscribedApp>> CloudInspection::subscribed_apps(const std::string& waba) const {
    const auto answer = ask("/" + url_escaped(waba) + "/subscribed_apps");
    if (!answer) return failed<std::vector<SubscribedApp>>(answer.error());
    const Json& list = member(*answer, "data");
    if (!list.is_array()) return CloudUnreachable{"The answer of Meta is unreadable."};
    std::vector<SubscribedApp> apps;
    for (const Json& one : list) {
        const Json& app = member(one, "whatsapp_business_api_data");
        apps.push_back({text_or_number(app, "id"), string_or(app, "name", "")});
    }
    return apps;
}

}  // namespace roost
