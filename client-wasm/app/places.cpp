#include "client-wasm/app/places.h"

#include <array>

namespace roost {

namespace {

constexpr std::string_view kInboxPlace = "#/inbox";
constexpr std::string_view kSettingsPlace = "#/settings";
// In the order of SettingsSection.
constexpr std::array<std::string_view, 9> kSections{
    "", "", "account", "people", "keys", "log", "webhooks", "numbers", "sites"};

}  // namespace

std::optional<ConversationId> conversation_in(std::string_view fragment) {
    if (!fragment.starts_with(kInboxPlace) || fragment.size() <= kInboxPlace.size() + 1) return std::nullopt;
    if (fragment[kInboxPlace.size()] != '/') return std::nullopt;
    std::string_view rest = fragment.substr(kInboxPlace.size() + 1);
    return parse_id<ConversationId>(rest.substr(0, rest.find('/')));
}

std::optional<MessageId> message_in(std::string_view fragment) {
    if (!conversation_in(fragment)) return std::nullopt;
    const auto slash = fragment.find('/', kInboxPlace.size() + 1);
    if (slash == std::string_view::npos) return std::nullopt;
    const auto id = parse_id<MessageId>(fragment.substr(slash + 1));
    return id && *id ? id : std::nullopt;
}

std::string fragment_of(ConversationId id, MessageId message) {
    std::string fragment(kInboxPlace);
    if (id) fragment += "/" + to_string(id);
    if (id && message) fragment += "/" + to_string(message);
    return fragment;
}

std::optional<SettingsSection> settings_in(std::string_view fragment) {
    if (!fragment.starts_with(kSettingsPlace)) return std::nullopt;
    fragment.remove_prefix(kSettingsPlace.size());
    if (!fragment.empty() && !fragment.starts_with('/')) return std::nullopt;
    for (auto i = static_cast<std::size_t>(SettingsSection::kAccount); i < kSections.size(); ++i) {
        if (!fragment.empty() && fragment.substr(1) == kSections.at(i))
            return static_cast<SettingsSection>(i);
    }
    return SettingsSection::kSections;
}

std::string place_of(SettingsSection section) {
    std::string place(kSettingsPlace);
    const std::string_view name = kSections.at(static_cast<std::size_t>(section));
    if (!name.empty()) place.append("/").append(name);
    return place;
}

}  // namespace roost
