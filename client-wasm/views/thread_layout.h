// Where every message of a thread stands. Heights are estimated until a message comes near the screen and is
// measured; a change of the thread costs one pass over it, a frame costs what is visible.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client-wasm/views/heights.h"
#include "client-wasm/words/words.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/inbox.h"
#include "shared/model/reactions.h"

namespace roost {

struct ThreadRow {
    std::uint64_t key = 0;  // message_key()
    EventSeq rev;
    bool is_measured = false;
    bool starts_day = false;
    bool starts_group = false;
    bool has_divider = false;
    bool has_failed = false;
    bool has_reactions = false;
    bool is_hidden = false;  // of no height: a reaction that stands on its message
    int position = 0;        // among those that are not hidden, the first one being 1
    float above = 0;         // gap, date chip and divider over the bubble
};

// What the heights depend on beside the messages.
struct ThreadFormat {
    float bubble_width = 0;  // at most
    bool is_touch = false;
    int font_epoch = 0;
    const Words* words = nullptr;      // the language of what stands beside the text
    std::uint64_t divider_before = 0;  // message key; 0 = none
    bool may_repair = true;            // what failed: its button has a line of its own
    bool may_renew = false;            // … by a new token
    bool may_start = false;            // a conversation with who is in a card, by a line of its own
    int links_revision = 0;            // of the conversation: what else a message is linked to has a line

    bool operator==(const ThreadFormat&) const = default;
};

inline constexpr float kDateChipHeight = 28;
inline constexpr float kDateChipSpace = kDateChipHeight + 12;
inline constexpr float kDividerSpace = 18 + 16 + 4;

class ThreadLayout {
  public:
    // Keeps what was measured where message, rev and format are the same. O(n).
    void sync(
        const std::vector<Message>& messages,
        const ThreadFormat& format,
        const std::function<OffsetMinutes(UnixMillis)>& utc_offset,
        std::span<const Message> reactions_beyond = {}  // see ThreadWindow
    );
    const Reactions& reactions() const { return reactions_; }
    void clear();

    std::size_t size() const { return rows_.size(); }
    int shown_count() const { return shown_; }
    // The nearest row that is not hidden, at `index` or beyond it in the direction of `step`, +1 or -1;
    // absent at the ends.
    std::optional<std::size_t> shown_at(std::size_t index, int step) const;
    const ThreadRow& row(std::size_t index) const { return rows_[index]; }
    double top(std::size_t index) const { return heights_.before(index); }  // of the space above the bubble
    float height(std::size_t index) const { return heights_.at(index); }
    double total() const { return heights_.total(); }
    std::size_t row_at(double y) const { return heights_.row_at(y); }
    // O(1) where `hint` still holds the row, else O(n): after a change.
    std::optional<std::size_t> find(std::uint64_t key, std::size_t hint = 0) const;
    // The first row of the day that `index` lies in. O(log days).
    std::size_t day_start(std::size_t index) const;

    void set_measured(std::size_t index, float bubble_height);

  private:
    std::vector<ThreadRow> rows_;
    std::vector<std::size_t> day_starts_;
    Reactions reactions_;
    int shown_ = 0;
    Heights heights_;
    ThreadFormat format_;
};

}  // namespace roost
