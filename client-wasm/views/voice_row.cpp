#include "client-wasm/views/voice_row.h"

#include <algorithm>
#include <utility>

namespace roost {

namespace {

constexpr float kBar = 3;
constexpr float kStep = 5;  // from one bar to the next
constexpr float kTimeWidth = 52;

struct VoiceRow {
    VoiceState& voice;
    ui::Ui& ui;
    Commands& out;
    ui::Rect rect;
    float size;  // of a button

    bool is_recording() const { return voice.phase == VoicePhase::kRecording; }
};

bool draw_button(const VoiceRow& row, std::string_view label, ui::Icon icon, float x, bool is_main = false) {
    ui::ButtonSpec spec{
        .label = label,
        .rect = {x, row.rect.y, row.size, row.size},
        .kind = ui::ButtonKind::kRound,
        .icon = icon};
    spec.is_disabled = row.voice.phase == VoicePhase::kStopping;
    if (is_main) spec.colour = row.ui.theme.accent;
    return ui::button(row.ui, spec);
}

void draw_bars(const VoiceRow& row, const ui::Rect& rect) {
    const VoiceState& voice = row.voice;
    const auto count = static_cast<std::size_t>(std::max(1.0F, rect.width / kStep));
    const std::vector<float> bars = voice_bars(voice.levels, count, !row.is_recording());
    const float begin = rect.width - static_cast<float>(bars.size()) * kStep;  // the newest is at the end
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool is_played = voice.length > 0 && static_cast<UnixMillis>(i) * voice.length <
                                                       voice.played * static_cast<UnixMillis>(bars.size());
        const ui::Colour rest = ui::with_alpha(row.ui.theme.text_secondary, row.is_recording() ? 0.9F : 0.5F);
        const float height = std::max(kBar, bars[i] * rect.height);
        const float x = rect.x + begin + static_cast<float>(i) * kStep;
        const ui::Rect bar{x, rect.y + (rect.height - height) / 2, kBar, height};
        ui::fill(row.ui, bar, is_played ? row.ui.theme.accent : rest, kBar / 2);
    }
}

// A red point while it listens, and how long it is or where it plays.
void draw_time(const VoiceRow& row, float x) {
    ui::Ui& ui = row.ui;
    const float middle = row.rect.y + row.rect.height / 2;
    if (row.is_recording()) ui::circle(ui, {x + 6, middle}, 5, ui.theme.danger);
    const bool is_at_place = row.voice.is_playing || row.voice.played > 0;
    const std::string label = voice_time(is_at_place ? row.voice.played : row.voice.length);
    auto style = ui::body_style(ui.theme.text, false);
    style.has_tabular_numbers = true;
    ui::draw_text(ui, x + 18, middle - style.line_height / 2, label, style);
    const ui::Rect place{x + 18, row.rect.y, kTimeWidth, row.rect.height};
    ui::record(ui, ui::Role::kText, label, place, ui::key_of(ui, "voice time"));
}

const Word& trouble_said(const VoiceWords& words, VoiceTrouble trouble) {
    switch (trouble) {
        case VoiceTrouble::kRefused:
            return words.refused;
        case VoiceTrouble::kWithheld:
            return words.withheld;
        case VoiceTrouble::kMissing:
            return words.missing;
        case VoiceTrouble::kBroken:
            break;
    }
    return words.broken;
}

// Why nothing can be recorded, or what the reader has to do first.
void draw_reason(const VoiceRow& row, float x) {
    ui::Ui& ui = row.ui;
    const VoiceWords& words = ui.words.sending.voice;
    const bool has_failed = row.voice.phase == VoicePhase::kFailed;
    const std::string_view reason = has_failed ? trouble_said(words, row.voice.trouble) : words.asking;
    const float width = row.rect.x + row.rect.width - x;
    const auto style = ui::secondary_style(has_failed ? ui.theme.danger : ui.theme.text);
    const ui::NodeKey key = ui::key_of(ui, "voice reason");
    const text::Paragraph laid = ui::wrap(ui, key, reason, style, width);
    const ui::Role role = has_failed ? ui::Role::kAlert : ui::Role::kStatus;
    ui::wrapped_node(ui, role, key, reason, laid, x, row.rect.y + (row.rect.height - laid.height) / 2);
}

// Returns where it ends towards the bars.
float draw_end(const VoiceRow& row, const std::optional<Quote>& reply_to) {
    ui::Ui& ui = row.ui;
    const VoiceWords& words = ui.words.sending.voice;
    const float send = row.rect.x + row.rect.width - row.size;
    const float other = send - row.size - 4;
    if (row.is_recording()) {
        if (draw_button(row, words.stop, ui::Icon::kPause, other)) row.out.push_back(StopVoice{});
    } else if (row.voice.is_playing) {
        if (draw_button(row, words.pause, ui::Icon::kPause, other)) row.out.push_back(PlayVoice{false});
    } else if (draw_button(row, words.play, ui::Icon::kPlay, other)) {
        row.out.push_back(PlayVoice{true});
    }
    if (draw_button(row, words.send, ui::Icon::kSend, send, true)) row.out.push_back(SendVoice{reply_to});
    return other;
}

}  // namespace

std::vector<float> voice_bars(std::span<const float> levels, std::size_t count, bool is_whole) {
    if (!is_whole) {
        const auto newest = levels.subspan(levels.size() - std::min(levels.size(), count));
        return {newest.begin(), newest.end()};
    }
    std::vector<float> bars(count);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        float& bar = bars[i * count / levels.size()];
        bar = std::max(bar, levels[i]);
    }
    // A short one has fewer levels than there is room for: each is as wide as several bars.
    for (std::size_t i = 1; i < count && levels.size() < count; ++i)
        bars[i] = levels.empty() ? 0 : levels[i * levels.size() / count];
    return bars;
}

std::string voice_time(UnixMillis length) {
    const UnixMillis seconds = length / kSecond;
    std::string text = std::to_string(seconds / 60);
    text += seconds % 60 < 10 ? ":0" : ":";
    return text += std::to_string(seconds % 60);
}

void draw_voice_row(
    VoiceState& voice, const std::optional<Quote>& reply_to, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    const float edge = ui.is_phone() ? 4 : 8;
    const float end = ui.is_phone() ? 8 : 16;
    const ui::Rect inner{rect.x + edge, rect.y, rect.width - edge - end, rect.height};
    ui::Scope group(ui, ui::Role::kGroup, ui.words.message.voice, rect, ui::key_of(ui, "voice"));
    const VoiceRow row{voice, ui, out, inner, rect.height};
    const bool is_there = holds_voice(voice);
    const float left = inner.x + row.size + 8;
    const ui::Icon icon = is_there ? ui::Icon::kTrash : ui::Icon::kClose;
    if (draw_button(row, ui.words.sending.voice.discard, icon, inner.x)) out.push_back(DropVoice{});
    ui::NodeKey focus = ui.tree.back().key;
    if (!is_there) draw_reason(row, left);
    if (is_there) {
        draw_time(row, left);
        const float bars_end = draw_end(row, reply_to);
        focus = ui.tree.back().key;
        const float x = left + 18 + kTimeWidth;
        draw_bars(row, {x, rect.y + 6, bars_end - 8 - x, rect.height - 12});
    }
    if (std::exchange(voice.wants_focus, false)) ui.wanted_focus = focus;
}

}  // namespace roost
