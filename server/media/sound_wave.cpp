#include "server/media/sound_wave.h"

#include <opusfile.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

#include "shared/model/wave.h"

namespace roost {

namespace {

constexpr std::int64_t kLargest = 16 << 20;
constexpr std::int64_t kSamplesInSecond = 48'000;  // whatever it was recorded with
constexpr std::int64_t kMostSamples = kSamplesInSecond * 60 * 20;
constexpr float kSilence = 0.001F;

struct Close {
    void operator()(OggOpusFile* file) const { op_free(file); }
};

using Loudest = std::array<float, Wave::kParts>;

// Returns how many samples there were.
std::int64_t listen(OggOpusFile* file, std::int64_t total, Loudest& loudest) {
    std::array<float, 11520> heard{};  // 120 ms of two channels, the most that comes at once
    std::int64_t at = 0;
    while (at < total) {
        const int got = op_read_float_stereo(file, heard.data(), static_cast<int>(heard.size()));
        if (got == OP_HOLE) continue;
        if (got <= 0) break;
        for (int i = 0; i < got && at < total; ++i, ++at) {
            auto& part = loudest[static_cast<std::size_t>(at * std::int64_t{Wave::kParts} / total)];
            const auto sample = static_cast<std::size_t>(i) * 2;
            part = std::max({part, std::abs(heard[sample]), std::abs(heard[sample + 1])});
        }
    }
    return at;
}

std::string wave_in(const std::string& bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const std::unique_ptr<OggOpusFile, Close> file(op_open_memory(data, bytes.size(), nullptr));
    if (!file) return {};
    const std::int64_t total = op_pcm_total(file.get(), -1);
    if (total <= 0 || total > kMostSamples) return {};
    Loudest loudest{};
    if (listen(file.get(), total, loudest) == 0) return {};
    const float most = *std::max_element(loudest.begin(), loudest.end());
    Wave wave;
    wave.length = std::max<std::int64_t>(total * kSecond / kSamplesInSecond, 1);
    for (std::size_t i = 0; i < loudest.size() && most > kSilence; ++i)
        wave.peaks[i] = static_cast<std::uint8_t>(std::lround(255 * loudest[i] / most));
    return write_wave(wave);
}

}  // namespace

std::string sound_wave(const MediaType& type, std::int64_t size, const ReadBytes& read) {
    const bool is_opus = type.mime_type.starts_with("audio/ogg") && type.channels > 0;
    if (!is_opus || size > kLargest) return {};
    return wave_in(read(0, static_cast<std::size_t>(size)));
}

}  // namespace roost
