#include <algorithm>

#include "client-wasm/bubbles/bodies.h"

namespace roost {

namespace {

constexpr std::size_t kLongestBadge = 4;

std::string upper_case(std::string_view text) {
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

// "PDF" from "offer.pdf"; empty for names without a short ending.
std::string badge_of(std::string_view filename) {
    const std::size_t dot = filename.rfind('.');
    if (dot == std::string_view::npos) return "";
    const std::string_view ending = filename.substr(dot + 1);
    const bool is_plain = std::all_of(ending.begin(), ending.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return is_plain && ending.size() <= kLongestBadge ? upper_case(ending) : "";
}

ui::Colour hue_of(std::string_view badge) {
    if (badge == "PDF") return ui::rgb(0xB3261E);
    if (badge.starts_with("XLS") || badge == "CSV") return ui::kAvatarHues[7];
    return ui::kAvatarHues[2];
}

}  // namespace

std::string format_word(std::string_view mime_type) {
    const std::size_t slash = mime_type.find('/');
    if (slash == std::string_view::npos) return "";
    std::string_view kind = mime_type.substr(slash + 1);
    kind = kind.substr(0, kind.find(';'));
    return kind.size() <= 5 ? upper_case(kind) : "";
}

namespace {

// "PDF document · 1 MB"
std::string subtitle_of(const Document& content, const std::string& badge, const BubbleContext& bubble) {
    std::string kind =
        badge.empty() ? format_word(content.media.mime_type) : fill(bubble.words.document_kind, {badge});
    if (content.media.file.size == 0) return kind;
    const std::string size = bubble.locale.file_size(content.media.file.size);
    return kind.empty() ? size : fill("{0} · {1}", {kind, size});
}

}  // namespace

void draw_body(const Document& content, BubbleContext& bubble) {
    const std::string badge = badge_of(content.filename);
    const std::string title =
        content.filename.empty() ? std::string(bubble.words.document) : content.filename;
    const std::string subtitle = subtitle_of(content, badge, bubble);
    bubble.file_card(
        content.media.file, content.filename, {ui::Icon::kDocument, hue_of(badge), badge, title, subtitle}
    );
    bubble.text(content.media.caption);
}

}  // namespace roost
