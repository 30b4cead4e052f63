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

UnreadCounts count_unread(const Inbox& inbox) {
    UnreadCounts counts;
    for (const auto& [id, row] : inbox.conversations) {
        if (row.unread == 0) continue;
        ++counts.all;
        ++of_platform(counts, row.platform);
    }
    return counts;
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
    --inbox.counts.all;
    --of_platform(inbox.counts, found->second.platform);
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
