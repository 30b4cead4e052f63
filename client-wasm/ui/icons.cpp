#include "client-wasm/ui/icons.h"

#include <algorithm>

namespace roost::ui {

namespace {

struct Drawing {
    std::string_view path;
    float units = 24;
    float stroke = 2;
};

// A circle of radius r around (x, y) is "Mx-r y a r r 0 1 0 2r 0 a r r 0 1 0 -2r 0 z".
constexpr std::array<Drawing, static_cast<std::size_t>(Icon::kCount)> kDrawings{{
    {"M4 18h16M7 18v-4M17 18v-4M6 11c0-4 3-7 7-7 3 0 5 2 5 4.5l2.5 1-2.5 1c-.5 2.5-3 4-6 4-4 0-6-1.5-6-3.5z"
     "M14.5 8h.1"},
    {"M21 12v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-6l3-7a2 2 0 0 1 1.8-1h8.4a2 2 0 0 1 1.8 1l3 7h-5l-2 "
     "3h-4l-2-3H3"},
    {"M20 12H5M11 6l-6 6 6 6"},
    {"M4 12 3.5 4.5 21 12 3.5 19.5 4 12zM4 12h8"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 7v5l3 2"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 7.5v5.5M12 16.3h.1"},
    {"M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-4.5-2.6M12 19.5h.1"},
    {"M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5"},
    {"m6 9.500 6 6 6-6"},
    {"M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"
     "M7 9.500a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0zM4 18l5-5 4 4 3-3 4 4"},
    {"M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM15 11l6-4v10l-6-4"},
    {"M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3"},
    {"M9 18V6l10-2v12M3.500 18a2.750 2.750 0 1 0 5.500 0a2.750 2.750 0 1 0-5.500 0z"
     "M13.500 16a2.750 2.750 0 1 0 5.500 0a2.750 2.750 0 1 0-5.500 0z"},
    {"M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5"},
    {"M20 13V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7zM20 13h-5a2 2 0 0 0-2 2v5"},
    {"M12 21c0 0 7-6.200 7-11.500a7 7 0 0 0-14 0c0 5.300 7 11.500 7 11.500z"
     "M9.500 9.700a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0z"},
    {"M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM5 20c0-3.500 3-6 7-6s7 2.500 7 6"},
    {"M10 6 4 12l6 6M4 12h9c4 0 7 2.500 7 7"},
    {"M14 6l6 6-6 6M20 12h-9c-4 0-7 2.500-7 7"},
    {"M9.500 6l6 6-6 6M15.500 12h-4c-4 0-7.500 2.500-8.500 7M15.500 6l6 6-6 6"},
    {"M3 4h2.500l2 11h10l2-8H6.300M7.500 19a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0z"
     "M15 19a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0z"},
    {"M6 3h12a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 8h8M8 12h8M8 16h4"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 11v5M12 7.800h.1"},
    {"M6 3h3l1.500 5-2 1.500c1 2.500 3.500 5 6 6l1.500-2 5 1.500v3c0 1.500-1 2.500-2.500 2.500"
     "C11 20 3.500 13 3.500 5.500 3.500 4 4.500 3 6 3z"},
    {"M9 6h12M9 12h12M9 18h12M4 6h.1M4 12h.1M4 18h.1"},
    {"M13 5h6v6M19 5l-9 9M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4"},
    {"M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM8 14c.8 1.600 2.300 2.500 4 2.500c1.700 0 3.200-.9 4-2.500M9 "
     "9.500h.1M15 9.500h.1"},
    {"M20 11.500l-8.500 8.500a5 5 0 0 1-7-7l9-9a3.500 3.500 0 0 1 5 5l-9 9a2 2 0 0 1-3-3l8-8"},
    {"M6 6l12 12M18 6L6 18"},
    {"M10 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z"
     "M16 4H6a2 2 0 0 0-2 2v10"},
    {"M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0zM15.300 15.300L20.500 20.500"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM3.500 9h17M3.500 15h17M12 3c-5 5-5 13 0 18c5-5 5-13 0-18z"},
    {"m6 14.500 6-6 6 6"},
    {"M4.500 7h15M10 7V4h4v3M6.500 7l1 13h9l1-13M10.500 11v5M13.500 11v5"},
    {"M8 5l11 7-11 7z"},
    {"M9 5v14M15 5v14"},
    {"M12 4v11M7 10.500l5 5 5-5M5 20h14"},
    {"M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0zM15.300 15.300L20.500 20.500M7.800 10.500h5.400"
     "M10.500 7.800v5.400"},
    {"M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0zM15.300 15.300L20.500 20.500M7.800 "
     "10.500h5.400"},
    {"M15 5l-7 7 7 7"},
    {"M9 5l7 7-7 7"},
    {"M12 5v14M5 12h14"},
    {"M8.500 12a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0zM12 3v2.500M12 18.500V21M3 12h2.500M18.500 12H21"
     "M5.600 5.600l1.800 1.800M16.600 16.600l1.800 1.800M18.400 5.600l-1.800 1.800M7.400 16.600l-1.800 "
     "1.800"},
    {"M12 3l7 2.500v6c0 4.500-3 7.500-7 9.500c-4-2-7-5-7-9.500v-6zM9 12l2.200 2.200 4-4.200"},
    {"M5.600 18.500a9 9 0 1 1 12.800 0M12 13.500l3.500-4.500"},
    {"M10 14l4-4M9 11l-3 3a3.500 3.500 0 0 0 5 5l2.500-2.500M15 13l3-3a3.500 3.500 0 0 0-5-5l-2.500 2.500"},
    {"M4 16a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM11 13l8.500-8.500M16 8l2.500 2.500"},
    {"M12 5h.1M12 12h.1M12 19h.1"},
    {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM5.600 5.600l12.800 12.800"},
    {"M5.500 5.500a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0zM10 3v2.700l1.700 1", 16, 1.5F},
    {"M4.500 6 7.500 9.300 14 1.700", 16, 1.5F},
    {"M1.200 6 4.200 9.300 10.700 1.700M7.400 8.600 8.100 9.300 14.600 1.700", 16, 1.5F},
    {"M5.300 5.500a4.700 4.700 0 1 0 9.400 0a4.700 4.700 0 1 0-9.400 0zM10 3v3M10 8.200v.1", 16, 1.5F},
    {"M3 13l.8-2.600A5 5 0 1 1 5.600 12.200zM6.300 6.200c.2 1.700 1.800 3.300 3.500 3.500", 16, 1.5F},
    {"M4 9.500l2.500-3 2.500 2 2.600-2.800", 16, 1.5F},
    {"M6.300 3.500h3.400a2.800 2.800 0 0 1 2.800 2.800v3.400a2.800 2.800 0 0 1-2.800 2.800H6.300"
     "a2.800 2.800 0 0 1-2.800-2.800V6.300a2.800 2.800 0 0 1 2.800-2.800z"
     "M6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0z",
     16,
     1.5F},
    // Straight lines only: it stands fifty times on the screen.
    {"M76 14h18v12H84l-5 5v-5h-3zM18 70l4.800-4.500 5.200-1.500 5.200 1.500 4.800 4.500M22 76l3-2.800 3-1 3 "
     "1 3 2.800"
     "M84 62l3 6 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z"
     "M48 40l6 6-6 6-6-6zM98 46l1.500-3.500 3.500-1.500 3.500 1.500 1.500 3.500-1.500 3.500-3.500 "
     "1.500-3.500-1.500z"
     "M20 104h12M26 98v12",
     120,
     1.5F},
}};

}  // namespace

Icons::Icons() {
    for (std::size_t i = 0; i < kDrawings.size(); ++i)
        strokes_[i] = flatten_path(kDrawings[i].path);
}

bool points_somewhere(Icon icon) {
    switch (icon) {
        case Icon::kBack:
        case Icon::kSend:
        case Icon::kReply:
        case Icon::kForwarded:
        case Icon::kForwardedOften:
        case Icon::kList:
        case Icon::kSignOut:
        case Icon::kPrevious:
        case Icon::kNext:
            return true;
        default:
            return false;
    }
}

void Icons::draw(
    ImDrawList& list, Icon icon, ImVec2 at, float width, Colour colour, float stroke, bool is_turned
) const {
    const auto index = static_cast<std::size_t>(icon);
    const float scale = width / kDrawings[index].units;
    const float side = is_turned ? -scale : scale;
    if (is_turned) at.x += width;
    const float thickness = stroke > 0 ? stroke : kDrawings[index].stroke * scale;
    for (const Stroke& drawn : strokes_[index]) {
        for (const ImVec2 point : drawn.points) {
            list.PathLineTo({at.x + point.x * side, at.y + point.y * scale});
        }
        const ImVec2 first = list._Path.front();
        const ImVec2 last = list._Path.back();
        list.PathStroke(colour, drawn.is_closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
        // Round ends; two translucent layers would show as dots.
        if (drawn.is_closed || (colour >> 24) != 0xFF) continue;
        list.AddCircleFilled(first, thickness / 2, colour, 8);
        list.AddCircleFilled(last, thickness / 2, colour, 8);
    }
}

}  // namespace roost::ui
