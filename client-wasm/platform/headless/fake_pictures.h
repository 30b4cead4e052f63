// Pictures that are there when the test says so.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client-wasm/ui/pictures.h"

namespace roost::platform {

class FakePictures : public ui::Pictures {
  public:
    ui::Picture show(const ui::PictureWish& wish) override {
        shown[wish.file] = wish;
        ui::Picture picture;
        const auto known = states.find(wish.file);
        if (known != states.end()) picture.state = known->second;
        if (picture.state != ui::PictureState::kReady) return picture;
        picture.quad = {7, 0, 0, wish.width, wish.height, 0, 0, 1, 1};
        picture.seconds = wish.kind == ui::PictureKind::kFilm ? 42.0F : 0.0F;
        if (wish.kind == ui::PictureKind::kMoving) picture.address = urls[wish.file];
        return picture;
    }
    bool expect(const ui::PictureWish& wish) override {
        return states.try_emplace(wish.file, ui::PictureState::kLoading).second;
    }
    void load(std::string_view file, std::string_view url) override { urls[std::string(file)] = url; }
    void rename(std::string_view from, std::string_view to) override {
        const auto known = states.find(from);
        if (known != states.end()) states.try_emplace(std::string(to), known->second);
    }
    void fail(std::string_view file) override { states[std::string(file)] = ui::PictureState::kBroken; }
    void forget_broken() override {
        std::erase_if(states, [](const auto& one) { return one.second == ui::PictureState::kBroken; });
    }
    void clear() override { states.clear(); }

    std::map<std::string, ui::PictureWish, std::less<>> shown;    // last
    std::map<std::string, ui::PictureState, std::less<>> states;  // set to kReady when one has come
    std::map<std::string, std::string, std::less<>> urls;
};

}  // namespace roost::platform
