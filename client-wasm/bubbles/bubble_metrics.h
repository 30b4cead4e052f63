// Lengths inside a bubble, in CSS pixels.
#pragma once

namespace roost {

inline constexpr float kBubblePadding = 9;
inline constexpr float kBubbleTop = 6;
inline constexpr float kBubbleBottom = 8;
inline constexpr float kBubbleRadius = 8;
inline constexpr float kMetaGap = 8;  // between the last line and the time
inline constexpr float kMetaHeight = 15;
inline constexpr float kMetaDrop = 3;  // below the text's lower edge
inline constexpr float kTickWidth = 16;
inline constexpr float kTickHeight = 11;
inline constexpr float kCardInset = 4;
inline constexpr float kCardHeight = 60;
inline constexpr float kCardWidth = 304;    // at least, where there is room
inline constexpr float kCardIcon = 44;      // at its end, with the space around
inline constexpr float kReactionsOver = 6;  // of their chip, over the bubble
inline constexpr float kReactionsBelow = 18;
inline constexpr float kSoundHeight = 44;
inline constexpr float kSoundWidth = 288;  // where there is room
inline constexpr float kWidestPicture = 300;
inline constexpr float kNarrowestPicture = 200;  // words have to stand under it
inline constexpr float kHighestPicture = 320;
inline constexpr float kLowestPicture = 100;
inline constexpr float kStickerEdge = 160;
inline constexpr float kPictureRadius = 6;
inline constexpr float kHeadingHeight = 22;
inline constexpr float kQuoteHeight = 48;
inline constexpr float kQuotePadding = 12;  // beside its words
inline constexpr float kActionHeight = 44;  // as tall as a finger wants
inline constexpr float kFailureIcon = 26;
inline constexpr float kFailureButton = 72;
inline constexpr float kRepairRow = 36;  // of a button below the reason
inline constexpr float kChipPaddingX = 12;
inline constexpr float kChipPaddingY = 5;

}  // namespace roost
