// Which rows, and what they say. No drawing.
#include <algorithm>
#include <array>

#include "client-wasm/views/conversation_list.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

namespace {

// Pages of one platform or record reach further down than the list of all; whichever is lower counts.
template <class Fits>
std::vector<const Conversation*> rows_that(const Inbox& inbox, const FilteredPages* pages, Fits fits) {
    std::vector<const Conversation*> rows;
    for (const auto& [id, row] : inbox.conversations) {
        if (!fits(row)) continue;
        const bool is_in_list = !inbox.boundary || place_of(row) >= *inbox.boundary;
        const bool is_in_pages =
            pages != nullptr && pages->has_begun && (!pages->boundary || place_of(row) >= *pages->boundary);
        if (is_in_list || is_in_pages) rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return listed_before(*a, *b); });
    return rows;
}

}  // namespace

std::vector<const Conversation*> rows_of(const Inbox& inbox, const ConversationListState& list) {
    const auto is_of_platform = [&](const Conversation& row) {
        return !list.platform || row.platform == *list.platform;
    };
    if (list.record) {
        return rows_that(inbox, &list.record_pages, [&](const Conversation& row) {
            return is_of_platform(row) && find_link(row.links, list.record->record) != nullptr;
        });
    }
    if (list.owner) {
        return rows_that(inbox, &list.owner_pages, [&](const Conversation& row) {
            const bool is_theirs = !list.owner->assignee || row.assignee == *list.owner->assignee;
            return is_of_platform(row) && is_theirs && (!list.owner->team || row.team == *list.owner->team);
        });
    }
    if (!list.platform) return listed(inbox);
    const auto pages = list.pages.find(*list.platform);
    return rows_that(inbox, pages == list.pages.end() ? nullptr : &pages->second, is_of_platform);
}

std::string row_preview(const Locale& locale, const Conversation& row) {
    const LastMessage& last = row.last;
    const bool is_empty = last.preview == Preview{};
    if (is_empty) return std::string(locale.words().list.no_messages);
    return said(locale, last.preview);
}

std::string row_label(
    const Locale& locale, const Conversation& row, std::string_view time, std::string_view assignee
) {
    const ListWords& words = locale.words().list;
    std::string label = display_name(row);
    if (!assignee.empty()) label.append(", ").append(fill(locale.words().team.assigned, {assignee}));
    if (row.is_blocked) label.append(", ").append(locale.words().blocking.marked);
    if (row.unread > 0) label.append(", ").append(locale.count(words.unread, row.unread));
    if (row.last.id) label.append(", ").append(row_preview(locale, row));
    if (row.last.direction == Direction::kOutbound && row.last.status == DeliveryStatus::kFailed) {
        label.append(", ").append(words.not_sent);
    }
    return label.append(", ").append(time);
}

std::optional<ui::Icon> content_icon(std::string_view type) {
    struct Known {
        std::string_view type;
        ui::Icon icon;
    };
    static constexpr auto kKnown = std::to_array<Known>({
        {"image", ui::Icon::kPhoto},
        {"video", ui::Icon::kVideo},
        {"audio", ui::Icon::kMicrophone},
        {"document", ui::Icon::kDocument},
        {"sticker", ui::Icon::kSticker},
        {"location", ui::Icon::kPin},
        {"contacts", ui::Icon::kPerson},
        {"order", ui::Icon::kCart},
        {"template", ui::Icon::kTemplate},
        {"reaction", ui::Icon::kSmile},
        {"interactive", ui::Icon::kReply},
    });
    for (const Known& known : kKnown) {
        if (known.type == type) return known.icon;
    }
    return std::nullopt;
}

UnixMillis next_label_change(UnixMillis at, UnixMillis now, OffsetMinutes offset) {
    const UnixMillis age = now - at;
    if (age < 0) return now + kMinute;
    if (age < kHour) return at + (age / kMinute + 1) * kMinute;
    const UnixMillis midnight = (local_day(now, offset) + 1) * kDay - offset * kMinute;
    return midnight;
}

ConversationId neighbour(const std::vector<const Conversation*>& rows, ConversationId from, int step) {
    if (rows.empty()) return {};
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto* row) { return row->id == from; });
    if (found == rows.end()) return rows.front()->id;
    const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
    const std::ptrdiff_t index = std::clamp<std::ptrdiff_t>(found - rows.begin() + step, 0, last);
    return rows[static_cast<std::size_t>(index)]->id;
}

}  // namespace roost
