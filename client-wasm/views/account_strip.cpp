#include "client-wasm/views/account_strip.h"

#include <cmath>
#include <string>
#include <string_view>

#include "client-wasm/views/strip.h"
#include "client-wasm/words/failures.h"

namespace roost {

namespace {

constexpr UnixMillis kPatience = 5000;  // what is over in a moment is nothing that agents have to know
constexpr float kTitleHeight = 20;

// The one that has lasted longest; null if none has to be shown.
const AccountTrouble* lasting_trouble(const Inbox& inbox, ui::Ui& ui) {
    const AccountTrouble* oldest = nullptr;
    for (const auto& [account, trouble] : inbox.troubles)
        if (oldest == nullptr || trouble.since < oldest->since) oldest = &trouble;
    if (oldest == nullptr || ui.now - oldest->since >= kPatience) return oldest;
    ui.wake(oldest->since + kPatience);
    return nullptr;
}

}  // namespace

float draw_account_strip(const Inbox& inbox, ui::Ui& ui, const ui::Rect& column) {
    const AccountTrouble* trouble = lasting_trouble(inbox, ui);
    if (trouble == nullptr) return 0;
    const std::string reason = failure_said(ui.words, trouble->failure);
    const ui::NodeKey key = ui::key_of(ui, "paused");
    const auto style = ui::secondary_style(ui.theme.text);
    const text::Paragraph paragraph = ui::wrap(ui, key, reason, style, column.width - kStripText - 16);
    const ui::Rect strip{
        column.x, column.y, column.width, std::ceil(paragraph.height) + kTitleHeight + 2 * kStripEdge};
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
    return strip.height;
}

}  // namespace roost
