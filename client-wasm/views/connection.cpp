#include "client-wasm/views/connection.h"

#include <algorithm>

namespace roost {

namespace {

constexpr float kStripHeight = 44;
constexpr UnixMillis kPatience = 600;  // shorter catching up is not worth a strip that comes and goes

ui::Colour dot_colour(const ui::Ui& ui, ConnectionPhase phase) {
    switch (phase) {
        case ConnectionPhase::kLive:
            return ui.theme.accent;
        case ConnectionPhase::kOffline:
            return ui.theme.warn;
        default:
            return ui.theme.text_secondary;
    }
}

ui::Colour word_colour(const ui::Ui& ui, ConnectionPhase phase) {
    return phase == ConnectionPhase::kOffline ? ui.theme.warn : ui.theme.accent;
}

std::string_view short_label(const ConnectionWords& words, ConnectionPhase phase) {
    switch (phase) {
        case ConnectionPhase::kLive:
            return words.live;
        case ConnectionPhase::kOffline:
            return words.offline;
        case ConnectionPhase::kCatchingUp:
            return words.syncing;
        case ConnectionPhase::kConnecting:
            return words.starting;
    }
    return "";
}

// Said once: the seconds that are counted down are only drawn.
std::string status_label(const Locale& locale, const Connection& connection, UnixMillis now) {
    if (connection.phase == ConnectionPhase::kOffline) return std::string(locale.words().connection.retrying);
    return connection_label(locale, connection, now);
}

void record_status(const Connection& connection, ui::Ui& ui, const ui::Rect& rect) {
    ui::record(
        ui, ui::Role::kStatus, status_label(ui.locale, connection, ui.now), rect, ui::key_of(ui, "connection")
    );
}

}  // namespace

std::string connection_label(const Locale& locale, const Connection& connection, UnixMillis now) {
    const ConnectionWords& words = locale.words().connection;
    switch (connection.phase) {
        case ConnectionPhase::kLive:
            return std::string(words.live);
        case ConnectionPhase::kCatchingUp:
            return std::string(words.catching_up);
        case ConnectionPhase::kConnecting:
            return std::string(words.connecting);
        case ConnectionPhase::kOffline:
            break;
    }
    const UnixMillis left = std::max<UnixMillis>(0, connection.retry_at - now);
    const UnixMillis seconds = (left + kSecond - 1) / kSecond;
    if (seconds == 0) return std::string(words.retrying_now);
    return fill(words.retrying_in, {locale.number(seconds)});
}

void draw_connection_below(const Connection& connection, ui::Ui& ui, const ui::Rect& rect) {
    const float x = rect.x + rect.width / 2;
    ui::circle(ui, {x, rect.y + 4}, 4, dot_colour(ui, connection.phase));
    text::Style style = ui::time_style(word_colour(ui, connection.phase));
    style.weight = 600;
    ui::draw_text_centred(
        ui, {rect.x, rect.y + 12, rect.width, 15}, short_label(ui.words.connection, connection.phase), style
    );
    record_status(connection, ui, rect);
}

void draw_connection_beside(const Connection& connection, ui::Ui& ui, float right, float middle) {
    const auto style = ui::secondary_style(word_colour(ui, connection.phase), 600);
    const std::string_view word = short_label(ui.words.connection, connection.phase);
    const float width = ui.text.width(word, style);
    const float x = right - width;
    ui::draw_text(ui, x, middle - 9, word, style);
    ui::circle(ui, {x - 10, middle}, 4, dot_colour(ui, connection.phase));
    record_status(connection, ui, {x - 14, middle - 9, width + 14, 18});
}

void record_connection(const Connection& connection, ui::Ui& ui) {
    record_status(connection, ui, {});
}

float draw_connection_strip(const Connection& connection, ui::Ui& ui, const ui::Rect& column) {
    const ConnectionPhase phase = connection.phase;
    if (phase == ConnectionPhase::kLive || phase == ConnectionPhase::kConnecting) return 0;
    const bool is_offline = phase == ConnectionPhase::kOffline;
    if (!is_offline && ui.now - connection.since < kPatience) {
        ui.wake(connection.since + kPatience);
        return 0;
    }
    const ui::Rect strip{column.x, column.y, column.width, kStripHeight};
    ui::fill(ui, strip, ui.theme.panel);
    ui::fill(ui, strip, is_offline ? ui.theme.warn_tint : ui.theme.tint);
    ui::hairline(ui, strip.x, strip.y + kStripHeight - 1, strip.width, ui.theme.border);
    const ui::Colour colour = word_colour(ui, phase);
    ui::draw_icon(
        ui, is_offline ? ui::Icon::kOffline : ui::Icon::kRefresh, strip.x + 16, strip.y + 12, 20, colour
    );
    auto style = ui::secondary_style(colour, 600);
    style.has_tabular_numbers = true;
    ui::draw_text(
        ui,
        strip.x + 48,
        strip.y + 13,
        connection_label(ui.locale, connection, ui.now),
        style,
        strip.width - 64
    );
    return kStripHeight;
}

}  // namespace roost
