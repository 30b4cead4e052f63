// One message as it stands in the thread. A body says what there is to show (BubbleContext); the frame around
// it lays that out, flows time and ticks into the last line, and draws it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/bubbles/repair.h"
#include "client-wasm/text/text_engine.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/message.h"
#include "shared/model/reactions.h"

namespace roost {

enum class TextLook { kBody, kTitle, kNote, kMissing, kLargeEmoji };

struct BubbleParagraph {
    std::string text;
    TextLook look = TextLook::kBody;
};

// A chip in the bubble: a tile with an icon or a file badge, a title and a line below.
struct BubbleCard {
    ui::Icon icon = ui::Icon::kDocument;
    ui::Colour hue = 0;  // of the tile; 0 = the neutral one
    std::string badge;   // "PDF": drawn as a sheet instead of the icon
    std::string title;
    std::string subtitle;
    std::string action = {};             // what a click on it does, by name; empty = it is no button
    std::optional<OpenFile> opens = {};  // … and the command of it
    std::string picture = {};            // a file that the tile shows; empty = none
    ui::PictureKind picture_kind = ui::PictureKind::kImage;
};

// What a file shows, above the words.
struct BubblePicture {
    ui::Icon icon = ui::Icon::kPhoto;  // while it is not there
    std::string label = {};            // "Photo"
    std::string file = {};             // empty = still being fetched by the server
    ui::PictureKind kind = ui::PictureKind::kImage;
    int natural_width = 0;  // pixels; 0 = unknown
    int natural_height = 0;
    std::string blur = {};  // as MediaCopy has it
    std::int64_t size = 0;  // bytes
    bool is_sticker = false;
    float width = 0;  // as it is laid out: known before the picture is
    float height = 0;
    float y = 0;
};

// Something to listen to.
struct BubbleSound {
    std::string label;  // "Voice message"
    MessageId message = {};
    std::string file;       // empty = still being fetched by the server
    std::int64_t size = 0;  // bytes
    bool is_voice = false;  // spoken for this conversation
    float y = 0;
    // As the player has it now.
    bool is_known = false;  // its wave was asked for
    bool is_current = false;
    bool is_playing = false;
    float at = 0;  // seconds
    float seconds = 0;
    float speed = 1;
    std::vector<std::uint8_t> peaks = {};
};

// A row at the lower edge that opens or does something.
struct BubbleAction {
    ui::Icon icon = ui::Icon::kOpen;
    std::string label;
    std::string href;
    std::optional<StartConversation> starts = {};
    bool saves = false;  // the contacts of the message, as a file

    bool is_button() const { return starts || saves; }
};

// A small line above the text: "Forwarded", "Template · project_update".
struct BubbleHeading {
    ui::Icon icon = ui::Icon::kInfo;
    std::string text;
};

// What an answer shows of the message it answers; or of the ad or product by which the message came.
struct BubbleQuote {
    MessageId message;  // 0: Roost does not have it
    std::string name;
    std::string line;
    bool is_ours = false;
    bool is_source = false;  // not a message
};

// What a body says.
struct BubbleContext {
    const Message& message;
    std::string_view contact;  // the other side's name
    const Locale& locale;
    const MessageWords& words;
    std::string_view picture_on_its_way = {};

    std::optional<BubbleHeading> heading = std::nullopt;
    std::optional<BubblePicture> picture = std::nullopt;
    std::optional<BubbleSound> sound = std::nullopt;
    std::vector<BubbleCard> cards = {};
    std::vector<BubbleParagraph> paragraphs = {};
    std::vector<BubbleAction> actions = {};
    bool is_system_line = false;                             // a centred chip without time and ticks
    bool has_cards_below = false;                            // its words introduce the cards
    std::optional<AccountId> may_start_from = std::nullopt;  // as in BubbleSetting

    void text(std::string_view text, TextLook look = TextLook::kBody);  // nothing for empty text
    void card(BubbleCard card) { cards.push_back(std::move(card)); }
    // Shows the file, or its place until it is there; its card if it never will be.
    void picture_or_card(const MediaRef& media, BubblePicture shown, BubbleCard card);
    // A card that leads to the file, once it is there. `name`: under which it is downloaded; empty = its
    // id's.
    void file_card(const MediaCopy& file, const std::string& name, BubbleCard card);
};

struct BubbleSetting {
    const ui::Theme& theme;
    const Locale& locale;
    std::string_view contact;
    float max_width = 0;
    bool is_touch = false;
    bool starts_group = false;
    OffsetMinutes utc_offset = 0;
    UnixMillis now = 0;
    std::string_view picture = {};  // of a message on its way: what ui::Pictures calls it
    bool is_unreachable = false;    // that was noted of the customer
    bool may_repair = true;         // what failed, as far as the reader's role goes
    bool may_renew = false;         // … the token of a number
    // Where a conversation with somebody else is begun; 0 = the server's first number, absent = not offered.
    std::optional<AccountId> may_start_from = std::nullopt;
    const PlayerState* player = nullptr;  // what plays; may be null
    std::span<const StandingReaction> reactions = {};
    std::span<const RecordLink> known_links = {};  // of the conversation, said elsewhere
};

// A piece of wrapped text with its place in the bubble.
struct PlacedParagraph {
    std::uint64_t id = 0;
    std::string text;
    text::Style style;
    float x = 0;
    float y = 0;
    float max_width = 0;
    text::Reading reading = text::Reading::kPlain;
    text::Paragraph laid;
};

struct Bubble {
    const Message* message = nullptr;
    bool is_out = false;
    bool is_system_line = false;
    bool is_bare = false;  // large emoji or a sticker: no bubble around it
    bool starts_group = false;
    bool is_mirrored = false;  // x counts from the right
    std::optional<BubbleHeading> heading;
    std::optional<BubbleQuote> quote;
    std::optional<BubblePicture> picture;
    std::optional<BubbleSound> sound;
    std::vector<BubbleCard> cards;
    bool has_cards_below = false;  // under its words
    std::vector<BubbleAction> actions;
    std::vector<PlacedParagraph> paragraphs;
    std::optional<PlacedParagraph> failure;
    RepairOffer repair;  // of the failure
    float repair_width = 0;
    std::string time;
    std::string reactions;  // on its lower edge; empty = there are none
    std::string reactions_label;
    ui::Colour link_colour = 0;
    float max_width = 0;

    float width = 0;
    float height = 0;
    float meta_x = 0;
    float meta_y = 0;
    float below = 0;  // what hangs out of it
    float cards_y = 0;
    float actions_y = 0;
};

// What the message says, not yet measured.
Bubble describe(const Message& message, const BubbleSetting& setting);
// The wrapped texts of the bubble; they point into it.
void collect_requests(const Bubble& bubble, std::vector<text::ParagraphRequest>& out);
// Takes as many paragraphs as collect_requests gave, in that order, and places everything.
void arrange(Bubble& bubble, std::span<const text::Paragraph> paragraphs, text::TextEngine& text);

// Where the words stand that were searched for, as the paragraph shows them; nowhere unless it has them all.
std::vector<text::TextRange> hits_in(const PlacedParagraph& paragraph, const text::SearchTerms& terms);

struct BubblePlace {
    float x = 0;  // upper left corner
    float y = 0;
    const text::SearchTerms* terms = nullptr;     // of a search in this conversation; may be null
    bool is_hit = false;                          // the one of its hits that the reader stands at
    std::span<const text::TextRange> marks = {};  // what stands out in its body
    bool has_open_menu = false;
};
// Records the message as a node. Returns whether its menu was asked for by its button.
bool draw_bubble(
    ui::Ui& ui, const Bubble& bubble, std::string_view contact, const BubblePlace& place, Commands& out
);
// Nothing but how it looks: of a message that does not exist yet.
void paint_bubble(ui::Ui& ui, const Bubble& bubble, const BubblePlace& place, Commands& out);
// The button in its corner.
ui::Rect menu_button(const ui::Ui& ui, const Bubble& bubble, const BubblePlace& place);
// Asks for its picture, if that is not there yet: for messages near the screen.
void want_picture(ui::Ui& ui, const Bubble& bubble, Commands& out);
// Only what it means: for messages near the screen.
void record_bubble(ui::Ui& ui, const Bubble& bubble, std::string_view contact, float x, float y);

// "Amina Yusuf, 13:42: text", "You, 13:47, read: text"
std::string message_label(
    const Locale& locale, const Message& message, std::string_view contact, std::string_view time
);
ui::Icon tick_icon(DeliveryStatus status);
std::string_view status_words(const Words& words, DeliveryStatus status);

}  // namespace roost
