#include "server/media/picture_blur.h"

#include <png.h>
#include <turbojpeg.h>

#include <memory>
#include <vector>

#include "shared/model/blur.h"

namespace roost {

namespace {

constexpr std::int64_t kLargest = 16 << 20;
constexpr std::int64_t kMostPixels = 24'000'000;
constexpr std::int64_t kMostOfPng = 8'000'000;  // which is made room for whole
constexpr tjscalingfactor kSmallest{1, 8};

struct Close {
    void operator()(void* reader) const { tjDestroy(reader); }
};

// What shines through it is white, as the paper would be.
std::optional<Blur> blur_in_png(const std::string& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return std::nullopt;
    image.format = PNG_FORMAT_RGB;
    // Once more, from whoever is about to make room for it.
    if (std::int64_t{image.width} * image.height > kMostOfPng) {
        png_image_free(&image);
        return std::nullopt;
    }
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    constexpr png_color kWhite{255, 255, 255};
    if (png_image_finish_read(&image, &kWhite, pixels.data(), 0, nullptr) == 0) return std::nullopt;
    return blur_of(pixels, image.width, image.height);
}

// The whole picture at an eighth of its size.
std::optional<Blur> blur_in_jpeg(const std::string& bytes) {
    const std::unique_ptr<void, Close> reader(tjInitDecompress());
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!reader) return std::nullopt;
    if (tjDecompressHeader3(reader.get(), data, bytes.size(), &width, &height, &sampling, &colours) != 0)
        return std::nullopt;
    // Once more, from whoever is about to make room for it.
    if (width <= 0 || height <= 0 || std::int64_t{width} * height > kMostPixels) return std::nullopt;
    const int columns = TJSCALED(width, kSmallest), rows = TJSCALED(height, kSmallest);
    std::vector<std::uint8_t> pixels(
        std::size_t{3} * static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)
    );
    // Of what was made to take long there are hundreds of passes.
    constexpr int kHow = TJFLAG_FASTDCT | TJFLAG_FASTUPSAMPLE | TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING;
    const int done =
        tjDecompress2(reader.get(), data, bytes.size(), pixels.data(), columns, 0, rows, TJPF_RGB, kHow);
    if (done != 0) return std::nullopt;
    return blur_of(pixels, static_cast<std::size_t>(columns), static_cast<std::size_t>(rows));
}

}  // namespace

std::string picture_blur(const MediaType& type, std::int64_t size, const ReadBytes& read) {
    const bool is_png = type.mime_type == "image/png";
    const bool is_known = is_png || type.mime_type == "image/jpeg";
    const std::int64_t most = is_png ? kMostOfPng : kMostPixels;
    const bool is_small = size <= kLargest && std::int64_t{type.width} * type.height <= most;
    if (!is_known || type.width == 0 || !is_small) return {};
    const std::string bytes = read(0, static_cast<std::size_t>(size));
    const auto blur = is_png ? blur_in_png(bytes) : blur_in_jpeg(bytes);
    return blur ? write_blur(turned(*blur, type.orientation)) : std::string();
}

}  // namespace roost
