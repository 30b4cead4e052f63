#include "client-wasm/platform/web/atlas.h"

#include <GLES3/gl3.h>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

constexpr std::uint64_t kWhiteKey = 1;
constexpr int kWhiteEdge = 8;

unsigned new_texture(int edge) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    // Runs are drawn pixel by pixel, so nothing is to be smoothed.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, edge, edge, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindTexture(GL_TEXTURE_2D, 0);
    return texture;
}

}  // namespace

void Atlas::add_pages() {
    while (static_cast<int>(textures_.size()) < runs_.page_count()) {
        textures_.push_back(new_texture(runs_.page_size()));
        roost_atlas_add_page(static_cast<int>(textures_.size()) - 1, textures_.back(), runs_.page_size());
    }
}

const text::Run* Atlas::paint(std::uint64_t key, const text::Run& run) {
    const text::Run* placed = runs_.put(key, run);
    if (placed == nullptr || placed->cell.width == 0) return placed;
    add_pages();
    roost_text_paint(placed->cell.page, placed->cell.x, placed->cell.y);
    has_painted_ = true;
    return placed;
}

text::Quad Atlas::quad(const text::Run& run, float pixel_ratio) const {
    const text::Cell& cell = run.cell;
    if (cell.width == 0) return {};
    const auto edge = static_cast<float>(runs_.page_size());
    text::Quad quad;
    quad.texture = textures_[static_cast<std::size_t>(cell.page)];
    quad.left = run.left;
    quad.top = run.top;
    quad.width = static_cast<float>(cell.width) / pixel_ratio;
    quad.height = static_cast<float>(cell.height) / pixel_ratio;
    quad.u0 = static_cast<float>(cell.x) / edge;
    quad.v0 = static_cast<float>(cell.y) / edge;
    quad.u1 = static_cast<float>(cell.x + cell.width) / edge;
    quad.v1 = static_cast<float>(cell.y + cell.height) / edge;
    return quad;
}

void Atlas::clear() {
    runs_.clear();
}

void Atlas::forget_textures() {
    runs_.clear();
    textures_.clear();
    roost_atlas_reset();
}

void Atlas::upload() {
    if (!has_painted_) return;
    roost_atlas_upload();
    has_painted_ = false;
}

Atlas::WhiteSpot Atlas::white_spot() {
    const text::Run* run = runs_.find(kWhiteKey);
    if (run == nullptr) {
        text::Run white;
        white.cell.width = white.cell.height = kWhiteEdge;
        run = runs_.pin(kWhiteKey, white);
        add_pages();
        roost_atlas_fill(run->cell.page, run->cell.x, run->cell.y, kWhiteEdge, kWhiteEdge);
        has_painted_ = true;
    }
    const auto edge = static_cast<float>(runs_.page_size());
    const auto middle = [&](int at) { return (static_cast<float>(at) + kWhiteEdge / 2.0F) / edge; };
    const auto page = static_cast<std::size_t>(run->cell.page);
    return {textures_[page], middle(run->cell.x), middle(run->cell.y)};
}

}  // namespace roost::platform
