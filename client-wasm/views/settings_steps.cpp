// How far the connection is, and what has to be copied for it.
#include <algorithm>
#include <utility>

#include "client-wasm/views/settings_drawings.h"

namespace roost::settings {

namespace {

constexpr float kGap = 12;
constexpr float kMark = 36;  // of a step, with its gap

// ---- how far it is

class StepDrawing : public Drawing {
  public:
    StepDrawing(ui::NodeKey key, std::string label, std::vector<Step> steps)
        : key_(key), label_(std::move(label)), steps_(std::move(steps)) {}

    float height(ui::Ui& ui, float width) const override {
        float all = 0;
        for (const Step& step : steps_)
            all += step_height(ui, step, width);
        return all;
    }

    void draw(ui::Ui& ui, ImVec2 at, float width) const override {
        const ui::Scope list(ui, ui::Role::kList, label_, {}, key_);
        int number = 1;
        for (const Step& step : steps_) {
            const ui::Rect rect{at.x, at.y, width, step_height(ui, step, width)};
            draw_step(ui, step, number++, rect);
            at.y += rect.height;
        }
    }

  private:
    ui::NodeKey key_of_step(const Step& step) const { return ui::make_key(key_, step.title); }
    text::Paragraph title(ui::Ui& ui, const Step& step, float width) const {
        return lay(ui, key_of_step(step), step.title, ui::button_style(ui.theme.text), width - kMark);
    }
    text::Paragraph note(ui::Ui& ui, const Step& step, float width) const {
        return lay_note(ui, key_of_step(step), step.note, width - kMark);
    }
    // Fields need all of a phone's width.
    static float indent(const ui::Ui& ui) { return ui.is_phone() ? 0.0F : kMark; }
    float step_height(ui::Ui& ui, const Step& step, float width) const {
        const float words = 3 + title(ui, step, width).height + 3 + note(ui, step, width).height;
        return std::max(words, 24.0F) + kGap + height_of(ui, step.items, width - indent(ui));
    }

    void draw_step(ui::Ui& ui, const Step& step, int number, const ui::Rect& rect) const {
        const ui::NodeKey key = key_of_step(step);
        const ui::Scope item(ui, ui::Role::kListItem, step.said, rect, key);
        draw_mark(ui, step.is_done, number, {rect.x + 12, rect.y + 12});
        const text::Paragraph laid = title(ui, step, rect.width);
        ui::draw_paragraph(ui, laid, rect.x + kMark, rect.y + 3);
        const float y = rect.y + 6 + laid.height;
        const text::Paragraph below = note(ui, step, rect.width);
        draw_note(ui, key, step.note, below, {rect.x + kMark, y});
        const float items = std::max(y + below.height, rect.y + 24) + kGap;
        draw_items(ui, step.items, {rect.x + indent(ui), items}, rect.width - indent(ui));
    }

    static void draw_mark(ui::Ui& ui, bool is_done, int number, ImVec2 centre) {
        const ui::Rect circle{centre.x - 12, centre.y - 12, 24, 24};
        if (is_done) {
            ui::circle(ui, centre, 12, ui.theme.accent);
            ui::draw_icon(ui, ui::Icon::kTickOne, centre.x - 8, centre.y - 6, 16, ui.theme.on_accent);
            return;
        }
        ui::outline(ui, circle, ui.theme.control, 12);
        ui::draw_text_centred(ui, circle, ui.locale.number(number), ui::secondary_style(ui.theme.text, 600));
    }

    ui::NodeKey key_;
    std::string label_;
    std::vector<Step> steps_;
};

// ---- what is only read

class TextDrawing : public Drawing {
  public:
    explicit TextDrawing(ShownText shown) : shown_(std::move(shown)) {}

    float height(ui::Ui& ui, float width) const override {
        const Plan plan = planned(ui, width);
        const float line = std::max(plan.box.height, plan.has_presses_below ? 0 : press_height(ui));
        return plan.above + line + (plan.has_presses_below ? press_height(ui) + 8 : 0) + kGap;
    }

    void draw(ui::Ui& ui, ImVec2 at, float width) const override {
        const ui::Scope group(ui, ui::Role::kGroup, shown_.label, {}, shown_.key);
        const Plan plan = planned(ui, width);
        const auto label = ui::secondary_style(ui.theme.text_secondary);
        const float line = std::max(plan.box.height, press_height(ui));
        const float beside = at.y + (line - label.line_height) / 2;
        ui::draw_text(ui, at.x, plan.above > 0 ? at.y : beside, shown_.label, label, plan.label);
        const ui::Rect box{at.x + plan.box.x, at.y + plan.above, plan.box.width, plan.box.height};
        ui::fill(ui, box, ui.theme.app, 8);
        ui::outline(ui, box, ui.theme.border, 8);
        const text::Paragraph text = laid(ui, box.width);
        const float middle = box.y + (box.height - text.height) / 2;
        draw_note(ui, shown_.key, shown_.text, text, {box.x + kEdge, middle});
        const float height = press_height(ui);
        const float below = box.y + box.height + 8;
        const float end = at.x + width - presses_width(ui, shown_.presses);
        if (plan.has_presses_below) return draw_presses(ui, shown_.presses, {box.x, below}, height);
        draw_presses(ui, shown_.presses, {end, box.y + (box.height - height) / 2}, height);
    }

  private:
    static constexpr float kEdge = 12;
    static constexpr float kEdgeTop = 9;
    static constexpr float kLabel = 128;
    static constexpr float kLeastText = 140;

    struct Plan {
        float above = 0;  // the label's line, if it does not stand beside the box
        float label = 0;
        ui::Rect box;
        bool has_presses_below = false;
    };

    text::Paragraph laid(ui::Ui& ui, float width) const {
        return lay(ui, shown_.key, shown_.text, ui::secondary_style(ui.theme.text), width - 2 * kEdge);
    }
    Plan planned(ui::Ui& ui, float width) const {
        Plan plan;
        const float name = ui.text.width(shown_.label, ui::secondary_style(0));
        const bool is_beside = width >= 520 && name <= kLabel - kGap;
        plan.above = is_beside ? 0 : 24;
        plan.label = is_beside ? kLabel - kGap : width;
        plan.box.x = is_beside ? kLabel : 0;
        const float buttons = presses_width(ui, shown_.presses);
        plan.has_presses_below = width - plan.box.x - buttons - 8 < kLeastText;
        plan.box.width = width - plan.box.x - (plan.has_presses_below ? 0 : buttons + 8);
        plan.box.height = std::max(laid(ui, plan.box.width).height + 2 * kEdgeTop, press_height(ui));
        return plan;
    }

    ShownText shown_;
};

}  // namespace

Item step_list(ui::NodeKey key, std::string label, std::vector<Step> steps) {
    return drawn(std::make_shared<StepDrawing>(key, std::move(label), std::move(steps)));
}

Item shown_text(ShownText shown) {
    return drawn(std::make_shared<TextDrawing>(std::move(shown)));
}

}  // namespace roost::settings
