#include "server/simulator/nodes.h"

#include <string_view>

namespace roost::simulator {

namespace {

constexpr std::string_view kBusinessName = "Savanna Solar";

// Only the named members; `defaults` if none are named.
Json only(const Json& whole, std::string_view fields, std::string_view defaults) {
    Json chosen = Json::object();
    std::string_view left = fields.empty() ? defaults : fields;
    while (!left.empty()) {
        const auto end = std::min(left.find(','), left.size());
        const std::string name(left.substr(0, end));
        if (whole.contains(name)) chosen[name] = whole[name];
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    chosen["id"] = whole["id"];
    return chosen;
}

// Meta writes the number with "+" and separators here, and as digits in webhooks.
std::string written_number(const std::string& digits) {
    if (digits.size() != 11 || digits.front() != '1') return "+" + digits;
    return "+1 " + digits.substr(1, 3) + "-" + digits.substr(4, 3) + "-" + digits.substr(7);
}

Json health() {
    return Json{{"can_send_message", "AVAILABLE"}, {"entities", Json::array()}};
}

Json page_of(Json items) {
    return Json{
        {"data", Json::array({std::move(items)})},
        {"paging", {{"cursors", {{"before", "QVFIUm"}, {"after", "QVFIUn"}}}}}};
}

}  // namespace

Json phone_number_node(const BusinessNumber& number, const std::string& fields) {
    const Json whole{
        {"id", number.phone_number_id},
        {"verified_name", kBusinessName},
        {"display_phone_number", written_number(number.display_phone_number)},
        {"quality_rating", "GREEN"},
        {"code_verification_status", "VERIFIED"},
        {"name_status", "APPROVED"},
        {"status", "CONNECTED"},
        {"platform_type", "CLOUD_API"},
        {"throughput", {{"level", "STANDARD"}}},
        {"account_mode", "LIVE"},
        {"messaging_limit_tier", "TIER_1K"},
        {"whatsapp_business_manager_messaging_limit", "TIER_2K"},
        {"is_official_business_account", false},
        {"is_pin_enabled", true},
        {"health_status", health()}};
    return only(
        whole,
        fields,
        "verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput"
    );
}

Json phone_numbers(const BusinessNumber& number, const std::string& fields) {
    return page_of(phone_number_node(number, fields));
}

Json waba_node(const BusinessNumber& number, const std::string& fields) {
    const Json whole{
        {"id", number.waba_id},
        {"name", kBusinessName},
        {"timezone_id", "1"},
        {"message_template_namespace", "ba30dd89_2ebd_41e4_b805_f2c05ae04cc9"},
        {"account_review_status", "APPROVED"},
        {"currency", "USD"},
        {"country", "KE"},
        {"status", "ACTIVE"},
        {"health_status", health()}};
    return only(whole, fields, "name,timezone_id,message_template_namespace");
}

Json subscribed_apps(bool is_subscribed) {
    Json data = Json::array();
    if (is_subscribed) {
        data.push_back(
            {{"whatsapp_business_api_data",
              {{"id", kAppId}, {"link", "https://www.facebook.com/games/?app_id="}, {"name", "Roost"}}}}
        );
    }
    return Json{{"data", data}};
}

}  // namespace roost::simulator
