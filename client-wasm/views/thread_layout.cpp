#include "client-wasm/views/thread_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/bubbles/picture_block.h"

namespace roost {

namespace {

constexpr float kGapInGroup = 2;
constexpr float kGapBetweenGroups = 12;
constexpr std::size_t kSearchedAhead = 8;  // messages that vanished or changed places

bool is_group(const Message& before, const Message& after) {
    return before.direction == after.direction && after.at - before.at < kMinute &&
           !std::holds_alternative<System>(before.content) && !std::holds_alternative<System>(after.content);
}

float estimated_height(const Message& message, const ThreadFormat& format) {
    const auto* text = std::get_if<Text>(&message.content);
    const float picture = estimated_picture(message.content, format.bubble_width);
    if (text == nullptr) return picture > 0 ? picture : 72;
    const float character = format.is_touch ? 8 : 7;
    const float line = format.is_touch ? 21 : 19;
    const float width = std::max(40.0F, format.bubble_width - 18);
    const float lines = std::ceil(static_cast<float>(text->body.size()) * character / width);
    return 14 + line * std::max(1.0F, lines);
}

// What a row knows of the one before it that is shown.
struct Above {
    const Message* message = nullptr;
    std::int64_t day = 0;
    bool owes_divider = false;  // what it belongs to is hidden
};

ThreadRow row_of(const Message& message, const Above& before, const ThreadFormat& format, std::int64_t day) {
    ThreadRow row;
    row.key = message_key(message);
    row.rev = message.rev;
    row.has_failed = message.failure.has_value();
    row.starts_day = before.message == nullptr || before.day != day;
    row.has_divider = row.key == format.divider_before || before.owes_divider;
    row.starts_group = row.starts_day || row.has_divider || !is_group(*before.message, message);
    row.above = (row.starts_group ? kGapBetweenGroups : kGapInGroup) + (row.starts_day ? kDateChipSpace : 0) +
                (row.has_divider ? kDividerSpace : 0);
    return row;
}

ThreadRow hidden_row(const Message& message) {
    ThreadRow row;
    row.key = message_key(message);
    row.rev = message.rev;
    row.is_hidden = row.is_measured = true;
    return row;
}

bool is_same_look(const ThreadRow& known, const ThreadRow& row) {
    return known.is_measured && known.rev == row.rev && known.has_failed == row.has_failed &&
           known.starts_group == row.starts_group && known.has_reactions == row.has_reactions &&
           !known.is_hidden;
}

bool is_same_measure(const ThreadFormat& a, const ThreadFormat& b) {
    return a.bubble_width == b.bubble_width && a.is_touch == b.is_touch && a.font_epoch == b.font_epoch &&
           a.words == b.words && a.may_repair == b.may_repair && a.may_renew == b.may_renew &&
           a.may_start == b.may_start && a.links_revision == b.links_revision;
}

std::optional<std::size_t> index_of(
    const std::vector<ThreadRow>& rows,
    std::uint64_t key,
    std::size_t from = 0,
    std::size_t to = std::numeric_limits<std::size_t>::max()
) {
    for (std::size_t i = from; i < rows.size() && i < to; ++i) {
        if (rows[i].key == key) return i;
    }
    return std::nullopt;
}

}  // namespace

void ThreadLayout::sync(
    const std::vector<Message>& messages,
    const ThreadFormat& format,
    const std::function<OffsetMinutes(UnixMillis)>& utc_offset,
    std::span<const Message> reactions_beyond
) {
    const std::vector<ThreadRow> known = std::exchange(rows_, std::vector<ThreadRow>(messages.size()));
    std::vector<float> heights(messages.size());
    day_starts_.clear();
    reactions_ = Reactions::of(messages, reactions_beyond);
    shown_ = 0;
    // Both lists are in one order, so what stayed is met by walking both, from where the first message was.
    std::size_t next = messages.empty() ? 0 : index_of(known, message_key(messages.front())).value_or(0);
    Above above;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message& message = messages[i];
        const auto found = index_of(known, message_key(message), next, next + kSearchedAhead);
        if (found) next = *found + 1;
        if (reactions_.is_seen_elsewhere(message)) {
            rows_[i] = hidden_row(message);
            above.owes_divider |= rows_[i].key == format.divider_before;
            continue;
        }
        const std::int64_t day = local_day(message.at, utc_offset(message.at));
        ThreadRow& row = rows_[i] = row_of(message, above, format, day);
        above = {&message, day, false};
        row.position = ++shown_;
        row.has_reactions = !reactions_.on(message).empty();
        if (row.starts_day) day_starts_.push_back(i);
        row.is_measured = found && is_same_look(known[*found], row) && is_same_measure(format, format_);
        const float bubble =
            row.is_measured ? heights_.at(*found) - known[*found].above : estimated_height(message, format);
        heights[i] = row.above + bubble;
    }
    heights_.assign(std::move(heights));
    format_ = format;
}

void ThreadLayout::clear() {
    *this = {};
}

std::optional<std::size_t> ThreadLayout::find(std::uint64_t key, std::size_t hint) const {
    if (hint < rows_.size() && rows_[hint].key == key) return hint;
    return index_of(rows_, key);
}

std::size_t ThreadLayout::day_start(std::size_t index) const {
    const auto after = std::upper_bound(day_starts_.begin(), day_starts_.end(), index);
    return after == day_starts_.begin() ? 0 : *(after - 1);
}

std::optional<std::size_t> ThreadLayout::shown_at(std::size_t index, int step) const {
    for (std::size_t at = index; at < rows_.size(); at += static_cast<std::size_t>(step)) {
        if (!rows_[at].is_hidden) return at;  // before the first one the number wraps round
    }
    return std::nullopt;
}

void ThreadLayout::set_measured(std::size_t index, float bubble_height) {
    rows_[index].is_measured = true;
    heights_.set(index, rows_[index].above + bubble_height);
}

}  // namespace roost
