#include "shared/model/forward.h"

#include <utility>

namespace roost {

namespace {

// What stands for a file of ours, without what its sender's copy was called at Meta.
template <class Kind>
std::optional<Content> sent_anew(const Kind& kind) {
    if constexpr (requires { kind.media; }) {
        if (kind.media.file.state != MediaState::kStored) return std::nullopt;
        Kind copy = kind;
        copy.media = {};
        copy.media.caption = kind.media.caption;
        copy.media.file = kind.media.file;
        return copy;
    } else {
        return std::nullopt;
    }
}

std::optional<Content> sent_anew(const Text& text) {
    return Text{text.body, false};
}

std::optional<Content> sent_anew(const Location& location) {
    return location;
}

std::optional<Content> sent_anew(const Contacts& contacts) {
    return contacts;
}

}  // namespace

std::optional<Content> forwarded(const Content& content) {
    return std::visit([](const auto& kind) { return sent_anew(kind); }, content);
}

}  // namespace roost
