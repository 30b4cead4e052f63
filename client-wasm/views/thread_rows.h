// The visible part of a thread: measured, recorded, drawn. Part of thread.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/views/thread.h"

namespace roost {

inline constexpr float kThreadPadding = 12;

// The frame's view of one thread.
struct ThreadPane {
    const std::vector<Message>& messages;
    ThreadView& view;
    ui::Ui& ui;
    ui::Rect rect;
    std::string contact;
    bool has_older = false;                   // what is loaded is not all
    bool has_newer = false;                   // it ends before the newest message
    std::span<const Message> reactions = {};  // from behind what is loaded, to what is
    text::SearchTerms terms = {};             // what is searched for in it
    MessageId hit = {};                       // at which the reader stands
    const SentFiles* sent_files = nullptr;    // on their way; may be null
    const PlayerState* player = nullptr;
    bool is_unreachable = false;                   // that was noted of the customer
    bool may_repair = true;                        // what failed
    bool may_renew = false;                        // … by a new token
    std::optional<AccountId> may_start_from = {};  // as in BubbleSetting
    std::span<const RecordLink> known_links = {};  // of the conversation

    // Short threads stand at the lower edge.
    double lead() const;
    double content_height() const;
    double row_top(std::size_t index) const { return lead() + kThreadPadding + view.layout.top(index); }
};

struct RowRange {
    std::size_t from = 0;
    std::size_t to = 0;  // past the last
};
// Rows between two places of the content.
RowRange rows_between(const ThreadPane& pane, double from, double to);

inline constexpr double kAtEnd = 24;  // this near to the end counts as being there
double furthest_top(const ThreadPane& pane);
// The reader's place: the row at the upper edge when the scroller stands at `top`.
void set_anchor(ThreadPane& pane, double top);

// Measures what is not measured yet around `top`. Returns whether heights changed.
bool measure_rows(ThreadPane& pane, double top);
void draw_rows(ThreadPane& pane, double top, Commands& out);
// The chip of the day at the upper edge, pushed up by the next one.
void draw_sticky_date(ThreadPane& pane, double top);

float side_margin(const ui::Ui& ui, const ui::Rect& rect);
float widest_bubble(const ui::Ui& ui, const ui::Rect& rect);

}  // namespace roost
