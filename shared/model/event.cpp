#include "shared/model/event.h"

namespace roost {

namespace {

ConversationId subject(const MessageAdded& added) {
    return added.conversation.id;
}
ConversationId subject(const MessageStatusChanged& changed) {
    return changed.conversation;
}
ConversationId subject(const MessageChanged& changed) {
    return changed.message.conversation;
}
ConversationId subject(const ConversationChanged& changed) {
    return changed.conversation.id;
}
ConversationId subject(const ConversationGone& gone) {
    return gone.conversation;
}
ConversationId subject(const ColleagueChanged&) {
    return {};
}
ConversationId subject(const TeamChanged&) {
    return {};
}
ConversationId subject(const AccountNamed&) {
    return {};
}

ConversationId subject(const AccountChanged&) {
    return {};
}

ConversationId subject(const TemplatesChanged& /*changed*/) {
    return {};
}

ConversationId subject(const NoticesChanged& /*changed*/) {
    return {};
}

}  // namespace

ConversationId conversation_of(const Event& event) {
    return std::visit([](const auto& payload) { return subject(payload); }, event.payload);
}

}  // namespace roost
