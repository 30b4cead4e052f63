#include "client-wasm/bubbles/sound_block.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client-wasm/bubbles/bubble_metrics.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

namespace {

using ui::Rect;
using ui::Ui;

constexpr float kButton = 44;
constexpr float kBarStep = 5;
constexpr float kBarWidth = 3;
constexpr float kSpeedWidth = 48;
constexpr float kMicrophone = 14;
constexpr std::int64_t kLargestRead = std::int64_t{4} * 1024 * 1024;
constexpr float kKeyStep = 5;  // seconds

Rect button_rect(const BubbleSound& sound, const Rect& rect) {
    return {rect.x + kCardInset, rect.y + sound.y, kButton, kButton};
}

Rect speed_rect(const BubbleSound& sound, const Rect& rect) {
    const float x = rect.x + rect.width - kBubblePadding - kSpeedWidth;
    return {x, rect.y + sound.y, kSpeedWidth, kButton};
}

Rect wave_rect(const BubbleSound& sound, const Rect& rect) {
    const float x = rect.x + kCardInset + kButton + 8;
    const float end = sound.is_current ? kSpeedWidth + 8 : 0;
    return {x, rect.y + sound.y + 6, rect.x + rect.width - kBubblePadding - end - x, kButton - 12};
}

ui::Colour quiet_colour(const Ui& ui, const Bubble& bubble) {
    return bubble.is_out ? ui.theme.text_secondary_out : ui.theme.text_secondary;
}

// To the right in every language, as on every player.
void draw_play(Ui& ui, const BubbleSound& sound, const Rect& rect, ui::Colour colour) {
    const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
    if (sound.is_playing) {
        ui::fill(ui, {x - 7, y - 8, 5, 16}, colour, 1);
        ui::fill(ui, {x + 2, y - 8, 5, 16}, colour, 1);
        return;
    }
    const float tip = ui.is_mirrored() ? -8.0F : 8.0F;
    std::array<ImVec2, 3> triangle{{{x - tip * 0.7F, y - 9}, {x + tip, y}, {x - tip * 0.7F, y + 9}}};
    if (ui.is_mirrored()) std::swap(triangle[0], triangle[2]);
    ui::polygon(ui, triangle, colour);
}

float share_of(const BubbleSound& sound) {
    return sound.seconds > 0 ? std::clamp(sound.at / sound.seconds, 0.0F, 1.0F) : 0;
}

// Sound runs from left to right, also where words run the other way.
Rect from_left(const Ui& ui, const Rect& box, float x, float width) {
    const float at = ui.is_mirrored() ? box.width - x - width : x;
    return {box.x + at, box.y, width, box.height};
}

void draw_wave(Ui& ui, const Bubble& bubble, const BubbleSound& sound, const Rect& rect) {
    const auto count = static_cast<std::size_t>(std::max(1.0F, rect.width / kBarStep));
    const auto bars = bars_of(sound.peaks, count);
    const ui::Colour quiet = ui::with_alpha(quiet_colour(ui, bubble), 0.55F);
    const float middle = rect.y + rect.height / 2, played = share_of(sound) * rect.width;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const float x = static_cast<float>(i) * kBarStep;
        const float height = std::max(3.0F, rect.height * static_cast<float>(bars[i]) / 255);
        const ui::Colour colour = x < played ? ui.theme.accent : quiet;
        const float left = from_left(ui, rect, x, kBarWidth).x;
        ui::fill(ui, {left, middle - height / 2, kBarWidth, height}, colour, 1.5F);
    }
    ui::circle(ui, {from_left(ui, rect, played, 0).x, middle}, 6, sound.is_current ? ui.theme.accent : quiet);
}

std::string_view speed_of(const BubbleSound& sound) {
    if (sound.speed > 1.75F) return "2";
    return sound.speed > 1.25F ? "1.5" : "1";
}

void draw_speed(Ui& ui, const Bubble& bubble, const BubbleSound& sound, const Rect& rect) {
    const Rect chip{rect.x + 2, rect.y + 11, rect.width - 4, 22};
    const ui::Colour colour = quiet_colour(ui, bubble);
    const ui::Colour surface = bubble.is_out ? ui.theme.bubble_out : ui.theme.bubble_in;
    ui::fill(ui, chip, colour, 11);
    ui::draw_text_centred(ui, chip, fill("{0}×", {speed_of(sound)}), ui::secondary_style(surface, 600));
}

void seek(Ui& ui, const BubbleSound& sound, const Rect& wave, ui::NodeKey key, Commands& out) {
    if (sound.seconds <= 0) return;
    const auto held = ui.input.dragged.find(key);
    std::optional<float> to;
    if (held != ui.input.dragged.end())
        to = (held->second - ui::placed(ui, wave).x) / wave.width * sound.seconds;
    for (const ui::Key& pressed : ui.input.keys) {
        if (ui.input.focus != key || pressed.has_control) continue;
        const bool is_right = pressed.name == "ArrowRight";
        if (is_right || pressed.name == "ArrowLeft") to = sound.at + (is_right ? kKeyStep : -kKeyStep);
        if (pressed.name == "Home") to = 0;
    }
    if (to) out.push_back(SeekSound{sound.file, sound.message, std::clamp(*to, 0.0F, sound.seconds)});
}

}  // namespace

std::string play_time(float seconds) {
    return minutes_and_seconds(std::int64_t{std::lround(std::max(0.0F, seconds))});
}

std::vector<std::uint8_t> bars_of(const std::vector<std::uint8_t>& peaks, std::size_t count) {
    std::vector<std::uint8_t> bars(count, 0);
    if (peaks.empty() || count == 0) return bars;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = i * peaks.size() / count;
        const std::size_t to = std::max(from + 1, (i + 1) * peaks.size() / count);
        for (std::size_t at = from; at < to; ++at)
            bars[i] = std::max(bars[i], peaks[at]);
    }
    return bars;
}

void take_player(BubbleSound& sound, const PlayerState& player) {
    const auto shape = player.shapes.find(sound.file);
    if (shape != player.shapes.end()) {
        sound.is_known = true;
        sound.peaks = shape->second.peaks;
        sound.seconds = shape->second.seconds;
    }
    sound.is_current = !sound.file.empty() && player.file == sound.file && player.message == sound.message;
    sound.speed = player.speed;
    if (!sound.is_current) return;
    sound.is_playing = player.is_playing;
    sound.at = player.at;
    if (player.seconds > 0) sound.seconds = player.seconds;
}

ui::Colour microphone_colour(const ui::Theme& theme, const Bubble& bubble) {
    if (!bubble.is_out) return theme.text_secondary;
    const bool is_played = bubble.message->status == DeliveryStatus::kPlayed;
    return is_played ? theme.tick_read : theme.text_secondary_out;
}

void draw_sound(Ui& ui, const Bubble& bubble, const Rect& rect) {
    if (!bubble.sound) return;
    const BubbleSound& sound = *bubble.sound;
    const Rect button = button_rect(sound, rect);
    if (ui::is_hovered(ui, button))
        ui::circle(ui, {button.x + 22, button.y + 22}, 20, ui::with_alpha(ui.theme.text, 0.06F));
    draw_play(ui, sound, button, quiet_colour(ui, bubble));
    const Rect wave = wave_rect(sound, rect);
    draw_wave(ui, bubble, sound, wave);
    if (sound.is_current) draw_speed(ui, bubble, sound, speed_rect(sound, rect));
    const float below = rect.y + bubble.meta_y;
    if (sound.is_voice) {
        const ui::Colour colour = microphone_colour(ui.theme, bubble);
        ui::draw_icon(ui, ui::Icon::kMicrophone, wave.x - kMicrophone - 4, below, kMicrophone, colour);
    }
    const std::string time = play_time(sound.is_current && sound.at > 0 ? sound.at : sound.seconds);
    if (sound.seconds > 0) ui::draw_text(ui, wave.x, below, time, ui::time_style(quiet_colour(ui, bubble)));
}

void record_sound(Ui& ui, const Bubble& bubble, const Rect& rect) {
    if (!bubble.sound || bubble.sound->file.empty()) return;
    const BubbleSound& sound = *bubble.sound;
    const MediaWords& words = ui.words.media;
    const std::string label = fill(sound.is_playing ? words.pause : words.play, {sound.label});
    ui::record(ui, ui::Role::kButton, label, button_rect(sound, rect), ui::key_of(ui, "play"));
    ui::Node& slider =
        ui::record(ui, ui::Role::kSlider, words.position, wave_rect(sound, rect), ui::key_of(ui, "position"));
    slider.range = {0, static_cast<int>(std::ceil(sound.seconds)), static_cast<int>(sound.at)};
    slider.description = fill(words.time_of, {play_time(sound.at), play_time(sound.seconds)});
    slider.is_disabled = sound.seconds <= 0;
    if (!sound.is_current) return;
    const std::string speed = fill(words.speed, {speed_of(sound)});
    ui::record(ui, ui::Role::kButton, speed, speed_rect(sound, rect), ui::key_of(ui, "speed"));
}

void use_sound(Ui& ui, const Bubble& bubble, const Rect& rect, ui::NodeKey node, Commands& out) {
    if (!bubble.sound || bubble.sound->file.empty()) return;
    const BubbleSound& sound = *bubble.sound;
    const auto ring = [&](std::string_view name, const Rect& at) {
        if (ui::has_visible_focus(ui, ui::make_key(node, name))) ui::focus_ring(ui, at, 8, 0);
    };
    ring("play", button_rect(sound, rect));
    ring("position", wave_rect(sound, rect));
    ring("speed", speed_rect(sound, rect));
    if (!sound.is_known && sound.size <= kLargestRead) out.push_back(LoadSound{sound.file});
    if (ui::was_activated(ui, ui::make_key(node, "play"))) {
        if (sound.is_playing) out.push_back(PauseSound{});
        if (!sound.is_playing) out.push_back(PlaySound{sound.file, sound.message});
    }
    if (ui::was_activated(ui, ui::make_key(node, "speed"))) out.push_back(ChangeSpeed{});
    seek(ui, sound, wave_rect(sound, rect), ui::make_key(node, "position"), out);
}

}  // namespace roost
