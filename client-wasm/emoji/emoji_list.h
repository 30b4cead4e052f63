// The emoji of one language: names, words to find them by, short codes, skin tones. Made at build time by
// tools/package_emoji.py and loaded when first needed. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roost::emoji {

enum class Group { kPeople, kNature, kFood, kTravel, kActivities, kObjects, kSymbols, kFlags };
inline constexpr std::size_t kGroups = 8;

// 0 = the yellow of no tone, 1 (light) to 5 (dark).
using Tone = int;
inline constexpr Tone kDarkestTone = 5;

// Views into the list's own text.
struct Emoji {
    std::string_view sign;
    std::string_view toned;  // the sign with "%" where the tone goes; empty = it has none
    std::string_view name;
    std::string_view words;  // folded, between spaces, those of the name first
    std::string_view codes;  // "thumbsup +1", the usual one first
    Group group = Group::kPeople;
};

class EmojiList {
  public:
    EmojiList() = default;
    // Absent if the text is not what tools/package_emoji.py writes.
    static std::optional<EmojiList> parse(std::string text);

    std::span<const Emoji> all() const { return all_; }
    // Empty for 0.
    std::string_view tone_name(Tone tone) const;
    // Null if there is none; variation selectors make no difference.
    const Emoji* find(std::string_view sign) const;
    const Emoji* find_code(std::string_view code) const;
    // Every sign, one a line, in the order of all().
    std::string signs() const;
    // Keeps those whose place in `is_drawn` holds a '1'; what is missing there stays.
    void keep_drawn(std::string_view is_drawn);

  private:
    std::unique_ptr<std::string> text_;  // stays where it is when the list moves
    std::vector<Emoji> all_;
    std::array<std::string_view, kDarkestTone> tones_;
};

// As it is inserted and drawn.
std::string with_tone(const Emoji& emoji, Tone tone);
// "thumbs up, dark skin tone"
std::string name_with_tone(const EmojiList& list, const Emoji& emoji, Tone tone);

// Lower case without the accents of Latin letters, as package_emoji.py folds what is looked for.
std::string fold(std::string_view text);

// Those in which every word of `query` begins one of the words or short codes, the best first, at most
// `most`.
std::vector<const Emoji*> search(const EmojiList& list, std::string_view query, std::size_t most);

}  // namespace roost::emoji
