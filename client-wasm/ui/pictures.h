// Pictures of messages, as textures. Views say what they show of which file; who has the session fetches it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "client-wasm/text/text_engine.h"

namespace roost::ui {

// How a file is called that only the browser has yet, by its number there.
inline constexpr std::string_view kLocalPicture = "local:";
inline std::string local_picture(int file) {
    return std::string(kLocalPicture) + std::to_string(file);
}

enum class PictureKind : std::uint8_t {
    kImage,
    kFilm,
    kMoving,  // an image whose address is kept: the browser shows it moving over the still one
};

// A file, and the box in CSS pixels that it is to cover.
struct PictureWish {
    std::string file;
    PictureKind kind = PictureKind::kImage;
    float width = 0;
    float height = 0;
    int natural_width = 0;  // pixels of the file; 0 = unknown
    int natural_height = 0;

    bool operator==(const PictureWish&) const = default;
};

enum class PictureState : std::uint8_t {
    kUnknown,  // never asked for, or made room for others: expect() and load() it
    kLoading,
    kReady,
    kBroken,  // could not be had or read
};

struct Picture {
    PictureState state = PictureState::kUnknown;
    // The middle of it, in the shape of the box; may be there in any state, as what was loaded for a smaller
    // box. Valid in this frame.
    text::Quad quad;
    float seconds = 0;              // how long a film is; 0 = unknown
    std::string_view address = {};  // of a moving one that is there; valid in this frame
};

// One thread, owned by the platform. What was not shown for longest makes room when the memory is used up.
class Pictures {
  public:
    virtual ~Pictures() = default;

    // Counts as use.
    virtual Picture show(const PictureWish& wish) = 0;

    // It will be loaded, so that nobody asks twice. False: it is there or on its way already.
    virtual bool expect(const PictureWish& wish) = 0;
    // From this address of our own, or its local name; a frame follows when it is there. Only what is
    // expected.
    virtual void load(std::string_view file, std::string_view url) = 0;
    // What is there under one name is there under the other from now on, unless that is known already.
    virtual void rename(std::string_view from, std::string_view to) = 0;
    // There is no address.
    virtual void fail(std::string_view file) = 0;
    // What is broken may be asked for again: the network is back.
    virtual void forget_broken() = 0;
    // Nothing may be seen any more.
    virtual void clear() = 0;
};

}  // namespace roost::ui
