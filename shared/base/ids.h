// Ids that cannot be mixed up. In C++ a number, in JSON an opaque decimal string.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace roost {

template <class Tag>
struct StrongId {
    std::int64_t value = 0;  // 0 = none

    auto operator<=>(const StrongId&) const = default;
    explicit operator bool() const { return value != 0; }
};

using MessageId = StrongId<struct MessageIdTag>;
using ConversationId = StrongId<struct ConversationIdTag>;
using AgentId = StrongId<struct AgentIdTag>;
using TeamId = StrongId<struct TeamIdTag>;
using AccountId = StrongId<struct AccountIdTag>;
using EventSeq = StrongId<struct EventSeqTag>;  // rises by at least one with every event, never reused

// The name a client gives to what it sends, unique for ever: at most 64 of [A-Za-z0-9._-].
using ClientRef = std::string;

bool is_client_ref(std::string_view text);

// Digits only, no sign, at most 18 of them; absent for anything else.
std::optional<std::int64_t> parse_decimal(std::string_view text);

template <class Id>
std::optional<Id> parse_id(std::string_view text) {
    const auto number = parse_decimal(text);
    if (!number) {
        return std::nullopt;
    }
    return Id{*number};
}

template <class Tag>
std::string to_string(StrongId<Tag> id) {
    return std::to_string(id.value);
}

}  // namespace roost

template <class Tag>
struct std::hash<roost::StrongId<Tag>> {
    std::size_t operator()(roost::StrongId<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
