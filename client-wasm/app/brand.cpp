#include "client-wasm/app/brand.h"

#include <charconv>
#include <string>

namespace roost {

ui::Brand read_brand(const Json& json) {
    ui::Brand brand;
    const std::string name = string_or(json, "name", "");
    if (!name.empty()) brand.name = name;
    const std::string colour = string_or(json, "colour", "");
    std::uint32_t hex = 0;
    const char* const end = colour.data() + colour.size();
    if (colour.size() == 7 && std::from_chars(colour.data() + 1, end, hex, 16).ptr == end)
        brand.colour = ui::rgb(hex);
    const std::string logo = string_or(json, "logo", "");
    if (logo.starts_with("/api/")) brand.logo = logo;
    return brand;
}

}  // namespace roost
