// What the palette offers.
#include <algorithm>
#include <utility>

#include "client-wasm/views/composer.h"
#include "client-wasm/views/palette.h"
#include "client-wasm/views/palette_match.h"
#include "client-wasm/views/search_rows.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

constexpr std::size_t kMostEntries = 8;
constexpr std::size_t kMostKnown = 5;  // when something is asked for
constexpr std::size_t kMostPeople = 3;
constexpr std::size_t kMostMessages = 4;

// As it is written, and as somebody types it from a phone's screen.
std::string findable(const Conversation& row) {
    return text::fold(display_name(row) + " " + row.wa_id);
}

std::vector<PaletteEntry> actions_of(const UiState& state, const Conversation* open) {
    const Words& words = state.locale.words();
    std::vector<PaletteEntry> actions;
    const auto add = [&](PaletteAction action, std::string_view label, std::string_view key = "") {
        actions.push_back({action, std::string(label), {}, std::string(key)});
    };
    if (next_unread(state.list.rows, state.open)) add(PaletteAction::kNextUnread, words.palette.next_unread);
    const bool may_send = may(state, permission::kSend) && (open == nullptr || !open->is_blocked);
    if (open != nullptr && may_send) add(PaletteAction::kReply, words.composer.reply, "R");
    if (open != nullptr && open->unread > 0 && may(state, permission::kTend))
        add(PaletteAction::kMarkRead, words.palette.mark_read);
    if (open != nullptr) add(PaletteAction::kCloseConversation, words.palette.close, "Esc");
    const bool has_templates = open != nullptr && may_send && open->platform == Platform::kWhatsApp;
    if (has_templates) add(PaletteAction::kTemplate, words.templates.open);
    if (open != nullptr && can_change_block(state, *open)) {
        const bool is_blocked = open->is_blocked;
        const Word& label = is_blocked ? words.blocking.unblock : words.blocking.block;
        add(is_blocked ? PaletteAction::kUnblock : PaletteAction::kBlock, label);
    }
    if (open != nullptr && can_link(state)) add(PaletteAction::kRecords, words.records.title);
    if (open != nullptr && can_assign(state)) add(PaletteAction::kAssign, words.team.assign, "A");
    if (can_start(state)) add(PaletteAction::kStart, words.records.start);
    if (state.theme != ThemeChoice::kSystem) add(PaletteAction::kSystemTheme, words.palette.theme_system);
    if (state.theme != ThemeChoice::kLight) add(PaletteAction::kLightTheme, words.palette.theme_light);
    if (state.theme != ThemeChoice::kDark) add(PaletteAction::kDarkTheme, words.palette.theme_dark);
    add(PaletteAction::kSettings, words.settings.title);
    add(PaletteAction::kShortcuts, words.account.shortcuts, "?");
    add(PaletteAction::kSignOut, words.account.sign_out);
    return actions;
}

PaletteEntry entry_of(const Conversation& row, const Locale& locale) {
    return {row.id, display_name(row), said(locale, row.last.preview)};
}

struct Scored {
    int score = 0;
    PaletteEntry entry;
    std::size_t order = 0;  // among equals
};

std::vector<PaletteEntry> best_of(std::vector<Scored> all, std::size_t most) {
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].order = i;
    std::sort(all.begin(), all.end(), [](const Scored& a, const Scored& b) {
        return std::pair(-a.score, a.order) < std::pair(-b.score, b.order);
    });
    std::vector<PaletteEntry> best;
    best.reserve(most);
    for (Scored& one : all) {
        if (best.size() == most) break;
        best.push_back(std::move(one.entry));
    }
    return best;
}

// What the server found. While another answer is awaited, what still fits of the last one stays.
class Found {
  public:
    Found(const SearchRun& run, std::string_view question)
        : terms_(text::search_terms(question)), is_answer_(run.asked == trim(question)) {}
    bool fits(std::string_view folded) const { return is_answer_ || text::holds_all(folded, terms_); }

  private:
    text::SearchTerms terms_;
    bool is_answer_;
};

void add_people(
    const Locale& locale, const SearchPage& page, const Found& found, std::vector<PaletteEntry>& entries
) {
    std::size_t count = 0;
    for (const Conversation& row : page.conversations) {
        PaletteEntry entry = entry_of(row, locale);
        const bool is_known = std::any_of(entries.begin(), entries.end(), [&](const PaletteEntry& one) {
            return one.what == entry.what;
        });
        if (is_known || !found.fits(findable(row))) continue;
        entry.is_found = true;
        entries.push_back(std::move(entry));
        if (++count == kMostPeople) return;
    }
}

void add_messages(
    const Inbox& inbox,
    const UiState& state,
    const SearchPage& page,
    const Found& found,
    std::vector<PaletteEntry>& entries
) {
    std::size_t count = 0;
    for (const SearchHit& hit : page.messages) {
        if (!found.fits(text::fold(hit.snippet.text))) continue;
        const auto told = page.rows.find(hit.conversation);
        const Conversation* row = find_conversation(inbox, hit.conversation);
        if (row == nullptr && told != page.rows.end()) row = &told->second;
        if (row == nullptr) continue;
        PaletteEntry entry{FoundMessage{hit.conversation, hit.message}, display_name(*row), {}};
        entry.detail = said_in(state.locale.words(), hit);
        entry.at = hit.at;
        entry.is_found = true;
        entries.push_back(std::move(entry));
        if (++count == kMostMessages) return;
    }
}

void add_found(
    const Inbox& inbox, const UiState& state, std::string_view question, std::vector<PaletteEntry>& entries
) {
    const SearchRun& run = state.palette_search;
    if (!run.has_answer) return;
    const Found found(run, question);
    add_people(state.locale, run.page, found, entries);
    add_messages(inbox, state, run.page, found, entries);
}

}  // namespace

ConversationId next_unread(const std::vector<const Conversation*>& rows, ConversationId open) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const auto* row) { return row->id == open; });
    const auto from = static_cast<std::size_t>(at == rows.end() ? 0 : at - rows.begin() + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Conversation& row = *rows[(from + i) % rows.size()];
        if (row.unread > 0 && row.id != open) return row.id;
    }
    return {};
}

std::vector<PaletteEntry> palette_entries(
    const Inbox& inbox, const UiState& state, std::string_view question
) {
    const std::string folded = text::fold(question);
    const bool is_elsewhere = state.settings.section != SettingsSection::kNone;
    const Conversation* open = is_elsewhere ? nullptr : find_conversation(inbox, state.open);
    std::vector<Scored> found;
    const bool asks = folded.find_first_not_of(' ') != std::string::npos;
    for (PaletteEntry& action : actions_of(state, open)) {
        const int score = asks ? palette_score(folded, text::fold(action.label)) : 1;
        if (score > 0 && (asks || found.size() < 3)) found.push_back({score, std::move(action), 0});
    }
    std::vector<const Conversation*> rows;
    rows.reserve(inbox.conversations.size());
    for (const auto& [id, row] : inbox.conversations)
        rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return listed_before(*a, *b); });
    for (const Conversation* row : rows) {
        const int score = asks ? palette_score(folded, findable(*row)) : 1;
        if (score > 0 && (asks || row->id != state.open))
            found.push_back({score, entry_of(*row, state.locale), 0});
        if (!asks && found.size() >= kMostEntries) break;
    }
    auto entries = best_of(std::move(found), asks ? kMostKnown : kMostEntries);
    if (asks) add_found(inbox, state, question, entries);
    return entries;
}

}  // namespace roost
