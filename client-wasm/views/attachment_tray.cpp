#include "client-wasm/views/attachment_tray.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr float kTitle = 33;
constexpr float kSide = 16;
constexpr float kThumbnail = 56;
constexpr float kConvertWidth = 170;
constexpr float kMostRows = 2.5F;  // the half one says that there are more

float row_height(const ui::Ui& ui) {
    return ui.is_phone() ? 116.0F : 72.0F;
}

ui::NodeKey list_key(ConversationId conversation) {
    return ui::make_key(0, "attachments", conversation.value);
}

ui::NodeKey remove_key(ConversationId conversation, int file) {
    return ui::make_key(list_key(conversation), "remove", file);
}

ui::Icon icon_of(MediaKind kind) {
    switch (kind) {
        case MediaKind::kImage:
            return ui::Icon::kPhoto;
        case MediaKind::kVideo:
            return ui::Icon::kVideo;
        case MediaKind::kAudio:
            return ui::Icon::kMusic;
        case MediaKind::kDocument:
            break;
    }
    return ui::Icon::kDocument;
}

void draw_caption(Attachment& one, ui::Ui& ui, const ui::Rect& rect) {
    ui::FieldBox box{fill(ui.words.attachments.caption_of, {one.name}), rect};
    box.key = ui::key_of(ui, "caption", one.file);
    box.spec.placeholder = ui.words.attachments.caption;
    box.spec.font_size = ui.is_phone() ? 16.0F : 14.0F;
    box.spec.line_height = 20;
    box.spec.colour = ui.theme.text;
    box.spec.padding_x = 12;
    box.spec.padding_y = 8;
    box.spec.submits_on_enter = false;
    box.spec.is_prose = true;
    box.spec.set_value = one.caption.value;
    box.spec.set_revision = one.caption.revision;
    if (const auto changed = ui::field(ui, box)) one.caption.value = *changed;
}

std::string obstacle_of(const Locale& locale, const Attachment& one) {
    std::string problem = problem_label(locale, one);
    if (problem.empty() && count_utf16_units(one.caption.value) > kLongestCaption)
        problem = fill(locale.words().attachments.long_caption, {locale.number(kLongestCaption)});
    return problem;
}

// Where a caption would stand: a picture that WhatsApp does not take can be made into one that it takes.
void draw_conversion(const Attachment& one, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const UploadWords& words = ui.words.sending.uploads;
    const bool is_running = one.conversion == Conversion::kRunning;
    const bool is_large = one.fit.problem == MediaProblem::kTooLarge;
    const Word& offer = is_large ? words.shrink : words.convert;
    ui::ButtonSpec spec{.label = is_running ? words.converting : offer, .rect = rect};
    spec.kind = ui::ButtonKind::kQuiet;
    spec.is_disabled = is_running;
    spec.key = ui::key_of(ui, "convert", one.file);
    if (ui::button(ui, spec)) out.push_back(ConvertImage{one.file});
}

// Its size; when the caption is nearly full, how much may still be said.
std::string fact_of(const Locale& locale, const Attachment& one) {
    constexpr std::int64_t kCountFrom = 100;
    const auto left = static_cast<std::int64_t>(kLongestCaption) -
                      static_cast<std::int64_t>(count_utf16_units(one.caption.value));
    if (left < kCountFrom) return locale.count(locale.words().composer.left, left);
    const std::string size = locale.file_size(one.size);
    return one.is_sticker ? fill("{0} · {1}", {locale.words().message.sticker, size}) : size;
}

// Name, and under it the size or what is wrong.
void draw_words(const Attachment& one, ui::Ui& ui, float x, float y, float width) {
    const auto name = ui::body_style(ui.theme.text, false);
    ui::draw_text(ui, x, y, one.name, name, width);
    const std::string problem = obstacle_of(ui.locale, one);
    if (!problem.empty()) {
        const ui::NodeKey key = ui::key_of(ui, "problem", one.file);
        const auto laid = ui::wrap(ui, key, problem, ui::secondary_style(ui.theme.danger), width);
        ui::wrapped_node(ui, ui::Role::kText, key, problem, laid, x, y + 21);
        return;
    }
    ui::text_node(
        ui, x, y + 21, fact_of(ui.locale, one), ui::secondary_style(ui.theme.text_secondary), width
    );
}

struct Row {
    TrayState& tray;
    ConversationId conversation;
    std::size_t index;
    ui::NodeKey field;
};

// The focus goes on to the next one's button, or back to writing.
void remove(const Row& row, ui::Ui& ui, Commands& out) {
    const auto& files = row.tray.kept[row.conversation];
    const int file = files[row.index].file;
    const std::size_t next = row.index + 1 < files.size() ? row.index + 1 : row.index - 1;
    ui.wanted_focus = files.size() > 1 ? remove_key(row.conversation, files[next].file) : row.field;
    out.push_back(RemoveAttachment{row.conversation, file});
}

void draw_attachment(const Row& row, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    std::vector<Attachment>& files = row.tray.kept[row.conversation];
    Attachment& one = files[row.index];
    const std::string problem = problem_label(ui.locale, one);
    const std::string size = ui.locale.file_size(one.size);
    const AttachmentWords& words = ui.words.attachments;
    const std::string label = problem.empty() ? fill(words.item, {one.name, size})
                                              : fill(words.item_problem, {one.name, size, problem});
    ui::Scope item(ui, ui::Role::kListItem, label, rect, ui::key_of(ui, "file", one.file));
    item.node().position = static_cast<int>(row.index) + 1;
    item.node().set_size = static_cast<int>(files.size());
    const float button = ui.is_phone() ? 44.0F : 40.0F;
    draw_thumbnail(one, ui, {rect.x, rect.y + 4, kThumbnail, kThumbnail});
    const float left = rect.x + kThumbnail + 12;
    const float right = rect.x + rect.width - button - 4;
    const bool has_caption = one.has_caption() && problem.empty();
    const bool is_convertible = can_convert(one);
    float room = right - left;
    if (has_caption && !ui.is_phone()) room = std::min(220.0F, room * 0.45F);
    if (is_convertible && !ui.is_phone()) room -= kConvertWidth + 20;
    draw_words(one, ui, left, rect.y + 12, room);
    const ui::Rect beside = ui.is_phone()
                                ? ui::Rect{rect.x, rect.y + 66, rect.width, 44}
                                : ui::Rect{left + room + 16, rect.y + 13, right - left - room - 20, 40};
    if (has_caption) draw_caption(one, ui, beside);
    if (is_convertible) draw_conversion(one, ui, beside, out);
    ui::ButtonSpec spec{
        .label = fill(ui.words.attachments.remove, {one.name}),
        .rect = {right + 4, rect.y + 12, button, button}};
    spec.kind = ui::ButtonKind::kRound;
    spec.icon = ui::Icon::kClose;
    spec.key = remove_key(row.conversation, one.file);
    if (ui::button(ui, spec)) remove(row, ui, out);
}

}  // namespace

void draw_thumbnail(const Attachment& one, ui::Ui& ui, const ui::Rect& rect) {
    const text::Quad picture = ui.text.picture(one.file, rect.width, rect.height);
    ui::fill(ui, rect, ui.theme.selected, 8);  // shows through what is transparent
    if (picture.texture != 0) return ui::draw_picture(ui, picture, rect);
    const float in = (rect.width - 28) / 2;
    ui::draw_icon(ui, icon_of(one.fit.kind), rect.x + in, rect.y + in, 28, ui.theme.text_secondary);
}

bool can_convert(const Attachment& one) {
    const MediaProblem problem = one.fit.problem;
    const bool is_wrong = problem == MediaProblem::kTooLarge || problem == MediaProblem::kWrongFormat;
    return is_wrong && one.fit.kind == MediaKind::kImage && one.conversion != Conversion::kFailed;
}

bool has_attachments(const TrayState& tray, ConversationId conversation) {
    const auto found = tray.kept.find(conversation);
    return found != tray.kept.end() && !found->second.empty();
}

namespace {

// One word for each kind, in the order of MediaKind.
std::string_view of_kind(MediaKind kind, const std::array<Word, 4>& words) {
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string problem_label(const Locale& locale, const Attachment& attachment) {
    const AttachmentWords& words = locale.words().attachments;
    const MediaKind kind = attachment.fit.kind;
    if (attachment.conversion == Conversion::kFailed)
        return std::string(locale.words().sending.uploads.cannot_convert);
    switch (attachment.fit.problem) {
        case MediaProblem::kEmpty:
            return std::string(words.empty);
        case MediaProblem::kTooLarge:
            return fill(
                of_kind(
                    kind, {words.large_photo, words.large_video, words.large_audio, words.large_document}
                ),
                {locale.file_size(attachment.fit.limit)}
            );
        case MediaProblem::kWrongFormat:
            return std::string(
                of_kind(kind, {words.wrong_photo, words.wrong_video, words.wrong_audio, words.wrong_document})
            );
        case MediaProblem::kNone:
            break;
    }
    return "";
}

std::string tray_obstacle(const Locale& locale, const TrayState& tray, ConversationId conversation) {
    const auto found = tray.kept.find(conversation);
    if (found == tray.kept.end()) return "";
    for (const Attachment& one : found->second) {
        const std::string problem = obstacle_of(locale, one);
        if (!problem.empty()) return fill(locale.words().sending.uploads.blocked, {one.name, problem});
    }
    return "";
}

float attachment_tray_height(const UiState& state, const ui::Ui& ui) {
    const auto found = state.tray.kept.find(state.open);
    if (found == state.tray.kept.end() || found->second.empty()) return 0;
    const float most = ui.is_phone() ? 1.4F : kMostRows;
    const float rows = std::min(most, static_cast<float>(found->second.size())) * row_height(ui);
    return kTitle + rows + kTrayGap;
}

void draw_attachment_tray(
    TrayState& tray,
    ConversationId conversation,
    ui::Ui& ui,
    const ui::Rect& rect,
    ui::NodeKey field,
    Commands& out
) {
    if (!has_attachments(tray, conversation)) return;
    const std::size_t count = tray.kept[conversation].size();
    ui::Scope region(ui, ui::Role::kGroup, ui.words.attachments.tray, {}, ui::key_of(ui, "tray"));
    ui::text_node(
        ui,
        rect.x + kSide,
        rect.y + 4,
        ui.locale.count(ui.words.attachments.files, static_cast<std::int64_t>(count)),
        ui::button_style(ui.theme.text)
    );
    const ui::Rect area{rect.x + kSide, rect.y + kTitle, rect.width - 2 * kSide, rect.height - kTitle};
    const float height = row_height(ui);
    const ui::NodeKey key = list_key(conversation);
    const ui::ScrollerSpec spec{height * static_cast<float>(count), std::nullopt, 0};
    const float top = ui.scroll_top(key);
    ui::Scroller list(ui, {ui::Role::kList, ui.words.attachments.list, area, key, spec, top});
    for (std::size_t i = 0; i < count; ++i) {
        const ui::Rect row{area.x, area.y + static_cast<float>(i) * height - top, area.width, height};
        draw_attachment({tray, conversation, i, field}, ui, row, out);
    }
}

void draw_drop_target(const TrayState& tray, ui::Ui& ui, const ui::Rect& rect) {
    if (!tray.is_dragged_over) return;
    ui::fill(ui, rect, ui::with_alpha(ui.theme.panel, 0.92F));
    const ui::Rect frame{rect.x + 12, rect.y + 12, rect.width - 24, rect.height - 24};
    ui::outline(ui, frame, ui.theme.accent, 12, 2);
    const float middle = rect.y + rect.height / 2;
    ui::draw_icon(ui, ui::Icon::kAttach, rect.x + rect.width / 2 - 20, middle - 52, 40, ui.theme.accent);
    const ui::Rect line{rect.x, middle, rect.width, 24};
    ui::draw_text_centred(ui, line, ui.words.attachments.drop, ui::title_style(ui.theme.text));
    ui::record(ui, ui::Role::kStatus, ui.words.attachments.drop, line, ui::key_of(ui, "drop files"));
}

}  // namespace roost
