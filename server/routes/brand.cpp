// Name, colour and logo of the house: public, since the sign-in page shows them.
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/routes.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr std::string_view kLogoPath = "/api/v1/brand/logo";

std::string_view type_of(std::string_view file) {
    if (file.ends_with(".svg")) return "image/svg+xml";
    return file.ends_with(".png") ? "image/png" : "image/webp";
}

Reply brand_reply(const Config& config) {
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().text_member("name", config.brand_name);
                          out.text_member("colour", config.brand_colour);
                          if (!config.brand_logo.empty()) out.key("logo").string(kLogoPath);
                          out.end_object();
                      }));
}

Reply logo_reply(const Config& config) {
    std::ifstream file(config.brand_logo, std::ios::binary);
    if (config.brand_logo.empty() || !file)
        return error_reply({ErrorCode::kNotFound, "There is no logo of the house."});
    Reply reply;
    reply.content_type = type_of(config.brand_logo);
    reply.body.assign(std::istreambuf_iterator<char>(file), {});
    // A drawing may carry scripts; it is only ever a picture here.
    reply.headers = {
        {"Cache-Control", "max-age=3600"},
        {"X-Content-Type-Options", "nosniff"},
        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"}};
    return reply;
}

}  // namespace

void bind_brand(Router& router, const RouteDeps& on) {
    const Config& config = on.deps.config;
    const auto brand = [&config](const Request&) { return brand_reply(config); };
    const auto logo = [&config](const Request&) { return logo_reply(config); };
    router.add("GET", "/api/v1/brand", open_to_all(brand));
    router.add("GET", kLogoPath, open_to_all(logo));
}

}  // namespace roost
