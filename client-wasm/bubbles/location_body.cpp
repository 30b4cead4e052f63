#include <cmath>

#include "client-wasm/bubbles/bodies.h"
#include "shared/wire/field_checks.h"

namespace roost {

namespace {

// Five decimals are a metre. Written by hand: the locale of printf is not ours to choose.
std::string degrees(double value) {
    const auto scaled = static_cast<std::int64_t>(std::llround(std::abs(value) * 100000));
    std::string fraction = std::to_string(scaled % 100000);
    fraction.insert(0, 5 - fraction.size(), '0');
    return (value < 0 ? "-" : "") + std::to_string(scaled / 100000) + "." + fraction;
}

}  // namespace

void draw_body(const Location& content, BubbleContext& bubble) {
    const std::string latitude = degrees(content.latitude);
    const std::string longitude = degrees(content.longitude);
    const std::string place = latitude + ", " + longitude;
    const std::string title = content.name.empty() ? std::string(bubble.words.location) : content.name;
    bubble.card({ui::Icon::kPin, 0, "", title, content.address.empty() ? place : content.address});
    const std::string map = "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude +
                            "#map=16/" + latitude + "/" + longitude;
    bubble.actions.push_back(
        {ui::Icon::kOpen,
         std::string(bubble.words.open_in_maps),
         is_web_address(content.url) ? content.url : map}
    );
}

}  // namespace roost
