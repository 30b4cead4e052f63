#include "shared/model/window.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>

namespace roost {

namespace {

bool is_echo(const Message& message) {
    return !message.id;
}

// One message, known by the server's id or, before that, by the sender's name for it.
bool is_same(const Message& a, const Message& b) {
    if (a.id && b.id) return a.id == b.id;
    return !a.client_ref.empty() && a.client_ref == b.client_ref;
}

void place(std::vector<Message>& messages, Message message) {
    const auto at = std::upper_bound(messages.begin(), messages.end(), message, comes_before);
    messages.insert(at, std::move(message));
}

std::vector<Message>::iterator find_same(std::vector<Message>& messages, const Message& message) {
    // From the end: what changes is nearly always new.
    const auto found = std::find_if(messages.rbegin(), messages.rend(), [&](const Message& m) {
        return is_same(m, message);
    });
    return found == messages.rend() ? messages.end() : std::prev(found.base());
}

// The first and last message the server knows; null if there is none.
struct Edges {
    const Message* first = nullptr;
    const Message* last = nullptr;
};

Edges edges_of(const std::vector<Message>& messages) {
    Edges edges;
    for (const Message& message : messages) {
        if (is_echo(message)) continue;
        if (edges.first == nullptr) edges.first = &message;
        edges.last = &message;
    }
    return edges;
}

// Whether a message lies in the contiguous piece, given that the piece may end where more is not loaded.
bool belongs(const ThreadWindow& window, const Message& message) {
    const Edges edges = edges_of(window.messages);
    if (edges.first == nullptr) return !window.is_loading && !window.has_older && !window.has_newer;
    if (window.has_older && comes_before(message, *edges.first)) return false;
    return !window.has_newer || !comes_before(*edges.last, message);
}

// Its place in the thread is not loaded, but perhaps on its way.
void keep_for_page(ThreadWindow& window, const Message& message) {
    if (!window.is_loading) return;
    Message& kept = window.late.messages.try_emplace(message.id, message).first->second;
    if (message.rev > kept.rev) kept = message;
}

void take_status(Message& message, const StatusNews& news) {
    if (news.seq <= message.rev) return;
    message.rev = news.seq;
    if (!news.wamid.empty()) message.wamid = news.wamid;
    message.status = news.status;
    message.times = news.times;
    message.failure = news.failure;
    message.charge = news.charge;
}

// What the page says, corrected by what happened since the server read it.
Message with_late_news(const Message& message, const LateNews& late) {
    const auto newer = late.messages.find(message.id);
    Message truth = newer != late.messages.end() && newer->second.rev > message.rev ? newer->second : message;
    const auto status = late.statuses.find(message.id);
    if (status != late.statuses.end()) take_status(truth, status->second);
    return truth;
}

// A fresh window keeps of the old one only what the page cannot have had: echoes, and what lies beyond the
// page's own ends where the page says that nothing more was there.
void keep_beyond_page(ThreadWindow& window, const MessagePage& page) {
    const auto is_stale = [&page](const Message& message) {
        if (is_echo(message)) return false;
        if (page.messages.empty()) return page.has_older || page.has_newer;
        if (comes_before(message, page.messages.front())) return page.has_older;
        return page.has_newer && comes_before(page.messages.back(), message);
    };
    window.messages.erase(
        std::remove_if(window.messages.begin(), window.messages.end(), is_stale), window.messages.end()
    );
}

// The messages of a page, to be found by either of their names.
class PageIndex {
  public:
    void add(Message message) {
        if (by_id_.contains(message.id)) return;
        by_id_[message.id] = messages_.size();
        if (!message.client_ref.empty()) by_ref_[message.client_ref] = messages_.size();
        messages_.emplace_back(std::move(message));
    }

    // The page's copy of `known`, which then counts as known; absent if the page has none.
    std::optional<Message> take(const Message& known) {
        const auto place = place_of(known);
        return place ? std::exchange(messages_[*place], std::nullopt) : std::nullopt;
    }

    // What was not taken.
    void move_to(std::vector<Message>& out) {
        for (auto& message : messages_) {
            if (message) out.push_back(*std::move(message));
        }
    }

  private:
    std::optional<std::size_t> place_of(const Message& known) const {
        if (!is_echo(known)) {
            const auto found = by_id_.find(known.id);
            return found == by_id_.end() ? std::nullopt : std::optional(found->second);
        }
        const auto found = by_ref_.find(known.client_ref);
        return found == by_ref_.end() ? std::nullopt : std::optional(found->second);
    }

    std::vector<std::optional<Message>> messages_;
    std::unordered_map<MessageId, std::size_t> by_id_;
    std::unordered_map<ClientRef, std::size_t> by_ref_;
};

// A later copy replaces an earlier one.
void put_beyond(ThreadWindow& window, const Message& message) {
    if (!window.has_newer || !std::holds_alternative<Reaction>(message.content)) return;
    const auto known = find_same(window.reactions, message);
    if (known != window.reactions.end()) {
        if (known->rev >= message.rev) return;
        window.reactions.erase(known);
    }
    place(window.reactions, message);
}

// What has come into the window itself stands there.
void take_reactions(ThreadWindow& window, const MessagePage& page) {
    for (const Message& message : page.reactions)
        put_beyond(window, with_late_news(message, window.late));
    if (!window.has_newer) window.reactions.clear();
    std::erase_if(window.reactions, [&window](const Message& message) {
        return find_same(window.messages, message) != window.messages.end();
    });
}

void take_ends(ThreadWindow& window, const MessagePage& page, PagePlace place) {
    if (place != PagePlace::kNewer) window.has_older = page.has_older;
    if (place != PagePlace::kOlder) window.has_newer = page.has_newer;
}

}  // namespace

bool refresh_message(ThreadWindow& window, const Message& message) {
    const auto known = find_same(window.messages, message);
    if (known == window.messages.end()) return false;
    const bool was_echo = is_echo(*known);
    if (!was_echo && known->rev >= message.rev) return true;
    window.messages.erase(known);
    if (was_echo && window.has_newer && !belongs(window, message)) {
        keep_for_page(window, message);
    } else {
        place(window.messages, message);
    }
    return true;
}

void insert_message(ThreadWindow& window, const Message& message) {
    if (refresh_message(window, message)) return;
    if (belongs(window, message)) {
        place(window.messages, message);
    } else {
        keep_for_page(window, message);
        put_beyond(window, message);
    }
}

void apply_status(ThreadWindow& window, MessageId message, const StatusNews& news) {
    for (Message& known : window.messages) {
        if (known.id != message) continue;
        take_status(known, news);
        return;
    }
    for (Message& reaction : window.reactions)
        if (reaction.id == message) take_status(reaction, news);
    if (!window.is_loading) return;
    const auto late = window.late.messages.find(message);
    if (late != window.late.messages.end()) {
        take_status(late->second, news);
    } else {
        window.late.statuses.insert_or_assign(message, news);
    }
}

void apply_page(ThreadWindow& window, const MessagePage& page, PagePlace place_of_page) {
    if (place_of_page == PagePlace::kReplace) {
        keep_beyond_page(window, page);
        window.reactions.clear();
    }
    take_ends(window, page, place_of_page);
    PageIndex unknown;
    for (const Message& message : page.messages)
        unknown.add(with_late_news(message, window.late));
    // One pass over the window however long it is, and one sort of what is nearly in order.
    for (Message& known : window.messages) {
        auto truth = unknown.take(known);
        if (truth && (is_echo(known) || truth->rev > known.rev)) known = *std::move(truth);
    }
    unknown.move_to(window.messages);
    if (!std::is_sorted(window.messages.begin(), window.messages.end(), comes_before)) {
        std::sort(window.messages.begin(), window.messages.end(), comes_before);
    }
    take_reactions(window, page);
    end_loading(window);
}

void end_loading(ThreadWindow& window) {
    // Never loaded: it ends somewhere before what the server has.
    if (window.is_loading && window.messages.empty() && window.has_older) window.has_newer = true;
    window.is_loading = false;
    for (const auto& [id, message] : std::exchange(window.late, {}).messages)
        insert_message(window, message);
}

void insert_echo(ThreadWindow& window, const Message& echo) {
    const auto known = find_same(window.messages, echo);
    if (known != window.messages.end()) {
        if (!is_echo(*known)) return;
        window.messages.erase(known);
    }
    place(window.messages, echo);
}

Message* find_echo(ThreadWindow& window, const ClientRef& ref) {
    for (Message& message : window.messages) {
        if (is_echo(message) && message.client_ref == ref) return &message;
    }
    return nullptr;
}

bool has_echoes(const ThreadWindow& window) {
    return std::any_of(window.messages.begin(), window.messages.end(), is_echo);
}

}  // namespace roost
