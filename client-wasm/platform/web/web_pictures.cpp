#include "client-wasm/platform/web/web_pictures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <GLES3/gl3.h>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

unsigned new_texture() {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

void drop_textures(const std::vector<unsigned>& textures) {
    if (!textures.empty()) glDeleteTextures(static_cast<GLsizei>(textures.size()), textures.data());
}

}  // namespace

ui::PixelSize WebPictures::pixels_of(const ui::PictureWish& wish) const {
    // Nobody sees a photograph more finely than this, and a phone has three times as many pixels.
    const float ratio = std::min(pixel_ratio_, 2.0F);
    const auto pixels = [ratio](float length) { return static_cast<int>(std::lround(length * ratio)); };
    return {pixels(wish.width), pixels(wish.height)};
}

ui::Picture WebPictures::show(const ui::PictureWish& wish) {
    const ui::CachedPicture* known = cache_.use(wish.file);
    ui::Picture picture;
    picture.state = ui::PictureCache::state_of(known, pixels_of(wish));
    if (known == nullptr || known->texture == 0) return picture;
    picture.quad = ui::covering_quad(known->texture, known->size, wish.width, wish.height);
    picture.seconds = known->seconds;
    if (wish.kind == ui::PictureKind::kMoving) picture.address = moving_[wish.file];
    return picture;
}

bool WebPictures::expect(const ui::PictureWish& wish) {
    if (!cache_.expect(wish.file, pixels_of(wish))) return false;
    expected_[wish.file] = wish;
    return true;
}

void WebPictures::load(std::string_view file, std::string_view url) {
    const auto expected = expected_.find(file);
    if (expected == expected_.end()) return;
    const ui::PictureWish wish = expected->second;
    expected_.erase(expected);
    if (wish.kind == ui::PictureKind::kMoving) moving_[wish.file] = url;
    const ui::PixelSize box = pixels_of(wish);
    const int reading = next_reading_++;
    readings_[reading] = file;
    roost_pictures_read(
        reading,
        std::string(url).c_str(),
        wish.kind == ui::PictureKind::kFilm,
        box.width,
        box.height,
        wish.natural_width,
        wish.natural_height
    );
}

void WebPictures::fail(std::string_view file) {
    const auto expected = expected_.find(file);
    if (expected != expected_.end()) expected_.erase(expected);
    cache_.fail(file);
}

void WebPictures::arrived(const Arrival& arrival) {
    const auto reading = readings_.find(arrival.reading);
    if (reading == readings_.end()) {
        roost_pictures_drop(arrival.reading);
        return;
    }
    if (arrival.what == Outcome::kRead) return waiting_.push_back(arrival);
    if (arrival.what == Outcome::kBroken) cache_.fail(reading->second);
    if (arrival.what == Outcome::kDropped) cache_.drop(reading->second);
    readings_.erase(reading);
}

void WebPictures::upload(const Arrival& arrival, const std::string& file) {
    const unsigned texture = new_texture();
    roost_pictures_upload(arrival.reading, texture);
    glBindTexture(GL_TEXTURE_2D, 0);
    drop_textures(cache_.put(file, texture, arrival.size, arrival.seconds));
}

bool WebPictures::begin_frame(bool has_context) {
    cache_.begin_frame();
    if (!has_context || waiting_.empty()) return false;
    const Arrival arrival = waiting_.front();
    waiting_.pop_front();
    const auto reading = readings_.extract(arrival.reading);
    if (!reading.empty()) upload(arrival, reading.mapped());
    return !waiting_.empty();
}

void WebPictures::clear() {
    drop_textures(cache_.clear());
    for (const Arrival& arrival : std::exchange(waiting_, {}))
        roost_pictures_drop(arrival.reading);
    readings_.clear();
    expected_.clear();
    moving_.clear();
    roost_pictures_stop();
}

}  // namespace roost::platform
