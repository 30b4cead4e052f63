// The places that the page's address leads to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client-wasm/app/ui_state.h"
#include "shared/base/ids.h"

namespace roost {

// "#/inbox/12" and "#/inbox/12/345"; absent for another place.
std::optional<ConversationId> conversation_in(std::string_view fragment);
std::optional<MessageId> message_in(std::string_view fragment);
std::string fragment_of(ConversationId id, MessageId message = {});
// "#/settings/people"; absent for another place.
std::optional<SettingsSection> settings_in(std::string_view fragment);
std::string place_of(SettingsSection section);

}  // namespace roost
