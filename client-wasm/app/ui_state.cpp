#include "client-wasm/app/ui_state.h"

#include <algorithm>

namespace roost {

bool may(const UiState& state, std::string_view permission) {
    const auto& all = state.permissions;
    return std::find(all.begin(), all.end(), permission) != all.end();
}

bool may_everywhere(const UiState& state, std::string_view permission) {
    return !state.is_narrow && may(state, permission);
}

bool can_assign(const UiState& state) {
    return may(state, permission::kTend);
}

bool can_link(const UiState& state) {
    return !state.record_types.empty() && may_everywhere(state, permission::kTend);
}

bool can_start(const UiState& state) {
    return !state.is_of_person && may(state, permission::kSend);
}

bool can_change_block(const UiState& state, const Conversation& row) {
    return row.platform == Platform::kWhatsApp && may_everywhere(state, permission::kTend);
}

bool may_open(const UiState& state, SettingsSection section) {
    switch (section) {
        case SettingsSection::kPeople:
            return may(state, permission::kManagePeople);
        case SettingsSection::kKeys:
            return may(state, permission::kManageApiKeys);
        case SettingsSection::kLog:
            return may(state, permission::kReadAuditLog);
        case SettingsSection::kWebhooks:
            return may(state, permission::kReadWebhookLog);
        case SettingsSection::kNumbers:
            return may(state, permission::kManageAccounts);
        case SettingsSection::kSites:
            return may(state, permission::kManageSites);
        default:
            return true;
    }
}

bool shows_settings(const UiState& state) {
    return state.settings.section != SettingsSection::kNone;
}

bool shows_voice(const UiState& state) {
    return state.voice.phase != VoicePhase::kNone && state.voice.conversation == state.open &&
           !state.voice.is_for_tray;
}

}  // namespace roost
