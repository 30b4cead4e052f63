// Our own drawings: lines on a square of 24 units with a stroke of 2, ticks on 16 × 11. Kept as path text
// ("M4 18h16"), flattened once and stroked with ImGui.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "client-wasm/ui/theme.h"

namespace roost::ui {

enum class Icon {
    kLogo,
    kInbox,
    kBack,
    kSend,
    kClock,
    kAlert,
    kOffline,
    kRefresh,
    kDown,
    kPhoto,
    kVideo,
    kMicrophone,
    kMusic,
    kDocument,
    kSticker,
    kPin,
    kPerson,
    kReply,
    kForwarded,
    kForwardedOften,
    kCart,
    kTemplate,
    kInfo,
    kPhone,
    kList,
    kOpen,
    kSignOut,
    kSmile,
    kAttach,
    kClose,
    kCopy,
    kSearch,
    kLanguage,
    kUp,
    kTrash,
    kPlay,
    kPause,
    kDownload,
    kZoomIn,
    kZoomOut,
    kPrevious,
    kNext,
    kAdd,
    kSettings,
    kShield,
    kGauge,
    kLink,
    kKey,
    kMore,
    kBlocked,
    kTickClock,
    kTickOne,
    kTickTwo,
    kTickFailed,
    kWhatsApp,
    kMessenger,
    kInstagram,
    kThreadPattern,  // a tile of 120 × 120
    kCount,
};

// One stroke of a drawing, in its own units.
struct Stroke {
    std::vector<ImVec2> points;
    bool is_closed = false;
};

// Path commands M L H V C A Z in both cases, as SVG has them. Malformed text ends the drawing where it is.
std::vector<Stroke> flatten_path(std::string_view path);

// Whether it means another direction where people read from right to left.
bool points_somewhere(Icon icon);

class Icons {
  public:
    Icons();
    // The upper left corner, the width in pixels and the stroke in pixels; `stroke` 0 takes the drawing's
    // own. Turned: left and right change places.
    void draw(
        ImDrawList& list,
        Icon icon,
        ImVec2 at,
        float width,
        Colour colour,
        float stroke = 0,
        bool is_turned = false
    ) const;

  private:
    std::array<std::vector<Stroke>, static_cast<std::size_t>(Icon::kCount)> strokes_;
};

}  // namespace roost::ui
