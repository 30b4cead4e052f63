#include "shared/model/inbox.h"

#include <algorithm>

namespace roost {

namespace {

bool is_loaded(const Conversation& row, const std::optional<ListPlace>& boundary) {
    return !boundary || place_of(row) >= *boundary;
}

int& of_platform(UnreadCounts& counts, Platform platform) {
    if (platform == Platform::kMessenger) return counts.messenger;
    return platform == Platform::kInstagram ? counts.instagram : counts.whatsapp;
}

}  // namespace

void add_to(UnreadCounts& counts, Platform platform, int change) {
    counts.all += change;
    of_platform(counts, platform) += change;
}

std::vector<const Conversation*> listed(const Inbox& inbox) {
    std::vector<const Conversation*> rows;
    rows.reserve(inbox.conversations.size());
    for (const auto& [id, row] : inbox.conversations) {
        if (is_loaded(row, inbox.boundary)) rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return listed_before(*a, *b); });
    return rows;
}

void take_as_read(Inbox& inbox, ConversationId id) {
    const auto found = inbox.conversations.find(id);
    if (found == inbox.conversations.end() || found->second.unread == 0) return;
    found->second.unread = 0;
    if (inbox.is_narrow) inbox.read_early[id] = found->second.rev;
    add_to(inbox.counts, found->second.platform, -1);
}

const Conversation* find_conversation(const Inbox& inbox, ConversationId id) {
    const auto found = inbox.conversations.find(id);
    return found == inbox.conversations.end() ? nullptr : &found->second;
}

const ThreadWindow* find_thread(const Inbox& inbox, ConversationId id) {
    const auto found = inbox.threads.find(id);
    return found == inbox.threads.end() ? nullptr : &found->second;
}

}  // namespace roost
