#include "client-wasm/views/viewer.h"

#include <algorithm>

#include "client-wasm/bubbles/file_family.h"
#include "client-wasm/views/floating.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

namespace {

constexpr float kHeader = 60;
constexpr float kButton = 44;
constexpr float kCaption = 48;

ui::NodeKey viewer_key() {
    return ui::make_key(0, "viewer");
}

bool is_film(const Message& message) {
    return file_kind(message.content) == Video::kType;
}

std::string sender_of(const ui::Ui& ui, const Message& message, const Conversation& row) {
    const bool is_ours = message.direction == Direction::kOutbound;
    return is_ours ? std::string(ui.words.message.you) : display_name(row);
}

std::string clock_of(const ui::Ui& ui, const Message& message) {
    return ui.locale.day_and_clock(message.at, ui.now, ui.utc_offset(message.at));
}

bool round_button(ui::Ui& ui, const Word& label, ui::Icon icon, ImVec2 at, ui::NodeKey key = 0) {
    return ui::button(
        ui,
        {.label = label,
         .rect = {at.x, at.y, kButton, kButton},
         .kind = ui::ButtonKind::kRound,
         .icon = icon,
         .key = key}
    );
}

// Zoom, download and the way out, from the end of the header. Returns where they begin.
float draw_tools(UiState& state, const Message& message, ui::Ui& ui, Commands& out) {
    const MediaWords& words = ui.words.media;
    const float y = (kHeader - kButton) / 2;
    float x = ui.viewport.width - kButton - 12;
    if (round_button(ui, ui.words.help.close, ui::Icon::kClose, {x, y}, first_of_viewer()))
        state.overlay = Overlay::kNone;
    x -= kButton + 4;
    const MediaCopy& file = media_in(message.content)->file;
    if (round_button(ui, words.save, ui::Icon::kDownload, {x, y}))
        out.push_back(OpenFile{file.id, saved_name(message), ""});
    if (is_film(message) || ui.is_phone()) return x;
    const ui::NodeKey photo = ui::make_key(viewer_key(), "photo");
    x -= kButton + 4;
    if (round_button(ui, words.zoom_in, ui::Icon::kZoomIn, {x, y})) out.push_back(ZoomPhoto{photo, 1.5F});
    x -= kButton + 4;
    if (round_button(ui, words.zoom_out, ui::Icon::kZoomOut, {x, y}))
        out.push_back(ZoomPhoto{photo, 1 / 1.5F});
    return x;
}

void draw_header(UiState& state, const Message& message, const Conversation& row, ui::Ui& ui, Commands& out) {
    const float end = draw_tools(state, message, ui, out);
    const float x = ui.is_phone() ? 16 : 24;
    ui::text_node(ui, x, 10, sender_of(ui, message, row), ui::name_style(ui.theme.text), end - x - 12);
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    ui::text_node(ui, x, 32, clock_of(ui, message), style, end - x - 12);
}

// The element that the browser shows; until its address is here, and when there is none, what there is to
// say.
void draw_medium(const UiState& state, const Message& message, ui::Ui& ui, const ui::Rect& rect) {
    const ViewerState& viewer = state.viewer;
    const bool is_here = viewer.file == media_in(message.content)->file.id;
    const std::string label = said(ui.locale, preview(message.content));
    const ui::Role role = is_film(message) ? ui::Role::kFilm : ui::Role::kPhoto;
    if (is_here && !viewer.error.empty()) {
        const auto style = ui::body_style(ui.theme.text_secondary, ui.is_phone());
        const float width = ui.text.width(viewer.error, style);
        const float x = rect.x + std::max(0.0F, (rect.width - width) / 2);
        ui::text_node(ui, x, rect.y + rect.height / 2, viewer.error, style, rect.width);
        return;
    }
    ui::Node& node = ui::record(ui, role, label, rect, ui::make_key(viewer_key(), "photo"));
    node.href = is_here ? viewer.url : "";
    node.is_busy = node.href.empty();
    if (is_film(message)) node.key = ui::make_key(viewer_key(), "film");
}

void go_to(UiState& state, const Message* message, ui::Ui& ui, Commands& out) {
    if (message == nullptr) return;
    state.viewer.message = message->id;
    const std::string clock = ui.locale.clock(message->at, ui.utc_offset(message->at));
    out.push_back(Say{fill("{0}, {1}", {said(ui.locale, preview(message->content)), clock})});
}

void draw_steps(UiState& state, const ViewerPlace& place, ui::Ui& ui, Commands& out) {
    const MediaWords& words = ui.words.media;
    const float y = (ui.viewport.height - kButton) / 2;
    const float end = ui.viewport.width - kButton - 12;
    if (place.previous != nullptr && round_button(ui, words.previous, ui::Icon::kPrevious, {12, y}))
        go_to(state, place.previous, ui, out);
    if (place.next != nullptr && round_button(ui, words.next, ui::Icon::kNext, {end, y}))
        go_to(state, place.next, ui, out);
}

void take_keys(UiState& state, const ViewerPlace& place, ui::Ui& ui, Commands& out) {
    const ui::NodeKey photo = ui::make_key(viewer_key(), "photo");
    for (const ui::Key& key : ui.input.keys) {
        if (key.has_control) continue;
        const bool is_left = key.name == "ArrowLeft";
        if (is_left || key.name == "ArrowRight")
            go_to(state, is_left != ui.is_mirrored() ? place.previous : place.next, ui, out);
        if (is_film(*place.message)) continue;
        if (key.name == "+" || key.name == "=") out.push_back(ZoomPhoto{photo, 1.5F});
        if (key.name == "-") out.push_back(ZoomPhoto{photo, 1 / 1.5F});
        if (key.name == "0") out.push_back(ZoomPhoto{photo, 0});
    }
}

std::string caption_of(const ui::Ui& ui, const Message& message) {
    const bool has_caption = !media_in(message.content)->caption.empty();
    return has_caption ? said(ui.locale, preview(message.content)) : "";
}

ui::Rect medium_rect(const ui::Ui& ui, bool has_caption) {
    const float side = ui.is_phone() ? 0.0F : kButton + 24;
    const float below = has_caption ? kCaption : 16;
    return {side, kHeader, ui.viewport.width - 2 * side, ui.viewport.height - kHeader - below};
}

}  // namespace

ui::NodeKey first_of_viewer() {
    return ui::make_key(viewer_key(), "close");
}

bool can_view(const Message& message) {
    return shows_picture(message.content) && file_kind(message.content) != Sticker::kType &&
           media_in(message.content)->file.state == MediaState::kStored;
}

ViewerPlace viewer_place(const std::vector<Message>& messages, MessageId shown) {
    ViewerPlace place;
    for (const Message& message : messages) {
        if (message.id == shown && can_view(message)) {
            place.message = &message;
        } else if (can_view(message) && place.message == nullptr) {
            place.previous = &message;
        } else if (can_view(message)) {
            place.next = &message;
            return place;
        }
    }
    return place;
}

std::string saved_name(const Message& message) {
    const MediaRef* media = media_in(message.content);
    if (media == nullptr) return "";
    const std::string& mime_type = media->file.mime_type;
    std::string ending = mime_type.substr(std::min(mime_type.size(), mime_type.find('/') + 1));
    ending = ending.substr(0, ending.find(';'));
    if (ending == "jpeg") ending = "jpg";
    return fill("{0}-{1}.{2}", {file_kind(message.content), to_string(message.id), ending});
}

void draw_viewer(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const ThreadWindow* thread = find_thread(inbox, state.open);
    const Conversation* row = find_conversation(inbox, state.open);
    ViewerPlace place;
    if (thread != nullptr) place = viewer_place(thread->messages, state.viewer.message);
    if (place.message == nullptr || row == nullptr) {
        state.overlay = Overlay::kNone;
        return;
    }
    const Message& message = *place.message;
    const std::string& file = media_in(message.content)->file.id;
    if (state.viewer.file != file) out.push_back(ViewFile{file});
    if (place.previous == nullptr && thread->has_older && !state.load.is_loading_older)
        out.push_back(LoadOlderMessages{state.open});
    cover_fields(ui, ui.viewport);
    ui::fill(ui, ui.viewport, ui.theme.app);
    ui::Scope scope(ui, ui::Role::kDialog, ui.words.media.viewer, ui.viewport, viewer_key());
    const std::string caption = caption_of(ui, message);
    draw_header(state, message, *row, ui, out);
    draw_medium(state, message, ui, medium_rect(ui, !caption.empty()));
    if (!caption.empty()) {
        const auto style = ui::body_style(ui.theme.text, ui.is_phone());
        const float width = std::min(ui.text.width(caption, style), ui.viewport.width - 48);
        const float y = ui.viewport.height - kCaption + 12;
        ui::text_node(ui, (ui.viewport.width - width) / 2, y, caption, style, ui.viewport.width - 48);
    }
    draw_steps(state, place, ui, out);
    take_keys(state, place, ui, out);
}

}  // namespace roost
