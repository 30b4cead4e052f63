#include "client-wasm/views/search_field.h"

namespace roost {

namespace {

constexpr float kGlassRoom = 44;

ui::FieldSpec spec_of(const ui::Ui& ui, const FieldText& text, const SearchFieldBox& box) {
    ui::FieldSpec spec;
    spec.placeholder = box.label.text();
    spec.autocomplete = "off";
    spec.font_size = ui.is_phone() ? 16.0F : 14.0F;
    spec.line_height = 20;
    spec.colour = ui.theme.text;
    spec.padding_x = kGlassRoom;
    spec.padding_y = (box.rect.height - 20) / 2;
    spec.keys_taken = box.keys_taken;
    spec.set_value = text.value;
    spec.set_revision = text.revision;
    return spec;
}

void draw_hint(ui::Ui& ui, const ui::Rect& field, const std::string& hint) {
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const ui::Rect cap{field.x + field.width - 34, field.y + (field.height - 22) / 2, 22, 22};
    ui::fill(ui, cap, ui.theme.panel, 5);
    ui::outline(ui, cap, ui.theme.border, 5);
    ui::draw_text_centred(ui, cap, hint, style);
}

}  // namespace

SearchFieldNews search_field(ui::Ui& ui, FieldText& text, const SearchFieldBox& box) {
    SearchFieldNews news;
    const ui::Rect& rect = box.rect;
    const bool has_focus = ui.input.focus == box.key;
    ui::fill(ui, rect, ui.theme.hover, 8);
    if (ui.theme.edge != 0) ui::outline(ui, rect, ui.theme.edge, 8);
    if (has_focus) ui::focus_ring(ui, rect, 8, 0);
    ui::draw_icon(
        ui, ui::Icon::kSearch, rect.x + 12, rect.y + (rect.height - 20) / 2, 20, ui.theme.text_secondary
    );
    ui::record(ui, ui::Role::kSearchField, box.label, rect, box.key).field = spec_of(ui, text, box);
    const auto changed = ui.input.changed_fields.find(box.key);
    if (changed != ui.input.changed_fields.end() && changed->second != text.value) {
        text.value = changed->second;
        news.text = text.value;
    }
    news.was_submitted = ui::was_submitted(ui, box.key);
    if (text.value.empty()) {
        if (!box.hint.empty() && !has_focus) draw_hint(ui, rect, box.hint);
        return news;
    }
    if (!box.can_be_cleared) return news;
    news.was_cleared = ui::button(
        ui,
        {.label = ui.words.search.clear,
         .rect = {rect.x + rect.width - rect.height, rect.y, rect.height, rect.height},
         .kind = ui::ButtonKind::kRound,
         .icon = ui::Icon::kClose}
    );
    return news;
}

}  // namespace roost
