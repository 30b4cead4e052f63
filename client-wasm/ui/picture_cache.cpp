#include "client-wasm/ui/picture_cache.h"

#include <algorithm>
#include <utility>

namespace roost::ui {

namespace {

std::size_t bytes_of(PixelSize size) {
    return std::size_t{4} * static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

// A little more is not worth loading it once more: a window is drawn wider pixel by pixel.
bool is_enough_for(const CachedPicture& picture, PixelSize wanted) {
    return 4 * wanted.width <= 5 * picture.wanted.width && 4 * wanted.height <= 5 * picture.wanted.height;
}

}  // namespace

CachedPicture* PictureCache::find(std::string_view file) {
    const auto found = pictures_.find(file);
    return found == pictures_.end() ? nullptr : &found->second;
}

const CachedPicture* PictureCache::use(std::string_view file) {
    CachedPicture* picture = find(file);
    if (picture != nullptr) picture->last_used = frame_;
    return picture;
}

PictureState PictureCache::state_of(const CachedPicture* picture, PixelSize wanted) {
    if (picture == nullptr) return PictureState::kUnknown;
    if (picture->is_loading) return PictureState::kLoading;
    if (picture->is_broken) return PictureState::kBroken;
    return is_enough_for(*picture, wanted) ? PictureState::kReady : PictureState::kUnknown;
}

bool PictureCache::expect(std::string_view file, PixelSize wanted) {
    CachedPicture* known = find(file);
    if (state_of(known, wanted) != PictureState::kUnknown) return false;
    CachedPicture& picture = known != nullptr ? *known : pictures_[std::string(file)];
    picture.is_loading = true;
    picture.wanted = wanted;
    picture.last_used = frame_;
    return true;
}

unsigned PictureCache::take_texture(CachedPicture& picture) {
    bytes_ -= bytes_of(picture.size);
    picture.size = {};
    return std::exchange(picture.texture, 0);
}

std::vector<unsigned> PictureCache::put(
    std::string_view file, unsigned texture, PixelSize size, float seconds
) {
    std::vector<unsigned> gone;
    CachedPicture* picture = find(file);
    if (picture == nullptr || !picture->is_loading) return {texture};
    if (picture->texture != 0) gone.push_back(take_texture(*picture));
    while (bytes_ + bytes_of(size) > budget_) {
        const auto oldest =
            std::min_element(pictures_.begin(), pictures_.end(), [](const auto& a, const auto& b) {
                const bool has_a = a.second.texture != 0, has_b = b.second.texture != 0;
                return has_a != has_b ? has_a : a.second.last_used < b.second.last_used;
            });
        // What is on the screen stays, whatever it costs: a screen is only so large.
        if (oldest->second.texture == 0 || oldest->second.last_used + 1 >= frame_) break;
        gone.push_back(take_texture(oldest->second));
        if (!oldest->second.is_loading) pictures_.erase(oldest);
    }
    picture->is_loading = false;
    picture->texture = texture;
    picture->size = size;
    picture->seconds = seconds;
    bytes_ += bytes_of(size);
    return gone;
}

void PictureCache::fail(std::string_view file) {
    CachedPicture* picture = find(file);
    if (picture == nullptr || !picture->is_loading) return;
    picture->is_loading = false;
    picture->is_broken = true;
}

void PictureCache::drop(std::string_view file) {
    CachedPicture* picture = find(file);
    if (picture == nullptr || !picture->is_loading) return;
    picture->is_loading = false;
    picture->wanted = picture->size;
    if (picture->texture == 0) pictures_.erase(pictures_.find(file));
}

void PictureCache::rename(std::string_view from, std::string_view to) {
    const auto found = pictures_.find(from);
    if (found == pictures_.end() || found->second.texture == 0 || found->second.is_loading) return;
    if (find(to) != nullptr) return;
    auto entry = pictures_.extract(found);
    entry.key() = to;
    pictures_.insert(std::move(entry));
}

void PictureCache::forget_broken() {
    std::erase_if(pictures_, [](const auto& one) { return one.second.is_broken && one.second.texture == 0; });
    for (auto& [file, picture] : pictures_)
        picture.is_broken = false;
}

void PictureCache::forget_textures() {
    for (auto& [file, picture] : pictures_)
        picture.texture = 0;
    std::erase_if(pictures_, [](const auto& one) { return !one.second.is_loading; });
    for (auto& [file, picture] : pictures_)
        picture.size = {};
    bytes_ = 0;
}

std::vector<unsigned> PictureCache::clear() {
    std::vector<unsigned> textures;
    for (const auto& [file, picture] : pictures_) {
        if (picture.texture != 0) textures.push_back(picture.texture);
    }
    pictures_.clear();
    bytes_ = 0;
    return textures;
}

text::Quad covering_quad(std::uint64_t texture, PixelSize size, float width, float height) {
    text::Quad quad;
    if (size.width <= 0 || size.height <= 0 || width <= 0 || height <= 0) return quad;
    const auto across = static_cast<float>(size.width) / width;
    const auto down = static_cast<float>(size.height) / height;
    const float scale = std::min(across, down);
    quad.texture = texture;
    quad.width = width;
    quad.height = height;
    quad.u0 = (1 - scale / across) / 2;
    quad.v0 = (1 - scale / down) / 2;
    quad.u1 = 1 - quad.u0;
    quad.v1 = 1 - quad.v0;
    return quad;
}

}  // namespace roost::ui
