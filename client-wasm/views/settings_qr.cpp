// A picture of squares, for a camera: dark on white whatever the colours around it.
#include "client-wasm/views/settings_items.h"

#include <algorithm>

namespace roost::settings {

namespace {

constexpr std::size_t kMargin = 4;  // squares, as cameras want it
constexpr float kSquare = 5;
constexpr ui::Colour kWhite = 0xFFFFFFFF;
constexpr ui::Colour kBlack = 0xFF000000;

}  // namespace

float squares_height(const Item& item) {
    return static_cast<float>(item.squares.size() + 2 * kMargin) * kSquare;
}

void draw_squares(ui::Ui& ui, const Item& item, ImVec2 at) {
    const float side = squares_height(item);
    const ui::Rect rect{at.x, at.y, side, side};
    ui::fill(ui, rect, kWhite);
    for (std::size_t y = 0; y < item.squares.size(); ++y) {
        const std::string& row = item.squares[y];
        for (std::size_t begin = row.find('1'); begin != std::string::npos;) {
            const auto end = std::min(row.find('0', begin), row.size());
            // Everything drawn is turned round for right-to-left languages, which no camera expects.
            const auto from = ui.is_mirrored() ? row.size() - end : begin;
            ui::fill(
                ui,
                {at.x + static_cast<float>(from + kMargin) * kSquare,
                 at.y + static_cast<float>(y + kMargin) * kSquare,
                 static_cast<float>(end - begin) * kSquare,
                 kSquare},
                kBlack
            );
            begin = row.find('1', end);
        }
    }
    ui::record(ui, ui::Role::kImage, item.text, rect, item.key);
}

}  // namespace roost::settings
