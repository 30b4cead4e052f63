#include "server/simulator/profile.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "server/simulator/template_checks.h"
#include "shared/base/utf8.h"

namespace roost::simulator {

namespace {

struct Text {
    std::string_view name;
    std::size_t least;
    std::size_t most;
};
constexpr auto kTexts = std::to_array<Text>({
    {"about", 1, 139},
    {"address", 0, 256},
    {"description", 0, 512},
    {"email", 0, 128},
});
constexpr auto kVerticals =
    std::to_array<std::string_view>({"ALCOHOL",       "APPAREL",    "AUTO",
                                     "BEAUTY",        "EDU",        "ENTERTAIN",
                                     "EVENT_PLAN",    "FINANCE",    "GOVT",
                                     "GROCERY",       "HEALTH",     "HOTEL",
                                     "NONPROFIT",     "NOT_A_BIZ",  "ONLINE_GAMBLING",
                                     "OTC_DRUGS",     "OTHER",      "PHYSICAL_GAMBLING",
                                     "PROF_SERVICES", "RESTAURANT", "RETAIL",
                                     "TRAVEL",        "UNDEFINED"});
constexpr std::string_view kHandle = "profile_picture_handle";

GraphError wrong(std::string_view name, std::string_view why) {
    return graph_error(100, "Param " + std::string(name) + " " + std::string(why));
}

bool is_text_wrong(const Json& value, const Text& text) {
    if (!value.is_string()) return true;
    const auto size = count_utf16_units(value.get<std::string>());
    return size < text.least || size > text.most;
}

Refusal check_websites(const Json& websites) {
    if (!websites.is_array() || websites.size() > 2)
        return wrong("websites", "must be an array of at most 2.");
    for (const Json& one : websites) {
        const std::string text = one.is_string() ? one.get<std::string>() : std::string();
        if (!text.starts_with("http") || text.size() > 256) return wrong("websites", "must be valid URLs.");
    }
    return std::nullopt;
}

Refusal check(const Json& body) {
    if (string_or(body, "messaging_product", "") != "whatsapp")
        return graph_error(100, "The parameter messaging_product is required.");
    for (const Text& text : kTexts) {
        const Json& value = member(body, text.name);
        if (!value.is_null() && is_text_wrong(value, text)) return wrong(text.name, "has an invalid length.");
    }
    const std::string email = string_or(body, "email", "");
    if (!email.empty() && email.find('@') == std::string::npos)
        return wrong("email", "is not a valid email.");
    const std::string vertical = string_or(body, "vertical", "OTHER");
    if (std::find(kVerticals.begin(), kVerticals.end(), vertical) == kVerticals.end())
        return wrong("vertical", "must be one of the known verticals.");
    const std::string handle = string_or(body, kHandle, std::string(kSampleMark));
    if (!handle.starts_with(kSampleMark)) return wrong(kHandle, "is not a valid handle.");
    const Json& websites = member(body, "websites");
    return websites.is_null() ? std::nullopt : check_websites(websites);
}

}  // namespace

Profile::Profile()
    : members_{
          {"messaging_product", "whatsapp"},
          {"about", "Solar energy for homes and shops"},
          {"address", "Kenyatta Avenue 12, Nairobi"},
          {"description", "We plan, install and look after solar power, from one lamp to a whole school."},
          {"email", "hello@savanna.example"},
          {"websites", Json::array({"https://savanna.example/"})},
          {"vertical", "PROF_SERVICES"}} {}

Json Profile::page(const std::string& fields) const {
    if (fields.empty()) return Json{{"data", Json::array({members_})}};
    Json chosen{{"messaging_product", "whatsapp"}};
    const std::string wanted = "," + fields + ",";
    for (const auto& [name, value] : members_.items()) {
        const bool is_empty = (value.is_string() || value.is_array()) && value.empty();
        // Meta leaves out what was never filled in.
        if (!is_empty && wanted.find("," + name + ",") != std::string::npos) chosen[name] = value;
    }
    return Json{{"data", Json::array({chosen})}};
}

Refusal Profile::change(const Json& body) {
    if (auto refusal = check(body)) return refusal;
    for (const Text& text : kTexts)
        if (body.contains(text.name)) members_[std::string(text.name)] = member(body, text.name);
    for (const char* name : {"websites", "vertical"})
        if (body.contains(name)) members_[name] = body[name];
    const std::string handle = string_or(body, kHandle, "");
    if (!handle.empty())
        members_["profile_picture_url"] = "https://pps.whatsapp.net/v/" + handle.substr(kSampleMark.size());
    return std::nullopt;
}

}  // namespace roost::simulator
