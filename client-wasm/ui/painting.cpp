// Shapes and text without a meaning of their own.
#include <cmath>
#include <numbers>

#include "client-wasm/ui/widgets.h"

namespace roost::ui {

namespace {

ImVec2 upper_left(const Rect& rect) {
    return {rect.x, rect.y};
}

ImVec2 lower_right(const Rect& rect) {
    return {rect.x + rect.width, rect.y + rect.height};
}

float capped_radius(const Rect& rect, float radius) {
    return std::min(radius, std::min(rect.width, rect.height) / 2);
}

void fill_pill(Ui& ui, const Rect& rect, Colour colour) {
    constexpr float kQuarter = std::numbers::pi_v<float> / 2;
    const float radius = rect.height / 2;
    const float y = rect.y + radius;
    ui.draw.PathArcTo({rect.x + radius, y}, radius, kQuarter, 3 * kQuarter);
    ui.draw.PathArcTo({rect.x + rect.width - radius, y}, radius, -kQuarter, kQuarter);
    ui.draw.PathFillConvex(colour);
}

}  // namespace

float snap(const Ui& ui, float value) {
    return std::round(value * ui.pixel_ratio) / ui.pixel_ratio;
}

void fill(Ui& ui, const Rect& rect, Colour colour, float radius) {
    // ImGui stops rounding one unit before the middle, which leaves pills with corners.
    if (radius > 0 && radius >= rect.height / 2 && rect.width >= rect.height)
        return fill_pill(ui, rect, colour);
    ui.draw.AddRectFilled(upper_left(rect), lower_right(rect), colour, capped_radius(rect, radius));
}

void outline(Ui& ui, const Rect& rect, Colour colour, float radius, float thickness) {
    const float in = thickness / 2;
    // ImGui strokes half a unit inside already.
    const ImVec2 from(rect.x + in - 0.5F, rect.y + in - 0.5F);
    const ImVec2 to(rect.x + rect.width - in + 0.5F, rect.y + rect.height - in + 0.5F);
    ui.draw.AddRect(from, to, colour, capped_radius(rect, radius), 0, thickness);
}

void hairline(Ui& ui, float x, float y, float width, Colour colour) {
    const float top = snap(ui, y);
    ui.draw.AddRectFilled({x, top}, {x + width, top + 1}, colour);
}

void vertical_hairline(Ui& ui, float x, float y, float height, Colour colour) {
    const float left = snap(ui, x);
    ui.draw.AddRectFilled({left, y}, {left + 1, y + height}, colour);
}

// 0 8 24 rgba(11,20,26,.2): layers that add up to the middle and fade to the edge.
void drop_shadow(Ui& ui, const Rect& rect, float radius) {
    constexpr int kLayers = 12;
    constexpr float kStep = 1.8F;
    for (int i = kLayers; i >= 1; --i) {
        const float out = static_cast<float>(i) * kStep;
        const Rect layer{rect.x - out, rect.y - out + 8, rect.width + 2 * out, rect.height + 2 * out};
        fill(ui, layer, rgb(0x0B141A, 3), radius + out);
    }
}

void focus_ring(Ui& ui, const Rect& rect, float radius, float gap) {
    const float out = gap + ui.theme.ring;
    const Rect ring{rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out};
    outline(ui, ring, ui.theme.accent, radius + (gap > 0 ? out : 0), ui.theme.ring);
}

void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour) {
    ui.icons.draw(ui.draw, icon, {snap(ui, x), snap(ui, y)}, size, colour);
}

void draw_quad(Ui& ui, const text::Quad& quad, float x, float y) {
    if (quad.texture == 0) return;
    const ImVec2 from(snap(ui, x + quad.left), snap(ui, y + quad.top));
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui's texture id is a pointer by type, a GL name by value.
    const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(quad.texture));
    ui.draw.AddImage(
        texture, from, {from.x + quad.width, from.y + quad.height}, {quad.u0, quad.v0}, {quad.u1, quad.v1}
    );
}

float draw_text(Ui& ui, float x, float y, std::string_view text, const text::Style& style, float max_width) {
    if (text.empty()) return 0;
    const text::Line line = ui.text.line(text, style, max_width);
    draw_quad(ui, line.quad, x, y);
    return line.width;
}

void draw_text_centred(Ui& ui, const Rect& rect, std::string_view text, const text::Style& style) {
    if (text.empty()) return;
    const text::Line line = ui.text.line(text, style, rect.width);
    const float x = rect.x + (rect.width - line.width) / 2;
    draw_quad(ui, line.quad, x, rect.y + (rect.height - style.line_height) / 2);
}

void avatar(Ui& ui, ImVec2 centre, float size, std::int64_t id, std::string_view initials) {
    ui.draw.AddCircleFilled(centre, size / 2, avatar_hue(id), 0);
    const float text_size = size >= 48 ? 18.0F : size >= 36 ? 14.0F : 11.0F;
    const text::Style style{
        .size = text_size, .line_height = text_size + 6, .weight = 600, .colour = rgb(0xFFFFFF)};
    draw_text_centred(ui, {centre.x - size / 2, centre.y - size / 2, size, size}, initials, style);
}

}  // namespace roost::ui
