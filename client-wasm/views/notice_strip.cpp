#include "client-wasm/views/notice_strip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "client-wasm/views/strip.h"

namespace roost {

namespace {

constexpr float kButton = 40;

bool is_bad(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::kTemplateApproved:
        case NoticeKind::kNumberUnflagged:
        case NoticeKind::kNumberLimit:
        case NoticeKind::kNameApproved:
        case NoticeKind::kNameWaiting:
        case NoticeKind::kAccountRestored:
        case NoticeKind::kAccountApproved:
        case NoticeKind::kAlert:
            return false;
        default:
            return true;
    }
}

// In the order of NoticeKind; the last one, an alert, is said in Meta's own words.
constexpr std::array kSentences{
    &NoticeWords::template_approved,      &NoticeWords::template_rejected, &NoticeWords::template_paused,
    &NoticeWords::template_disabled,      &NoticeWords::template_flagged,  &NoticeWords::template_category,
    &NoticeWords::template_category_soon, &NoticeWords::template_stopped,  &NoticeWords::number_flagged,
    &NoticeWords::number_unflagged,       &NoticeWords::number_limit,      &NoticeWords::name_approved,
    &NoticeWords::name_rejected,          &NoticeWords::name_waiting,      &NoticeWords::account_restricted,
    &NoticeWords::account_disabled,       &NoticeWords::account_restored,  &NoticeWords::account_approved,
    &NoticeWords::account_rejected,       &NoticeWords::disconnected,      &NoticeWords::pin_changed,
    &NoticeWords::pin_reset_asked,        &NoticeWords::history_refused,   &NoticeWords::number_problem,
};

// What nobody gave a reason for ends before the colon.
std::string said(const NoticeWords& words, const AccountNotice& notice) {
    if (notice.kind == NoticeKind::kAlert) return notice.detail;
    const Word& sentence = words.*kSentences.at(static_cast<std::size_t>(notice.kind));
    std::string text = fill(sentence, {notice.subject, notice.detail});
    while (text.ends_with(' ') || text.ends_with(':'))
        text.pop_back();
    return text;
}

}  // namespace

float draw_notice_strip(const UiState& state, ui::Ui& ui, const ui::Rect& column, Commands& out) {
    if (state.notices.empty()) return 0;
    const AccountNotice& notice = state.notices.back();
    const NoticeWords& words = ui.words.notices;
    const std::string sentence = said(words, notice);
    const auto style = ui::secondary_style(ui.theme.text);
    const text::Paragraph paragraph = ui::wrap(
        ui, ui::key_of(ui, "notice", notice.id), sentence, style, column.width - kStripText - kButton - 16
    );
    const float height = std::max(std::ceil(paragraph.height) + 2 * kStripEdge, kButton + 4);
    const ui::Rect strip{column.x, column.y, column.width, height};
    const float text_y = strip.y + std::round((height - paragraph.height) / 2);
    draw_strip_ground(ui, strip, is_bad(notice.kind), text_y);
    ui::draw_paragraph(ui, paragraph, strip.x + kStripText, text_y);
    ui::Node& node = ui::record(ui, ui::Role::kStatus, sentence, strip, ui::key_of(ui, "notice", notice.id));
    ui::attach_paragraph(ui, node, strip, paragraph, strip.x + kStripText, text_y);
    const ui::ButtonSpec dismiss{
        .label = words.dismiss,
        .rect = {strip.x + strip.width - kButton - 8, strip.y + (height - kButton) / 2, kButton, kButton},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kClose,
        .key = ui::key_of(ui, "dismiss notice")};
    if (ui::button(ui, dismiss)) out.push_back(DismissNotice{notice.id});
    return strip.height;
}

}  // namespace roost
