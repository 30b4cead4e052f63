#include "client-wasm/emoji/emoji_list.h"

#include <algorithm>
#include <utility>

namespace roost::emoji {

namespace {

constexpr std::array<std::string_view, kGroups> kGroupNames{
    "people", "nature", "food", "travel", "activities", "objects", "symbols", "flags"};
constexpr std::array<std::string_view, kDarkestTone> kToneSigns{
    "\U0001F3FB", "\U0001F3FC", "\U0001F3FD", "\U0001F3FE", "\U0001F3FF"};
constexpr std::string_view kVariation = "\uFE0F";
constexpr int kNoMatch = 100;

// Takes what stands before the next `separator`, or everything.
std::string_view take(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
}

bool contains_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        if (take(words, ' ') == word) return true;
    }
    return false;
}

// The place of the first word that begins so; absent if none does.
std::optional<int> word_beginning(std::string_view words, std::string_view start) {
    for (int i = 0; !words.empty(); ++i) {
        if (take(words, ' ').starts_with(start)) return i;
    }
    return std::nullopt;
}

// Small is good.
int rank_word(const Emoji& emoji, std::string_view word) {
    if (contains_word(emoji.codes, word)) return 0;
    if (contains_word(emoji.words, word)) return 1;
    const auto place = word_beginning(emoji.words, word);
    if (place == 0 || word_beginning(emoji.codes, word)) return 2;
    if (place) return 3;
    return emoji.codes.find('_' + std::string(word)) != std::string_view::npos ? 4 : kNoMatch;
}

int rank(const Emoji& emoji, std::string_view query) {
    int worst = kNoMatch;
    while (!query.empty()) {
        const std::string_view word = take(query, ' ');
        if (word.empty()) continue;
        const int found = rank_word(emoji, word);
        if (found == kNoMatch) return kNoMatch;
        worst = worst == kNoMatch ? found : std::max(worst, found);
    }
    return worst;
}

std::string without_variation(std::string_view sign) {
    std::string plain(sign);
    for (std::size_t at = plain.find(kVariation); at != std::string::npos; at = plain.find(kVariation, at))
        plain.erase(at, kVariation.size());
    return plain;
}

}  // namespace

std::optional<EmojiList> EmojiList::parse(std::string text) {
    EmojiList list;
    list.text_ = std::make_unique<std::string>(std::move(text));
    std::string_view rest = *list.text_;
    std::string_view tones = take(rest, '\n');
    for (std::string_view& tone : list.tones_)
        tone = take(tones, '\t');
    if (list.tones_.back().empty()) return std::nullopt;
    std::optional<Group> group;
    while (!rest.empty()) {
        std::string_view line = take(rest, '\n');
        const bool is_group = line.starts_with('#') && line.find('\t') == std::string_view::npos;
        if (is_group) {
            const auto* const found = std::find(kGroupNames.begin(), kGroupNames.end(), line.substr(1));
            if (found == kGroupNames.end()) return std::nullopt;
            group = static_cast<Group>(found - kGroupNames.begin());
            continue;
        }
        if (!group) return std::nullopt;
        Emoji emoji;
        emoji.group = *group;
        for (std::string_view* field : {&emoji.sign, &emoji.toned, &emoji.name, &emoji.words, &emoji.codes})
            *field = take(line, '\t');
        if (emoji.sign.empty() || emoji.name.empty()) return std::nullopt;
        list.all_.push_back(emoji);
    }
    if (list.all_.empty()) return std::nullopt;
    return list;
}

std::string_view EmojiList::tone_name(Tone tone) const {
    if (tone < 1 || tone > kDarkestTone) return "";
    return tones_[static_cast<std::size_t>(tone) - 1];
}

const Emoji* EmojiList::find(std::string_view sign) const {
    const std::string wanted = without_variation(sign);
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Emoji& one) {
        return one.sign == sign || without_variation(one.sign) == wanted;
    });
    return found == all_.end() ? nullptr : &*found;
}

const Emoji* EmojiList::find_code(std::string_view code) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Emoji& one) {
        return contains_word(one.codes, code);
    });
    return found == all_.end() ? nullptr : &*found;
}

std::string EmojiList::signs() const {
    std::string signs;
    for (const Emoji& one : all_)
        signs.append(one.sign).append("\n");
    return signs;
}

void EmojiList::keep_drawn(std::string_view is_drawn) {
    std::size_t at = 0;
    std::erase_if(all_, [&](const Emoji&) {
        const std::size_t place = at++;
        return place < is_drawn.size() && is_drawn[place] != '1';
    });
}

std::string with_tone(const Emoji& emoji, Tone tone) {
    if (tone < 1 || tone > kDarkestTone || emoji.toned.empty()) return std::string(emoji.sign);
    std::string sign;
    for (const char c : emoji.toned) {
        if (c == '%') {
            sign += kToneSigns[static_cast<std::size_t>(tone) - 1];
        } else {
            sign += c;
        }
    }
    return sign;
}

std::string name_with_tone(const EmojiList& list, const Emoji& emoji, Tone tone) {
    std::string name(emoji.name);
    const std::string_view tone_name = list.tone_name(tone);
    if (!emoji.toned.empty() && !tone_name.empty()) name.append(", ").append(tone_name);
    return name;
}

std::string fold(std::string_view text) {
    // U+00C0 to U+00FF; '.' stays as it is (æ, ð, ×, …), in lower case.
    constexpr std::string_view kBases = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y";
    std::string folded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_latin = c == '\xC3' && i + 1 < text.size();
        if (!is_latin) {
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        const auto low = static_cast<unsigned char>(text[++i]);
        const char base = low >= 0x80 && low <= 0xBF ? kBases[low - 0x80U] : '.';
        if (base != '.') {
            folded += base;
        } else {
            folded += c;
            folded += static_cast<char>(low >= 0x80 && low < 0x9F && low != 0x97 ? low + 0x20 : low);
        }
    }
    return folded;
}

std::vector<const Emoji*> search(const EmojiList& list, std::string_view query, std::size_t most) {
    const std::string wanted = fold(query);
    std::vector<std::pair<int, const Emoji*>> ranked;
    for (const Emoji& one : list.all()) {
        const int found = rank(one, wanted);
        if (found != kNoMatch) ranked.emplace_back(found, &one);
    }
    // Of equals, the one that stands first in the list.
    std::sort(ranked.begin(), ranked.end());
    std::vector<const Emoji*> best;
    for (const auto& [place, one] : ranked) {
        if (best.size() == most) break;
        best.push_back(one);
    }
    return best;
}

}  // namespace roost::emoji
