#include "server/media/picture_blur.h"

#include <doctest/doctest.h>
#include <png.h>
#include <turbojpeg.h>

#include <vector>

#include "server/media/media_folder.h"
#include "shared/model/blur.h"
#include "tests/support/media_samples.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

// Red above, blue below.
std::string photo(int width, int height, int flags = 0) {
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int part : {y < height / 2 ? 250 : 10, 10, y < height / 2 ? 10 : 250})
                pixels.push_back(static_cast<std::uint8_t>(part));
    tjhandle writer = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    REQUIRE(
        tjCompress2(
            writer, pixels.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_420, 90, flags
        ) == 0
    );
    std::string file(reinterpret_cast<char*>(bytes), size);
    tjFree(bytes);
    tjDestroy(writer);
    return file;
}

// Red above, nothing below.
std::string drawing(std::uint32_t width, std::uint32_t height) {
    std::vector<std::uint8_t> pixels(std::size_t{4} * width * height);
    for (std::size_t i = 0; i < pixels.size() / 2; i += 4) {
        pixels[i] = 250;
        pixels[i + 3] = 255;
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string file(size, '\0');
    REQUIRE(png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), 0, nullptr) != 0);
    file.resize(size);
    return file;
}

// As a camera held on its side writes it.
std::string on_its_side(const std::string& file) {
    return file.substr(0, 2) + test::exif_segment(6) + file.substr(2);
}

std::string blur_in(const std::string& file) {
    const ReadBytes read = [&](std::int64_t offset, std::size_t count) {
        return file.substr(std::min(file.size(), static_cast<std::size_t>(offset)), count);
    };
    return picture_blur(recognise_media(file), static_cast<std::int64_t>(file.size()), read);
}

bool is_red(const Rgb& colour) {
    return colour[0] > 200 && colour[2] < 60;
}

}  // namespace

TEST_CASE("picture blur: a photo's colours stand where they are seen") {
    for (const int flags : {0, TJFLAG_PROGRESSIVE}) {
        const auto upright = read_blur(blur_in(photo(640, 480, flags)));
        REQUIRE(upright);
        CHECK(is_red(upright->at(0.1F, 0.1F)));
        CHECK(is_red(upright->at(0.9F, 0.1F)));
        CHECK_FALSE(is_red(upright->at(0.1F, 0.9F)));
    }
    const auto turned = read_blur(blur_in(on_its_side(photo(640, 480))));
    REQUIRE(turned);
    CHECK(is_red(turned->at(0.9F, 0.1F)));
    CHECK(is_red(turned->at(0.9F, 0.9F)));
    CHECK_FALSE(is_red(turned->at(0.1F, 0.1F)));
    CHECK(recognise_media(on_its_side(photo(640, 480))).height == 640);
}

TEST_CASE("picture blur: a drawing's too, white where nothing is") {
    const auto blur = read_blur(blur_in(drawing(400, 300)));
    REQUIRE(blur);
    CHECK(is_red(blur->at(0.5F, 0.1F)));
    for (const std::uint8_t part : blur->at(0.5F, 0.95F))
        CHECK(part > 240);
    const auto whole = drawing(400, 300);
    CHECK(blur_in(whole.substr(0, whole.size() / 2)).empty());
    CHECK(blur_in(drawing(8192, 1024)).empty());
}

TEST_CASE("picture blur: what is damaged, huge or no photo has none") {
    const auto whole = photo(640, 480);
    CHECK(blur_in(whole.substr(0, whole.size() / 2)).empty());
    CHECK(blur_in(test::jpeg_file(640, 480)).empty());
    CHECK(blur_in(test::png_file(640, 480)).empty());
    CHECK(blur_in("").empty());
    std::string wide = photo(64, 64);
    const auto frame = wide.find("\xff\xc0");
    REQUIRE(frame != std::string::npos);
    wide.replace(frame + 5, 4, std::string("\x20\x00\x20\x00", 4));  // says that it has 8192 × 8192 pixels
    CHECK(recognise_media(wide).width == 8192);
    CHECK(blur_in(wide).empty());
}

TEST_CASE("picture blur: a kept photo has one, also when it is described later") {
    const test::TempDir dir;
    MediaFolder folder(dir.file("media"));
    auto file = folder.begin();
    REQUIRE(file);
    REQUIRE((*file)->write(photo(320, 200)));
    const auto kept = (*file)->keep();
    REQUIRE(kept);
    CHECK(read_blur(kept->type.blur));
    const auto described = folder.describe(kept->id);
    REQUIRE(described);
    CHECK(described->type == kept->type);
}

}  // namespace roost
