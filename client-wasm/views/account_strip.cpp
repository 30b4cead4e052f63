#include "client-wasm/views/account_strip.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "client-wasm/views/strip.h"
#include "client-wasm/words/failures.h"
#include "shared/model/failure_repair.h"

namespace roost {

namespace {

constexpr UnixMillis kPatience = 5000;  // what is over in a moment is nothing that agents have to know
constexpr float kTitleHeight = 20;
constexpr float kButtonHeight = 40;

// The one that has lasted longest; null if none has to be shown.
const AccountTrouble* lasting_trouble(const Inbox& inbox, ui::Ui& ui) {
    const AccountTrouble* oldest = nullptr;
    for (const auto& [account, trouble] : inbox.troubles)
        if (oldest == nullptr || trouble.since < oldest->since) oldest = &trouble;
    if (oldest == nullptr || ui.now - oldest->since >= kPatience) return oldest;
    ui.wake(oldest->since + kPatience);
    return nullptr;
}

bool can_renew(const AccountTrouble& trouble, const UiState& state, UnixMillis now) {
    return may_open(state, SettingsSection::kNumbers) &&
           repair_of(trouble.failure, trouble.since, now).action == Repair::kRenew;
}

void draw_renewing(ui::Ui& ui, const ui::Rect& strip, float y, Commands& out) {
    const std::string_view label = ui.words.numbers.renew;
    const float wanted = ui.text.width(label, ui::secondary_style(ui.theme.accent, 600)) + 32;
    const float width = std::min(wanted, strip.width - kStripText - 16);
    const ui::ButtonSpec spec{
        .label = label,
        .rect = {strip.x + kStripText, y, width, kButtonHeight},
        .kind = ui::ButtonKind::kQuiet,
        .key = ui::key_of(ui, "renew")};
    if (ui::button(ui, spec)) out.push_back(OpenSettings{SettingsSection::kNumbers});
}

}  // namespace

float draw_account_strip(
    const Inbox& inbox, const UiState& state, ui::Ui& ui, const ui::Rect& column, Commands& out
) {
    const AccountTrouble* trouble = lasting_trouble(inbox, ui);
    if (trouble == nullptr) return 0;
    const std::string reason = failure_said(ui.words, trouble->failure);
    const ui::NodeKey key = ui::key_of(ui, "paused");
    const auto style = ui::secondary_style(ui.theme.text);
    const text::Paragraph paragraph = ui::wrap(ui, key, reason, style, column.width - kStripText - 16);
    const float written = std::ceil(paragraph.height) + kTitleHeight + 2 * kStripEdge;
    const bool has_button = can_renew(*trouble, state, ui.now);
    const ui::Rect strip{
        column.x, column.y, column.width, written + (has_button ? kButtonHeight + kStripEdge : 0)};
    draw_strip_ground(ui, strip, true, strip.y + kStripEdge);
    const std::string_view title = ui.words.connection.paused;
    ui::draw_text(
        ui, strip.x + kStripText, strip.y + kStripEdge, title, ui::secondary_style(ui.theme.warn, 600)
    );
    ui::draw_paragraph(ui, paragraph, strip.x + kStripText, strip.y + kStripEdge + kTitleHeight);
    const std::string said = std::string(title) + ". " + reason;
    ui::Node& node = ui::record(ui, ui::Role::kStatus, said, strip, key);
    ui::attach_paragraph(
        ui, node, strip, paragraph, strip.x + kStripText, strip.y + kStripEdge + kTitleHeight
    );
    if (has_button) draw_renewing(ui, strip, strip.y + written, out);
    return strip.height;
}

}  // namespace roost
