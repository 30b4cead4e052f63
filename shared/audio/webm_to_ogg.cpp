#include "shared/audio/webm_to_ogg.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roost {

namespace {

constexpr std::uint32_t kHeader = 0x1a45dfa3, kSegment = 0x18538067, kCluster = 0x1f43b675;
constexpr std::uint32_t kTracks = 0x1654ae6b, kTrackEntry = 0xae, kTrackNumber = 0xd7, kCodec = 0x86;
constexpr std::uint32_t kCodecPrivate = 0x63a2, kEncodings = 0x6d80;
constexpr std::uint32_t kBlockGroup = 0xa0, kBlock = 0xa1, kSimpleBlock = 0xa3;
// Their parts are taken as if they stood side by side.
constexpr std::array<std::uint32_t, 5> kMasters{kSegment, kTracks, kTrackEntry, kCluster, kBlockGroup};
constexpr std::array<std::uint32_t, 6> kLeaves{
    kTrackNumber, kCodec, kCodecPrivate, kEncodings, kBlock, kSimpleBlock};
constexpr std::size_t kLongestHead = 12;  // an id and a size
constexpr std::size_t kOpusHeadBytes = 19;

constexpr std::string_view kDamaged = "The recording is damaged.";
constexpr std::string_view kNoOpus = "The recording has no sound in Opus.";

template <std::size_t size>
bool has(const std::array<std::uint32_t, size>& ids, std::uint32_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8U | byte_at(bytes, at + i - 1);
    return value;
}

// A number of 1 to `longest` bytes whose first byte says how many there are.
struct Number {
    std::uint64_t value = 0;  // without the bit that says so
    std::size_t size = 0;     // 0: malformed
    bool is_all_ones = false;
    bool is_whole = false;
};

Number number_at(std::string_view bytes, std::size_t at, std::size_t longest) {
    Number number;
    if (at >= bytes.size()) return {0, 1, false, false};
    const unsigned first = byte_at(bytes, at);
    while (number.size < longest && (first & 0x80U >> number.size) == 0)
        ++number.size;
    if (number.size == longest) return {};
    const unsigned mask = 0xffU >> (number.size + 1);
    ++number.size;
    if (at + number.size > bytes.size()) return number;
    number.is_whole = true;
    number.is_all_ones = (first & mask) == mask;
    number.value = first & mask;
    for (std::size_t i = 1; i < number.size; ++i) {
        const unsigned byte = byte_at(bytes, at + i);
        number.is_all_ones = number.is_all_ones && byte == 0xff;
        number.value = number.value << 8U | byte;
    }
    return number;
}

std::uint64_t unsigned_in(std::string_view body) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < body.size() && i < 8; ++i)
        value = value << 8U | byte_at(body, i);
    return value;
}

// Of one or two channels; what has more needs another way to be laid out.
bool is_opus_head(std::string_view head) {
    if (head.size() < kOpusHeadBytes || !head.starts_with("OpusHead")) return false;
    const unsigned channels = byte_at(head, 9);
    return byte_at(head, 8) < 16 && channels >= 1 && channels <= 2 && byte_at(head, 18) == 0;
}

}  // namespace

bool begins_like_webm(std::string_view bytes) {
    return bytes.starts_with("\x1a\x45\xdf\xa3");
}

void WebmToOgg::give_up(std::string_view sentence) {
    if (state_) state_ = fail(ErrorCode::kInvalid, std::string(sentence));
}

Status WebmToOgg::take(std::string_view bytes, std::string& out) {
    std::size_t at = 0;
    pending_ += bytes;
    const std::string_view all = pending_;
    while (state_ && at < all.size()) {
        if (skip_ > 0) {
            const auto some = std::min<std::uint64_t>(skip_, all.size() - at);
            at += static_cast<std::size_t>(some);
            skip_ -= some;
        } else if (!take_element(all, at, out)) {
            break;
        }
    }
    pending_.erase(0, state_ ? at : pending_.size());
    return state_;
}

Status WebmToOgg::finish(std::string& out) {
    if (!pending_.empty() || skip_ > 0) give_up("The recording is cut short.");
    if (state_ && (!pages_ || !pages_->finish(out))) give_up("The recording is empty.");
    return state_;
}

// Absent while it is not whole, or malformed.
std::optional<WebmToOgg::Element> WebmToOgg::next_element(std::string_view bytes) {
    const Number id = number_at(bytes, 0, 4);
    const Number size = number_at(bytes, id.size, 8);
    if (id.size == 0 || size.size == 0) give_up(kDamaged);
    if (!id.is_whole || !size.is_whole || !state_) return std::nullopt;
    Element element;
    // With its leading bit, as ids are written.
    element.id = static_cast<std::uint32_t>(id.value | std::uint64_t{1} << (7 * id.size));
    element.size = size.value;
    element.head = id.size + size.size;
    element.is_endless = size.is_all_ones;
    return element;
}

bool WebmToOgg::take_element(std::string_view bytes, std::size_t& at, std::string& out) {
    const auto element = next_element(bytes.substr(at, kLongestHead));
    if (!element) return false;
    if (!std::exchange(has_begun_, true) && element->id != kHeader) give_up(kDamaged);
    if (has(kMasters, element->id)) {
        if (element->id == kTrackEntry || element->id == kCluster) end_track();
        if (element->id == kCluster && chosen_.number == 0) give_up(kNoOpus);
        at += element->head;
        return true;
    }
    if (element->is_endless) give_up(kDamaged);
    if (!has(kLeaves, element->id)) {
        at += element->head;
        skip_ = element->size;
        return true;
    }
    if (element->size > kLongestOpusPacket) give_up(kDamaged);
    if (!state_ || bytes.size() - at - element->head < element->size) return false;
    const auto size = static_cast<std::size_t>(element->size);
    take_leaf(element->id, bytes.substr(at + element->head, size), out);
    at += element->head + size;
    return true;
}

void WebmToOgg::take_leaf(std::uint32_t id, std::string_view body, std::string& out) {
    if (id == kBlock || id == kSimpleBlock) return take_block(body, out);
    if (id == kTrackNumber) track_.number = unsigned_in(body);
    if (id == kCodec) track_.is_opus = body == "A_OPUS";
    if (id == kCodecPrivate) track_.head = body;
    if (id == kEncodings) track_.is_packed = true;
}

// Its parts come in any order; the first track with sound in Opus it is.
void WebmToOgg::end_track() {
    const Track track = std::exchange(track_, {});
    const bool is_usable = track.number != 0 && track.is_opus && !track.is_packed && is_opus_head(track.head);
    if (is_usable && chosen_.number == 0) chosen_ = track;
}

void WebmToOgg::take_block(std::string_view block, std::string& out) {
    const Number track = number_at(block, 0, 8);
    constexpr std::size_t kTimeAndFlags = 3;
    if (!track.is_whole || block.size() < track.size + kTimeAndFlags) return give_up(kDamaged);
    if (chosen_.number == 0 || track.value != chosen_.number) return;
    const bool is_laced = (byte_at(block, track.size + 2) & 0x06U) != 0;
    const std::string_view packet = block.substr(track.size + kTimeAndFlags);
    if (is_laced || opus_samples(packet) == 0) return give_up(kDamaged);
    if (!pages_) {
        const std::string_view head = chosen_.head;
        pages_.emplace(OpusStream{little(head, 10, 2), little(head, 12, 4), little(head, 16, 2)});
    }
    pages_->add(packet, out);
}

}  // namespace roost
