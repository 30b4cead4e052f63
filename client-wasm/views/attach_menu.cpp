#include "client-wasm/views/attach_menu.h"

#include <algorithm>
#include <array>
#include <vector>

#include "client-wasm/views/editor_fields.h"
#include "client-wasm/views/floating.h"
#include "client-wasm/views/menu.h"

namespace roost {

namespace {

constexpr float kWidth = 248;
constexpr float kPadding = 6;
constexpr std::array kKinds{
    EditorKind::kLocation,
    EditorKind::kContact,
    EditorKind::kButtons,
    EditorKind::kList,
    EditorKind::kLink,
    EditorKind::kAskLocation};

ui::NodeKey menu_key() {
    return ui::make_key(0, "attach menu");
}

std::vector<MenuItem> items_of(const Words& words) {
    std::vector<MenuItem> items;
    const auto add = [&](ui::Icon icon, const Word& label) {
        const auto key = ui::make_key(menu_key(), std::to_string(items.size()));
        items.push_back({icon, std::string(label), key});
    };
    add(ui::Icon::kPhoto, words.sending.editor.files);
    for (const EditorKind kind : kKinds)
        add(editor_icon(kind), editor_title(words, kind));
    return items;
}

void choose(std::size_t item, UiState& state, Commands& out) {
    state.overlay = item == 0 ? Overlay::kNone : Overlay::kEditor;
    if (item == 0) {
        out.push_back(ChooseFiles{});
        return;
    }
    open_editor(state.editor, state.open, kKinds.at(item - 1));
}

}  // namespace

ui::NodeKey first_of_attach_menu() {
    return ui::make_key(menu_key(), "0");
}

void draw_attach_menu(UiState& state, ui::Ui& ui, Commands& out) {
    const std::vector<MenuItem> items = items_of(ui.words);
    const float row = ui.is_phone() ? 44.0F : 40.0F;
    const float height = row * static_cast<float>(items.size()) + 2 * kPadding;
    // Over the button.
    const float x = ui.is_phone() ? 8.0F : state.attach_x;
    const float y = std::max(8.0F, state.attach_y - height - 4);
    const ui::Rect rect{x, y, kWidth, height};
    draw_floating_ground(ui, rect);
    const Word& title = ui.words.attachments.attach;
    // Nothing under it can be reached: to those who listen that is a dialog, and the menu is what it holds.
    const ui::Scope cover(ui, ui::Role::kDialog, title, rect, ui::make_key(menu_key(), "cover"));
    const ui::Scope scope(ui, ui::Role::kMenu, title, rect, menu_key());
    const ui::Rect first{rect.x + kPadding, rect.y + kPadding, kWidth - 2 * kPadding, row};
    if (const auto chosen = menu_items(ui, items, first)) choose(*chosen, state, out);
}

}  // namespace roost
