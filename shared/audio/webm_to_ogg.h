// A browser's recording, WebM with Opus, as the Ogg that WhatsApp plays as a voice note (cloud-api §3): the
// same packets in another wrapping, nothing is encoded anew. Takes it piece by piece (RFC 8794, RFC 9559).
// Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/audio/ogg_pages.h"
#include "shared/base/result.h"

namespace roost {

// By its first four bytes.
bool begins_like_webm(std::string_view bytes);

// Keeps at most one element of the recording and one page of Ogg.
class WebmToOgg {
  public:
    // Appends the Ogg as far as it is ready. kInvalid for what is damaged or has no sound in Opus; then it
    // stays so.
    Status take(std::string_view bytes, std::string& out);
    // kInvalid also for a recording that is cut short or silent for want of packets.
    Status finish(std::string& out);

  private:
    struct Element {
        std::uint32_t id = 0;
        std::uint64_t size = 0;
        std::size_t head = 0;  // bytes of id and size
        bool is_endless = false;
    };
    struct Track {
        std::uint64_t number = 0;
        bool is_opus = false;
        bool is_packed = false;
        std::string head;
    };

    void give_up(std::string_view sentence);
    std::optional<Element> next_element(std::string_view bytes);
    // False: the rest of it is still to come.
    bool take_element(std::string_view bytes, std::size_t& at, std::string& out);
    void take_leaf(std::uint32_t id, std::string_view body, std::string& out);
    void take_block(std::string_view block, std::string& out);
    void end_track();

    std::string pending_;     // the beginning of an element
    std::uint64_t skip_ = 0;  // bytes of one that nobody needs
    bool has_begun_ = false;
    Track track_;   // that is being described
    Track chosen_;  // whose sound it is; number 0 = none yet
    std::optional<OggPages> pages_;
    Status state_;
};

}  // namespace roost
