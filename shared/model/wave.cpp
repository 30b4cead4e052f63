#include "shared/model/wave.h"

#include "shared/base/ids.h"

namespace roost {

namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kStep = 4;

}  // namespace

std::string write_wave(const Wave& wave) {
    std::string text = std::to_string(wave.length) + ":";
    for (const auto peak : wave.peaks)
        text += kLetters[peak / kStep];
    return text;
}

std::optional<Wave> read_wave(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto length = parse_decimal(text.substr(0, colon));
    const std::string_view letters = text.substr(colon + 1);
    if (!length || *length <= 0 || letters.size() != Wave::kParts) return std::nullopt;
    Wave wave;
    wave.length = *length;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto step = kLetters.find(letters[i]);
        if (step == std::string_view::npos) return std::nullopt;
        // The highest step is as loud as can be, the lowest silent.
        wave.peaks[i] = static_cast<std::uint8_t>(step * 255 / (kLetters.size() - 1));
    }
    return wave;
}

}  // namespace roost
