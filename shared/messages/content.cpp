#include "shared/messages/content.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace roost {

namespace {

// A body of the wrong shape is not a message of that kind: better shown as unsupported, with its raw JSON,
// than empty.
template <class T>
constexpr Json::value_t kBodyShape = Json::value_t::object;
template <>
constexpr Json::value_t kBodyShape<Contacts> = Json::value_t::array;

template <class T>
bool read_as(std::string_view type, const Json& message, Content& out) {
    if constexpr (std::is_same_v<T, Unsupported>) {
        return false;
    } else {
        const Json& body = member(message, T::kType);
        if (type != T::kType || body.type() != kBodyShape<T>) return false;
        out = T::read(body);
        return true;
    }
}

template <std::size_t... kIndex>
bool read_as_any(std::string_view type, const Json& message, Content& out, std::index_sequence<kIndex...>) {
    return (read_as<std::variant_alternative_t<kIndex, Content>>(type, message, out) || ...);
}

}  // namespace

Content parse_content(const Json& message) {
    const std::string type = string_or(message, "type", "");
    Content content;
    if (read_as_any(type, message, content, std::make_index_sequence<std::variant_size_v<Content>>())) {
        return content;
    }
    return read_unsupported(type, message);
}

Json write_content(const Content& content) {
    return json_written_by([&](JsonWriter& out) { write_content(out, content); });
}

void write_content(JsonWriter& out, const Content& content) {
    out.begin_object();
    write_content_members(out, content);
    out.end_object();
}

void write_content_members(JsonWriter& out, const Content& content) {
    std::visit(
        [&out](const auto& kind) {
            using T = std::decay_t<decltype(kind)>;
            out.key("type").string(T::kType).key(T::kType);
            write_body(out, kind);
        },
        content
    );
}

Preview preview(const Content& content) {
    return std::visit([](const auto& kind) { return preview(kind); }, content);
}

const MediaRef* media_in(const Content& content) {
    return std::visit(
        [](const auto& kind) -> const MediaRef* {
            if constexpr (requires { kind.media; }) {
                return &kind.media;
            } else if constexpr (requires { kind.shown.media; }) {
                return is_media(kind.shown.header) ? &kind.shown.media : nullptr;
            } else {
                return nullptr;
            }
        },
        content
    );
}

MediaRef* media_in(Content& content) {
    return const_cast<MediaRef*>(media_in(std::as_const(content)));
}

namespace {

template <class Media, class SomeContent>
std::vector<Carried<Media>> collect_files(SomeContent& content) {
    std::vector<Carried<Media>> files;
    if (Media* own = media_in(content)) files.push_back({file_kind(content), own});
    auto* from_template = std::get_if<Template>(&content);
    if (from_template == nullptr) return files;
    for (auto& card : from_template->cards)
        if (is_media(card.header)) files.push_back({template_header_name(card.header), &card.media});
    return files;
}

}  // namespace

std::vector<Carried<MediaRef>> files_in(Content& content) {
    return collect_files<MediaRef>(content);
}

std::vector<Carried<const MediaRef>> files_in(const Content& content) {
    return collect_files<const MediaRef>(content);
}

bool carries_file(const Content& content, std::string_view file) {
    const auto files = files_in(content);
    return std::any_of(files.begin(), files.end(), [file](const auto& one) {
        return one.media->file.id == file;
    });
}

std::string_view file_kind(const Content& content) {
    const auto* from_template = std::get_if<Template>(&content);
    return from_template == nullptr ? content_type(content)
                                    : template_header_name(from_template->shown.header);
}

std::string_view content_type(const Content& content) {
    if (const auto* unsupported = std::get_if<Unsupported>(&content)) return unsupported->type;
    return std::visit([](const auto& kind) { return std::decay_t<decltype(kind)>::kType; }, content);
}

}  // namespace roost
