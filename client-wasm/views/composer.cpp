#include "client-wasm/views/composer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "client-wasm/views/attachment_tray.h"
#include "client-wasm/views/blocked_strip.h"
#include "client-wasm/views/composer_parts.h"
#include "client-wasm/views/emoji_completion.h"
#include "client-wasm/views/emoji_picker.h"
#include "client-wasm/views/template_picker.h"
#include "client-wasm/views/voice_row.h"
#include "shared/base/utf8.h"
#include "shared/wire/send.h"

namespace roost {

namespace {

constexpr float kQueueHeight = 26;
constexpr float kBelow = 12;
constexpr float kMostLines = 6;
constexpr std::size_t kCountFrom = 3800;

struct FieldMeasure {
    float font_size;
    float line_height;
    float padding_y;
    float lowest;  // height of one line

    float height(float lines) const { return std::max(lowest, lines * line_height + 2 * padding_y); }
};

FieldMeasure measure_of(const ui::Ui& ui) {
    // 16 px is what keeps phones from zooming into the field.
    if (ui.is_phone()) return {16, 21, 11.5F, 44};
    return {14, 19, 10.5F, 40};
}

float button_size(const ui::Ui& ui) {
    return ui.is_phone() ? 44.0F : 40.0F;
}

// Buttons before the field: for files and emoji, on phones for files alone.
float field_start(const ui::Ui& ui) {
    return ui.is_phone() ? 52.0F : 8 + 2 * button_size(ui) + 6;
}

float field_width(const ui::Ui& ui, float width) {
    return width - field_start(ui) - button_size(ui) - 8 - (ui.is_phone() ? 8.0F : kComposerSide);
}

// A phone's emoji button lies in the field.
float button_room(const ui::Ui& ui) {
    return ui.is_phone() ? 36.0F : 0;
}

ui::NodeKey message_key(const ui::Ui& ui) {
    return ui::key_of(ui, "message");
}

float line_count(const UiState& state, ui::Ui& ui, float width) {
    const std::string& draft = state.composer.draft.value;
    if (draft.empty() || shows_voice(state)) return 1;
    const FieldMeasure measure = measure_of(ui);
    // A break at the end opens a line that layout alone would not count.
    const std::string text = draft.back() == '\n' ? draft + " " : draft;
    text::ParagraphRequest request;
    request.id = ui::make_key(ui::make_key(0, "composer"), text);
    request.text = text;
    request.style = {.size = measure.font_size, .line_height = measure.line_height};
    request.max_width = field_width(ui, width) - 26 - button_room(ui);
    std::vector<text::Paragraph> laid;
    ui.text.lay_out({&request, 1}, laid);
    return std::clamp(static_cast<float>(laid.front().lines.size()), 1.0F, kMostLines);
}

ui::FieldSpec field_spec(const ui::Ui& ui, const ComposerState& composer) {
    const FieldMeasure measure = measure_of(ui);
    ui::FieldSpec spec;
    spec.placeholder = ui.words.composer.placeholder;
    spec.autocomplete = "off";
    spec.font_size = measure.font_size;
    spec.line_height = measure.line_height;
    spec.colour = ui.theme.text;
    spec.padding_x = 13;
    spec.padding_y = measure.padding_y;
    spec.padding_end = button_room(ui);
    spec.is_prose = true;
    spec.tells_caret = true;
    spec.set_value = composer.draft.value;
    spec.set_revision = composer.draft.revision;
    return spec;
}

struct Writing {
    const Conversation& row;
    UiState& state;
    ComposerState& composer;
    TrayState& tray;
    ui::Ui& ui;
    Commands& out;

    bool has_files() const { return has_attachments(tray, composer.conversation); }
    std::string obstacle() const { return tray_obstacle(ui.locale, tray, composer.conversation); }
    // While there is nothing else to send.
    bool can_record() const {
        return row.platform == Platform::kWhatsApp && !has_files() && trim(composer.draft.value).empty();
    }
    // The files go without a text, too.
    bool can_send_now() const {
        return can_send(composer.draft.value) || (has_files() && trim(composer.draft.value).empty());
    }
};

void send(Writing& writing) {
    ComposerState& composer = writing.composer;
    const std::string obstacle = writing.obstacle();
    if (!obstacle.empty()) {
        writing.out.push_back(Say{obstacle, true});
        return;
    }
    if (!writing.can_send_now()) return;
    const std::string text(trim(composer.draft.value));
    if (writing.has_files()) {
        writing.out.push_back(SendFiles{composer.conversation, text, composer.reply_to});
    } else {
        writing.out.push_back(SendText{composer.conversation, text, composer.reply_to});
    }
    composer.reply_to.reset();
    composer.draft.set("");
    writing.out.push_back(SaveDraft{composer.conversation, ""});
}

bool round_button(Writing& writing, std::string_view label, ui::Icon icon, float x, float y) {
    const float size = button_size(writing.ui);
    ui::ButtonSpec spec{
        .label = std::string(label),
        .rect = {x, y, size, size},
        .kind = ui::ButtonKind::kRound,
        .icon = icon};
    if (icon == ui::Icon::kSmile) spec.is_expanded = writing.composer.picker.is_open;
    return ui::button(writing.ui, spec);
}

void draw_emoji_button(Writing& writing, float x, float y) {
    if (round_button(writing, writing.ui.words.emoji.title, ui::Icon::kSmile, x, y))
        toggle_emoji_picker(writing.state.emoji, writing.composer.picker, writing.out);
}

void draw_field(Writing& writing, const ui::Rect& rect) {
    ComposerState& composer = writing.composer;
    ui::Ui& ui = writing.ui;
    ui::FieldBox box{ui.words.composer.field, rect};
    box.role = ui::Role::kTextArea;
    box.key = message_key(ui);
    // Before the keys: they are meant for what was typed before them.
    const auto changed = ui.input.changed_fields.find(box.key);
    if (changed != ui.input.changed_fields.end()) {
        composer.draft.value = changed->second;
        writing.out.push_back(SaveDraft{composer.conversation, changed->second});
    }
    const CompletionResult completion =
        take_completion(writing.state.emoji, composer, ui, box.key, writing.out);
    box.spec = field_spec(ui, composer);
    box.spec.list = completion.list;
    box.spec.active_option = completion.active_option;
    if (completion.list != 0) box.spec.keys_taken = ui::KeysTaken::kSuggestions;
    ui::field(ui, box);
    if (composer.wants_focus) {
        composer.wants_focus = false;
        ui.wanted_focus = box.key;
    }
    if (completion.wants_to_send || ui::was_submitted(ui, box.key)) send(writing);
}

void draw_send_button(Writing& writing, float x, float y) {
    ui::Ui& ui = writing.ui;
    if (writing.can_record()) {
        if (round_button(writing, ui.words.sending.voice.record, ui::Icon::kMicrophone, x, y))
            writing.out.push_back(RecordVoice{writing.composer.conversation});
        return;
    }
    const float size = button_size(ui);
    ui::ButtonSpec spec{
        .label = ui.words.composer.send,
        .rect = {x, y, size, size},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kSend};
    const std::string obstacle = writing.obstacle();
    spec.is_disabled = !writing.can_send_now() || !obstacle.empty();
    spec.colour = ui.theme.accent;
    const bool is_pressed = ui::button(ui, spec);
    ui.tree.back().description = obstacle;
    if (!is_pressed) return;
    send(writing);
    // Back to writing; a finger's keyboard stays as it is.
    if (!ui.is_phone()) writing.composer.wants_focus = true;
}

// Files, and on WhatsApp what else can be sent.
void draw_attach_button(Writing& writing, float x, float y) {
    ui::Ui& ui = writing.ui;
    const float size = button_size(ui);
    ui::ButtonSpec spec{
        .label = ui.words.attachments.attach,
        .rect = {x, y, size, size},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kAttach};
    spec.opens_menu = writing.row.platform == Platform::kWhatsApp;
    if (spec.opens_menu) spec.is_expanded = writing.state.overlay == Overlay::kAttachMenu;
    if (!ui::button(ui, spec)) return;
    if (!spec.opens_menu) {
        writing.out.push_back(ChooseFiles{});
        return;
    }
    writing.state.overlay = Overlay::kAttachMenu;
    writing.state.attach_x = x;
    writing.state.attach_y = y;
}

void draw_field_row(Writing& writing, const ui::Rect& rect) {
    ui::Ui& ui = writing.ui;
    const float size = button_size(ui);
    const float y = rect.y + rect.height - size;
    const ui::Rect field{rect.x + field_start(ui), rect.y, field_width(ui, rect.width), rect.height};
    const float edge = ui.is_phone() ? 4 : 8;
    draw_attach_button(writing, rect.x + edge, y);
    if (!ui.is_phone()) draw_emoji_button(writing, rect.x + edge + size, y);
    draw_field(writing, field);
    if (ui.is_phone()) draw_emoji_button(writing, field.x + field.width - size, y);
    draw_send_button(writing, field.x + field.width + 8, y);
}

// The answer that was begun goes along.
void draw_voice(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const std::size_t before = out.size();
    draw_voice_row(state.voice, state.composer.reply_to, ui, rect, out);
    if (out.size() > before && out.ends_with<SendVoice>()) state.composer.reply_to.reset();
}

// A colon leads to the emoji, unless something is being typed.
void take_shortcut(Writing& writing) {
    for (const ui::Key& key : writing.ui.input.keys) {
        const bool is_colon = key.name == ":" && !key.is_in_field && !key.has_control;
        if (is_colon && writing.state.overlay == Overlay::kNone)
            toggle_emoji_picker(writing.state.emoji, writing.composer.picker, writing.out);
    }
}

// Returns how high it is.
float draw_tray(Writing& writing, const ui::Rect& rect) {
    const float height = attachment_tray_height(writing.state, writing.ui);
    if (height == 0) return 0;
    const ui::Rect tray{rect.x, rect.y, rect.width, height - kTrayGap};
    draw_attachment_tray(
        writing.tray, writing.composer.conversation, writing.ui, tray, message_key(writing.ui), writing.out
    );
    return height;
}

}  // namespace

void answer(const Message& message, ComposerState& composer) {
    composer.reply_to = quote_of(message);
    composer.wants_focus = true;
}

bool can_quote(const Message& message) {
    const Content& content = message.content;
    const bool is_line = std::holds_alternative<System>(content) || std::holds_alternative<Call>(content);
    return message.id && !message.wamid.empty() && !is_line;
}

bool is_closed(const Conversation& row, UnixMillis now) {
    return !check_may_send(row, Text{"?", false}, now);
}

bool can_send(std::string_view draft) {
    const std::string_view text = trim(draft);
    return !text.empty() && count_utf16_units(text) <= kLongestText;
}

std::string room_label(const Locale& locale, std::string_view draft) {
    if (draft.size() < kCountFrom) return "";
    const std::size_t used = count_utf16_units(trim(draft));
    if (used < kCountFrom) return "";
    const ComposerWords& words = locale.words().composer;
    const auto left = static_cast<std::int64_t>(kLongestText) - static_cast<std::int64_t>(used);
    return left < 0 ? locale.count(words.too_many, -left) : locale.count(words.left, left);
}

std::string queue_label(const Locale& locale, const QueueState& queue, const Connection& connection) {
    if (connection.phase == ConnectionPhase::kLive || connection.phase == ConnectionPhase::kConnecting)
        return "";
    const ComposerWords& words = locale.words().composer;
    if (queue.waiting == 0) return std::string(words.queue_empty);
    return locale.count(words.queue, queue.waiting);
}

bool has_field(const Conversation& row, const UiState& state, UnixMillis now) {
    return may(state, permission::kSend) && !row.is_blocked && !is_closed(row, now);
}

float composer_height(const Inbox& inbox, const UiState& state, ui::Ui& ui, float width) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr) return 0;
    if (!may(state, permission::kSend)) return read_only_height(ui, width);
    if (row->is_blocked) return blocked_strip_height(*row, state, ui, width);
    if (is_closed(*row, ui.now)) return closed_window_height(*row, ui, width);
    const float queue = queue_label(ui.locale, state.queue, state.connection).empty() ? 0 : kQueueHeight;
    const float tray = attachment_tray_height(state, ui);
    const float reply = state.composer.reply_to ? kReplyHeight : 0;
    const float field = measure_of(ui).height(line_count(state, ui, width));
    return kTabsHeight + queue + reply + tray + field + kBelow;
}

bool close_suggestions(ComposerState& composer) {
    if (composer.completion.is_shown) {
        composer.completion.dismissed = composer.completion.start;
        composer.completion.query.clear();
        return true;
    }
    return std::exchange(composer.picker.is_open, false);
}

void draw_composer(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr) return;
    const ComposerWords& words = ui.words.composer;
    ui::Scope form(ui, ui::Role::kForm, words.form, {}, ui::key_of(ui, "composer"));
    state.templates.is_inline = state.templates.has_row_focus = false;
    if (!may(state, permission::kSend)) return draw_read_only(ui, rect);
    if (row->is_blocked) return draw_blocked_strip(*row, state, ui, rect, out);
    if (is_closed(*row, ui.now)) return draw_closed_window(*row, state, ui, rect, out);
    Writing writing{*row, state, state.composer, state.tray, ui, out};
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    draw_tab_row(*row, state, ui, {rect.x, rect.y, rect.width, kTabsHeight});
    float y = rect.y + kTabsHeight;
    const std::string queue = queue_label(ui.locale, state.queue, state.connection);
    if (!queue.empty()) {
        ui::text_node(ui, rect.x + kComposerSide, y, queue, ui::secondary_style(ui.theme.text_secondary));
        y += kQueueHeight;
    }
    if (state.composer.reply_to) {
        const bool is_dropped =
            draw_reply(*row, *state.composer.reply_to, ui, {rect.x, y, rect.width, kReplyHeight});
        if (is_dropped) state.composer.reply_to.reset();
        state.composer.wants_focus |= is_dropped;
        y += kReplyHeight;
    }
    y += draw_tray(writing, {rect.x, y, rect.width, 0});
    take_shortcut(writing);
    const ui::Rect line{rect.x, y, rect.width, rect.y + rect.height - kBelow - y};
    if (shows_voice(state)) return draw_voice(state, ui, line, out);
    draw_field_row(writing, line);
    const ui::NodeKey field = message_key(ui);
    EmojiPickerState& picker = state.composer.picker;
    if (picker.is_open || picker.was_shown) draw_emoji_picker(state.emoji, picker, ui, rect, field, out);
    draw_completion(state.emoji, state.composer, ui, rect, field, out);
}

}  // namespace roost
