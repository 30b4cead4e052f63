// Shapes and text without a meaning of their own.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

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

ImTextureID texture_of(const text::Quad& quad) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui's texture id is a pointer by type, a GL name by value.
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(quad.texture));
}

// `rect` is of the screen.
void fill_pill(Ui& ui, const Rect& rect, Colour colour) {
    constexpr float kQuarter = std::numbers::pi_v<float> / 2;
    const float radius = rect.height / 2;
    const float y = rect.y + radius;
    ui.draw.PathArcTo({rect.x + radius, y}, radius, kQuarter, 3 * kQuarter);
    ui.draw.PathArcTo({rect.x + rect.width - radius, y}, radius, -kQuarter, kQuarter);
    ui.draw.PathFillConvex(colour);
}

}  // namespace

Rect placed(const Ui& ui, const Rect& rect) {
    if (!ui.is_mirrored()) return rect;
    return {2 * ui.viewport.x + ui.viewport.width - rect.x - rect.width, rect.y, rect.width, rect.height};
}

float placed_x(const Ui& ui, float x) {
    return ui.is_mirrored() ? 2 * ui.viewport.x + ui.viewport.width - x : x;
}

Clip::Clip(Ui& ui, const Rect& rect) : ui_(ui) {
    const Rect at = placed(ui, rect);
    ui.draw.PushClipRect(upper_left(at), lower_right(at), true);
}

Clip::~Clip() {
    ui_.draw.PopClipRect();
}

float snap(const Ui& ui, float value) {
    // Up at a half on either side of zero, so that what scrolls past it keeps its distances.
    return std::floor(value * ui.pixel_ratio + 0.5F) / ui.pixel_ratio;
}

namespace {

// A box with one round corner. ImGui wants it larger than the corner by one; it ends between device pixels.
struct CornerBox {
    float radius = 0;
    float size = 0;

    CornerBox(const Ui& ui, float rounding)
        : radius(rounding), size(std::ceil((rounding + 1) * ui.pixel_ratio) / ui.pixel_ratio) {}

    void fill(Ui& ui, ImVec2 at, Colour colour, ImDrawFlags corner) const {
        ui.draw.AddRectFilled(at, {at.x + size, at.y + size}, colour, radius, corner);
    }
};

// The upper or lower end of a shape from `from` to `right`, round where `rounded` says so of the two corners:
// what lies between them is a rectangle of its own, which is cleared instead of being blended
// (ui/draw_steps).
void fill_end(
    Ui& ui,
    const CornerBox& box,
    ImVec2 from,
    float right,
    Colour colour,
    ImDrawFlags rounded,
    std::array<ImDrawFlags, 2> corners
) {
    ImVec2 upper = from;
    if ((rounded & corners[0]) != 0) {
        box.fill(ui, from, colour, corners[0]);
        upper.x += box.size;
    }
    if ((rounded & corners[1]) != 0) {
        right -= box.size;
        box.fill(ui, {right, from.y}, colour, corners[1]);
    }
    ui.draw.AddRectFilled(upper, {right, from.y + box.size}, colour);
}

bool is_on_device_pixels(const Ui& ui, const Rect& rect) {
    const auto is_snapped = [&](float value) { return value == snap(ui, value); };
    return is_snapped(rect.x) && is_snapped(rect.y) && is_snapped(rect.x + rect.width) &&
           is_snapped(rect.y + rect.height);
}

// Most of a thread is bubbles, and to blend their insides costs more than all the rest of a frame. `rect` is
// of the screen.
void fill_rounded(Ui& ui, const Rect& rect, Colour colour, float radius, ImDrawFlags rounded) {
    const bool is_opaque = (colour & IM_COL32_A_MASK) == IM_COL32_A_MASK;
    const CornerBox box(ui, radius);
    const ImVec2 from = upper_left(rect);
    const ImVec2 to = lower_right(rect);
    const bool has_middle = rect.width > 4 * box.size && rect.height > 2 * box.size;
    if (radius < 1 || !is_opaque || !has_middle || !is_on_device_pixels(ui, rect)) {
        ui.draw.AddRectFilled(from, to, colour, radius, rounded);
        return;
    }
    const ImDrawFlags corners = rounded == 0 ? ImDrawFlags_RoundCornersAll : rounded;
    const float middle = from.y + box.size;
    const float end = to.y - box.size;
    fill_end(
        ui,
        box,
        from,
        to.x,
        colour,
        corners,
        {ImDrawFlags_RoundCornersTopLeft, ImDrawFlags_RoundCornersTopRight}
    );
    ui.draw.AddRectFilled({from.x, middle}, {to.x, end}, colour);
    fill_end(
        ui,
        box,
        {from.x, end},
        to.x,
        colour,
        corners,
        {ImDrawFlags_RoundCornersBottomLeft, ImDrawFlags_RoundCornersBottomRight}
    );
}

}  // namespace

void fill(Ui& ui, const Rect& rect, Colour colour, float radius) {
    const Rect at = placed(ui, rect);
    // ImGui stops rounding one unit before the middle, which leaves pills with corners.
    if (radius > 0 && radius >= at.height / 2 && at.width >= at.height) return fill_pill(ui, at, colour);
    fill_rounded(ui, at, colour, capped_radius(at, radius), 0);
}

namespace {

ImDrawFlags corner_flags(Corners rounded, bool is_mirrored) {
    switch (rounded) {
        case Corners::kAll:
            break;
        case Corners::kNotTopStart:
        case Corners::kNotTopEnd: {
            const bool is_left_sharp = (rounded == Corners::kNotTopStart) != is_mirrored;
            const int sharp =
                is_left_sharp ? ImDrawFlags_RoundCornersTopLeft : ImDrawFlags_RoundCornersTopRight;
            return ImDrawFlags_RoundCornersAll & ~sharp;
        }
        case Corners::kStart:
            return is_mirrored ? ImDrawFlags_RoundCornersRight : ImDrawFlags_RoundCornersLeft;
    }
    return ImDrawFlags_RoundCornersAll;
}

}  // namespace

void fill_corners(Ui& ui, const Rect& rect, Colour colour, float radius, Corners rounded) {
    const Rect at = placed(ui, rect);
    fill_rounded(ui, at, colour, radius, corner_flags(rounded, ui.is_mirrored()));
}

void shadow_below(Ui& ui, const Rect& rect, float radius) {
    const Rect at = placed(ui, rect);
    const CornerBox box(ui, radius);
    const float foot = at.y + at.height;
    const float right = at.x + at.width - box.size;
    const float top = foot + 1 - box.size;
    box.fill(ui, {at.x, top}, ui.theme.shadow, ImDrawFlags_RoundCornersBottomLeft);
    box.fill(ui, {right, top}, ui.theme.shadow, ImDrawFlags_RoundCornersBottomRight);
    ui.draw.AddRectFilled({at.x + box.size, foot}, {right, foot + 1}, ui.theme.shadow);
}

void circle(Ui& ui, ImVec2 centre, float radius, Colour colour) {
    ui.draw.AddCircleFilled({placed_x(ui, centre.x), centre.y}, radius, colour, 0);
}

void arc(Ui& ui, ImVec2 centre, float radius, float part, Colour colour, float thickness) {
    constexpr float kTurn = 6.2831853F;
    if (part <= 0) return;
    const float top = -kTurn / 4;
    ui.draw.PathArcTo({placed_x(ui, centre.x), centre.y}, radius, top, top + kTurn * part);
    ui.draw.PathStroke(colour, ImDrawFlags_None, thickness);
}

void polygon(Ui& ui, std::span<const ImVec2> points, Colour colour) {
    // Turned round it would run the other way, which ImGui's smooth edges do not take.
    for (std::size_t i = 0; i < points.size(); ++i) {
        const ImVec2 point = points[ui.is_mirrored() ? points.size() - 1 - i : i];
        ui.draw.PathLineTo({placed_x(ui, point.x), point.y});
    }
    ui.draw.PathFillConvex(colour);
}

void outline(Ui& ui, const Rect& box, Colour colour, float radius, float thickness) {
    const Rect rect = placed(ui, box);
    const float in = thickness / 2;
    // ImGui strokes half a unit inside already.
    const ImVec2 from(rect.x + in - 0.5F, rect.y + in - 0.5F);
    const ImVec2 to(rect.x + rect.width - in + 0.5F, rect.y + rect.height - in + 0.5F);
    ui.draw.AddRect(from, to, colour, capped_radius(rect, radius), 0, thickness);
}

void hairline(Ui& ui, float x, float y, float width, Colour colour) {
    const Rect at = placed(ui, {x, snap(ui, y), width, 1});
    ui.draw.AddRectFilled(upper_left(at), lower_right(at), colour);
}

void vertical_hairline(Ui& ui, float x, float y, float height, Colour colour) {
    const Rect at = placed(ui, {x, y, 1, height});
    const float left = snap(ui, at.x);
    ui.draw.AddRectFilled({left, y}, {left + 1, y + height}, colour);
}

// 0 8 24 rgba(11,20,26,.2): layers that add up to the middle and fade to the edge.
// As a page blurs `0 8px 24px` of a fifth: what each step of two units adds, from 22 outside to 8 within.
void drop_shadow(Ui& ui, const Rect& rect, float radius) {
    constexpr std::array<unsigned, 16> kFalloff{1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3};
    float out = 22;
    for (const unsigned alpha : kFalloff) {
        const Rect layer{rect.x - out, rect.y - out + 8, rect.width + 2 * out, rect.height + 2 * out};
        fill(ui, layer, rgb(0x0B141A, alpha), std::max(0.0F, radius + out));
        out -= 2;
    }
}

// 0 2 6: of what floats on a thread that scrolls under it, so few layers.
void small_shadow(Ui& ui, const Rect& rect, float radius) {
    constexpr std::array<unsigned, 4> kFalloff{6, 8, 10, 12};
    float out = 6;
    for (const unsigned alpha : kFalloff) {
        const Rect layer{rect.x - out, rect.y - out + 2, rect.width + 2 * out, rect.height + 2 * out};
        fill(ui, layer, rgb(0x0B141A, alpha), radius + out);
        out -= 2;
    }
}

void focus_ring(Ui& ui, const Rect& rect, float radius, float gap) {
    const float out = gap + ui.theme.ring;
    const Rect ring{rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out};
    outline(ui, ring, ui.theme.accent, radius + (gap > 0 ? out : 0), ui.theme.ring);
}

void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour) {
    const Rect at = placed(ui, {x, y, size, size});
    const bool is_turned = ui.is_mirrored() && points_somewhere(icon);
    ui.icons.draw(ui.draw, icon, {snap(ui, at.x), snap(ui, y)}, size, colour, 0, is_turned);
}

void tile(Ui& ui, const Rect& rect, Icon icon, float size, Colour colour) {
    const Clip clip(ui, rect);
    // So faint that nobody sees a rough edge, and a third of the triangles.
    const ImDrawListFlags flags = std::exchange(ui.draw.Flags, ImDrawListFlags_None);
    for (float y = rect.y; y < rect.y + rect.height; y += size) {
        for (float x = rect.x; x < rect.x + rect.width; x += size)
            draw_icon(ui, icon, x, y, size, colour);
    }
    ui.draw.Flags = flags;
}

void draw_quad(Ui& ui, const text::Quad& quad, float x, float y) {
    if (quad.texture == 0) return;
    const ImVec2 from(snap(ui, x + quad.left), snap(ui, y + quad.top));
    ui.draw.AddImage(
        texture_of(quad),
        from,
        {from.x + quad.width, from.y + quad.height},
        {quad.u0, quad.v0},
        {quad.u1, quad.v1}
    );
}

void draw_picture(Ui& ui, const text::Quad& quad, const Rect& rect, float radius) {
    const Rect at = placed(ui, rect);
    if (radius <= 0 || quad.texture == 0) return draw_quad(ui, quad, at.x, at.y);
    const ImVec2 from(snap(ui, at.x), snap(ui, at.y));
    const ImVec2 to(from.x + quad.width, from.y + quad.height);
    const ImVec2 first(quad.u0, quad.v0), last(quad.u1, quad.v1);
    ui.draw.AddImageRounded(texture_of(quad), from, to, first, last, IM_COL32_WHITE, radius);
}

void scrim(Ui& ui, const Rect& rect, float radius) {
    constexpr float kDarkest = 0.72F;
    const Rect at = placed(ui, rect);
    const int first = ui.draw.VtxBuffer.Size;
    const ImDrawFlags corners = ImDrawFlags_RoundCornersBottom;
    ui.draw.AddRectFilled(upper_left(at), lower_right(at), rgb(0x0B141A), radius, corners);
    for (int i = first; i < ui.draw.VtxBuffer.Size; ++i) {
        ImDrawVert& corner = ui.draw.VtxBuffer[i];
        const float depth = std::clamp((corner.pos.y - at.y) / at.height, 0.0F, 1.0F);
        corner.col = with_alpha(corner.col, depth * kDarkest);
    }
}

ImVec2 paragraph_origin(const Ui& ui, const text::Paragraph& paragraph, float x, float y) {
    return {snap(ui, placed(ui, {x, y, paragraph.width, 0}).x), snap(ui, y)};
}

void draw_paragraph(Ui& ui, const text::Paragraph& paragraph, float x, float y) {
    const ImVec2 origin = paragraph_origin(ui, paragraph, x, y);
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const text::ParagraphLine& line = paragraph.lines[i];
        draw_quad(ui, ui.text.paragraph_line(paragraph.id, i), origin.x + line.x, origin.y + line.y);
    }
}

void attach_paragraph(
    const Ui& ui, Node& node, const Rect& box, const text::Paragraph& paragraph, float x, float y
) {
    const ImVec2 origin = paragraph_origin(ui, paragraph, x, y);
    // In the units of a browser's layout: the noise of a difference would move the element at every scroll.
    const auto in_layout_units = [](float value) { return std::round(value * 64) / 64; };
    node.paragraph = paragraph.id;
    node.paragraph_x = in_layout_units(origin.x - placed(ui, box).x);
    node.paragraph_y = in_layout_units(origin.y - box.y);
}

float draw_text(Ui& ui, float x, float y, std::string_view text, const text::Style& style, float max_width) {
    if (text.empty()) return 0;
    const text::Line line = ui.text.line(text, style, max_width);
    draw_quad(ui, line.quad, placed(ui, {x, y, line.width, 0}).x, y);
    return line.width;
}

void draw_text_centred(Ui& ui, const Rect& rect, std::string_view text, const text::Style& style) {
    if (text.empty()) return;
    const text::Line line = ui.text.line(text, style, rect.width);
    const float x = placed(ui, rect).x + (rect.width - line.width) / 2;
    draw_quad(ui, line.quad, x, rect.y + (rect.height - style.line_height) / 2);
}

void avatar(Ui& ui, ImVec2 centre, float size, std::int64_t id, std::string_view initials) {
    circle(ui, centre, size / 2, avatar_hue(id));
    const float text_size = size >= 48 ? 18.0F : size >= 36 ? 14.0F : 11.0F;
    const text::Style style{
        .size = text_size, .line_height = text_size + 6, .weight = 600, .colour = rgb(0xFFFFFF)};
    draw_text_centred(ui, {centre.x - size / 2, centre.y - size / 2, size, size}, initials, style);
}

}  // namespace roost::ui
