// Pictures and voice notes that are nearly whole: what looks into them calls libraries, and those stop where
// a file is plainly none. The input says which file is damaged, and where.
#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/media/picture_blur.h"
#include "server/media/sound_wave.h"
#include "server/simulator/made_files.h"

namespace {

std::string photo() {
    constexpr int kWidth = 64;
    constexpr int kHeight = 48;
    std::vector<unsigned char> pixels(std::size_t{kWidth} * kHeight * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<unsigned char>((i * 7 + i / 64) & 255U);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const tjhandle making = tjInitCompress();
    const int failed = tjCompress2(
        making, pixels.data(), kWidth, 0, kHeight, TJPF_RGB, &bytes, &size, TJSAMP_420, 80, TJFLAG_PROGRESSIVE
    );
    if (failed != 0) __builtin_trap();
    std::string file(reinterpret_cast<const char*>(bytes), size);
    tjFree(bytes);
    tjDestroy(making);
    return file;
}

std::string file_for(std::uint8_t choice) {
    static const std::array<std::string, 3> kWhole{
        photo(), roost::simulator::receipt_picture(1), roost::simulator::silent_voice_note(2)};
    return kWhole.at(choice % kWhole.size());
}

// Three bytes a damage: where, and what stands there then.
std::string damaged(std::string_view input) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(input[at]); };
    if (input.size() < 2 || byte(0) % 4 == 3) return std::string(input);
    std::string file = file_for(byte(0));
    if (byte(1) % 8 == 0) file.resize(file.size() * byte(1) / 256);
    for (std::size_t at = 2; at + 2 < input.size() && !file.empty(); at += 3)
        file[(std::size_t{byte(at)} << 8U | byte(at + 1)) % file.size()] = input[at + 2];
    return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = damaged({reinterpret_cast<const char*>(data), size});
    const auto read = [&](std::int64_t offset, std::size_t count) {
        const auto from = std::min(bytes.size(), static_cast<std::size_t>(std::max<std::int64_t>(offset, 0)));
        return bytes.substr(from, count);
    };
    const auto length = static_cast<std::int64_t>(bytes.size());
    const auto type = roost::recognise_media(length, read);
    // What is written beside the message is short, whatever the file says of itself.
    if (roost::picture_blur(type, length, read).size() > 4096) __builtin_trap();
    if (roost::sound_wave(type, length, read).size() > 4096) __builtin_trap();
    return 0;
}
