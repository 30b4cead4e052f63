#include "client-wasm/views/settings_drawings.h"

#include <algorithm>
#include <utility>

#include "client-wasm/views/conversation_row.h"

namespace roost::settings {

namespace {

constexpr float kGap = 12;
constexpr float kAvatar = 52;  // with its gap

ui::Colour colour_of(const ui::Theme& theme, Weight weight) {
    switch (weight) {
        case Weight::kGood:
            return theme.accent;
        case Weight::kWarning:
            return theme.warn;
        case Weight::kGrave:
            return theme.danger;
        case Weight::kNone:
            break;
    }
    return theme.text_secondary;
}

ui::Colour ground_of(const ui::Theme& theme, Weight weight) {
    switch (weight) {
        case Weight::kGood:
            return theme.tint;
        case Weight::kWarning:
            return theme.warn_tint;
        case Weight::kGrave:
            return theme.danger_tint;
        case Weight::kNone:
            break;
    }
    return theme.selected;
}

text::Style strong_style(ui::Colour colour) {
    auto style = ui::name_style(colour);
    style.weight = 600;
    return style;
}

// ---- who it is

class HeadDrawing : public Drawing {
  public:
    explicit HeadDrawing(NumberHead head) : head_(std::move(head)) {}

    float height(ui::Ui& ui, float width) const override {
        const float words = 24 + detail(ui, width).height;
        const float below = has_room(ui, width) ? 0 : kPill + 8;
        return std::max(words, 40.0F) + below + kGap;
    }

    void draw(ui::Ui& ui, ImVec2 at, float width) const override {
        ui::avatar(ui, {at.x + 20, at.y + 20}, 40, head_.id, initials(head_.name));
        draw_platform_badge(ui, head_.platform, {at.x + 35, at.y + 35}, ui.theme.panel);
        const float x = at.x + kAvatar;
        const bool is_beside = has_room(ui, width);
        const float room = width - kAvatar - (is_beside ? pill_width(ui) + kGap : 0);
        ui::heading(ui, 2, x, at.y, head_.name, strong_style(ui.theme.text), room);
        const text::Paragraph laid = detail(ui, width);
        draw_note(ui, head_.key, head_.detail, laid, {x, at.y + 23});
        const float below = at.y + height(ui, width) - kGap - kPill;
        const ImVec2 beside{at.x + width - pill_width(ui), at.y + (40 - kPill) / 2};
        draw_pill(ui, is_beside ? beside : ImVec2{x, below});
    }

  private:
    static constexpr float kPill = 28;
    static constexpr float kLeastWords = 180;

    bool has_room(ui::Ui& ui, float width) const {
        return width - kAvatar - pill_width(ui) - kGap >= kLeastWords;
    }
    text::Paragraph detail(ui::Ui& ui, float width) const {
        const float room = width - kAvatar - (has_room(ui, width) ? pill_width(ui) + kGap : 0);
        return lay_note(ui, head_.key, head_.detail, room);
    }
    text::Style pill_style(const ui::Ui& ui) const {
        return ui::secondary_style(colour_of(ui.theme, head_.weight), 600);
    }
    float pill_width(ui::Ui& ui) const { return ui.text.width(head_.state, pill_style(ui)) + 44; }

    void draw_pill(ui::Ui& ui, ImVec2 at) const {
        const ui::Rect pill{at.x, at.y, pill_width(ui), kPill};
        ui::fill(ui, pill, ground_of(ui.theme, head_.weight), kPill / 2);
        const ui::Colour colour = colour_of(ui.theme, head_.weight);
        const bool is_bad = head_.weight == Weight::kWarning || head_.weight == Weight::kGrave;
        if (is_bad) ui::draw_icon(ui, ui::Icon::kAlert, at.x + 10, at.y + 5, 18, colour);
        if (head_.weight == Weight::kGood)
            ui::draw_icon(ui, ui::Icon::kTickOne, at.x + 10, at.y + 8, 18, colour);
        if (head_.weight == Weight::kNone)
            ui::draw_icon(ui, ui::Icon::kOffline, at.x + 10, at.y + 5, 18, colour);
        const auto style = pill_style(ui);
        ui::draw_text(ui, at.x + 33, at.y + (kPill - style.line_height) / 2, head_.state, style);
        ui::record(ui, ui::Role::kText, head_.state, pill, ui::make_key(head_.key, "state"));
    }

    NumberHead head_;
};

// ---- what is known

class FactDrawing : public Drawing {
  public:
    FactDrawing(ui::NodeKey key, std::string label, std::vector<Fact> facts)
        : key_(key), label_(std::move(label)), facts_(std::move(facts)) {}

    float height(ui::Ui& ui, float width) const override {
        float all = 0;
        for (std::size_t i = 0; i < facts_.size(); i += columns(width))
            all += line_height(ui, i, width);
        return all + kGap;
    }

    void draw(ui::Ui& ui, ImVec2 at, float width) const override {
        const ui::Scope list(ui, ui::Role::kList, label_, {}, key_);
        const float cell = width / static_cast<float>(columns(width));
        float y = at.y;
        for (std::size_t i = 0; i < facts_.size(); i += columns(width)) {
            const float height = line_height(ui, i, width);
            ui::hairline(ui, at.x, y, width, ui.theme.border);
            for (std::size_t k = i; k < std::min(i + columns(width), facts_.size()); ++k) {
                const float x = at.x + static_cast<float>(k - i) * cell;
                if (k > i) ui::vertical_hairline(ui, x, y, height, ui.theme.border);
                const float edge = k > i ? kGap : 0;
                draw_fact(ui, facts_[k], {x + edge, y, cell - edge - 8, height});
            }
            y += height;
        }
        ui::hairline(ui, at.x, y, width, ui.theme.border);
    }

  private:
    static std::size_t columns(float width) {
        if (width >= 620) return 4;
        return width >= 270 ? 2 : 1;
    }
    ui::NodeKey key_of_fact(const Fact& fact) const { return ui::make_key(key_, fact.label); }
    static float indent(const Fact& fact) { return fact.weight == Weight::kNone ? 0.0F : 16.0F; }
    text::Paragraph label(ui::Ui& ui, const Fact& fact, float room) const {
        return lay_note(ui, key_of_fact(fact), fact.label, room - 24);
    }
    text::Paragraph value(ui::Ui& ui, const Fact& fact, float room) const {
        return lay(ui, key_of_fact(fact), fact.value, strong_style(ui.theme.text), room - indent(fact));
    }
    float fact_height(ui::Ui& ui, const Fact& fact, float room) const {
        const float note = lay_note(ui, key_of_fact(fact), fact.note, room).height;
        return kGap + label(ui, fact, room).height + 6 + value(ui, fact, room).height + 4 + note + kGap;
    }
    float line_height(ui::Ui& ui, std::size_t from, float width) const {
        const float cell = width / static_cast<float>(columns(width));
        float most = 0;
        for (std::size_t k = from; k < std::min(from + columns(width), facts_.size()); ++k)
            most = std::max(most, fact_height(ui, facts_[k], cell - (k > from ? kGap : 0) - 8));
        return most;
    }

    void draw_fact(ui::Ui& ui, const Fact& fact, const ui::Rect& cell) const {
        const ui::NodeKey key = key_of_fact(fact);
        const ui::Scope item(ui, ui::Role::kListItem, fact.label + ": " + fact.value, cell, key);
        float y = cell.y + kGap;
        ui::draw_icon(ui, fact.icon, cell.x, y + 1, 16, ui.theme.text_secondary);
        const text::Paragraph name = label(ui, fact, cell.width);
        ui::draw_paragraph(ui, name, cell.x + 24, y);
        y += name.height + 6;
        const text::Paragraph laid = value(ui, fact, cell.width);
        if (fact.weight != Weight::kNone)
            ui::circle(ui, {cell.x + 4, y + 11}, 4, colour_of(ui.theme, fact.weight));
        ui::draw_paragraph(ui, laid, cell.x + indent(fact), y);
        y += laid.height + 4;
        draw_note(ui, key, fact.note, lay_note(ui, key, fact.note, cell.width), {cell.x, y});
    }

    ui::NodeKey key_;
    std::string label_;
    std::vector<Fact> facts_;
};

// ---- what is wrong

class ProblemDrawing : public Drawing {
  public:
    ProblemDrawing(ui::NodeKey key, std::string label, std::vector<ShownProblem> problems)
        : key_(key), label_(std::move(label)), problems_(std::move(problems)) {}

    float height(ui::Ui& ui, float width) const override {
        float all = 0;
        for (const ShownProblem& one : problems_)
            all += problem_height(ui, one, width);
        return all + 4;
    }

    void draw(ui::Ui& ui, ImVec2 at, float width) const override {
        const ui::Scope list(ui, ui::Role::kList, label_, {}, key_);
        for (const ShownProblem& one : problems_) {
            const ui::Rect rect{at.x, at.y, width, problem_height(ui, one, width)};
            draw_problem(ui, one, rect);
            at.y += rect.height;
        }
    }

  private:
    static constexpr float kText = 30;  // beside the icon

    ui::NodeKey key_of_problem(const ShownProblem& one) const { return ui::make_key(key_, one.what); }
    text::Paragraph what(ui::Ui& ui, const ShownProblem& one, float width) const {
        const auto style = ui::body_style(ui.theme.text, ui.is_phone());
        return lay(ui, key_of_problem(one), one.what, style, width - kText);
    }
    text::Paragraph repair(ui::Ui& ui, const ShownProblem& one, float width) const {
        return lay_note(ui, key_of_problem(one), one.repair, width - kText);
    }
    float problem_height(ui::Ui& ui, const ShownProblem& one, float width) const {
        return 20 + what(ui, one, width).height + 2 + repair(ui, one, width).height + kGap;
    }

    void draw_problem(ui::Ui& ui, const ShownProblem& one, const ui::Rect& rect) const {
        const ui::NodeKey key = key_of_problem(one);
        const ui::Scope item(ui, ui::Role::kListItem, one.weight_said + ": " + one.what, rect, key);
        const ui::Colour colour = one.is_grave ? ui.theme.danger : ui.theme.warn;
        ui::draw_icon(ui, one.is_grave ? ui::Icon::kAlert : ui::Icon::kInfo, rect.x, rect.y, 20, colour);
        const float x = rect.x + kText;
        const auto style = ui::secondary_style(colour, 600);
        ui::draw_text(ui, x, rect.y + 1, one.weight_said, style, rect.width - kText);
        const text::Paragraph laid = what(ui, one, rect.width);
        draw_note(ui, key, one.what, laid, {x, rect.y + 20});
        draw_note(ui, key, one.repair, repair(ui, one, rect.width), {x, rect.y + 22 + laid.height});
    }

    ui::NodeKey key_;
    std::string label_;
    std::vector<ShownProblem> problems_;
};

}  // namespace

text::Paragraph lay(
    ui::Ui& ui, ui::NodeKey key, std::string_view text, const text::Style& style, float width
) {
    if (text.empty()) return {};
    return ui::wrap(ui, ui::make_key(key, text), text, style, width);
}

text::Paragraph lay_note(ui::Ui& ui, ui::NodeKey key, std::string_view text, float width) {
    return lay(ui, key, text, ui::secondary_style(ui.theme.text_secondary), width);
}

void draw_note(ui::Ui& ui, ui::NodeKey key, std::string_view text, const text::Paragraph& laid, ImVec2 at) {
    if (text.empty()) return;
    ui::wrapped_node(ui, ui::Role::kText, ui::make_key(key, text), text, laid, at.x, at.y);
}

Item number_head(NumberHead head) {
    return drawn(std::make_shared<HeadDrawing>(std::move(head)));
}

Item fact_grid(ui::NodeKey key, std::string label, std::vector<Fact> facts) {
    return drawn(std::make_shared<FactDrawing>(key, std::move(label), std::move(facts)));
}

Item problem_list(ui::NodeKey key, std::string label, std::vector<ShownProblem> problems) {
    return drawn(std::make_shared<ProblemDrawing>(key, std::move(label), std::move(problems)));
}

}  // namespace roost::settings
