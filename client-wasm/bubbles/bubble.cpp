#include "client-wasm/bubbles/bubble.h"

#include <algorithm>
#include <variant>

#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/bubbles/bubble_metrics.h"
#include "client-wasm/bubbles/file_family.h"
#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/bubbles/picture_block.h"
#include "client-wasm/bubbles/reaction_chip.h"
#include "client-wasm/bubbles/sound_block.h"
#include "client-wasm/views/record_names.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/utf8.h"
#include "shared/messages/one_line.h"
#include "shared/text/fold.h"
#include "shared/text/links.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

text::Style style_of(TextLook look, const BubbleSetting& setting, bool is_out) {
    const ui::Theme& theme = setting.theme;
    const ui::Colour secondary = is_out ? theme.text_secondary_out : theme.text_secondary;
    switch (look) {
        case TextLook::kBody:
            return ui::body_style(theme.text, setting.is_touch);
        case TextLook::kTitle: {
            text::Style style = ui::body_style(theme.text, setting.is_touch);
            style.weight = 600;
            return style;
        }
        case TextLook::kNote:
            return ui::secondary_style(secondary);
        case TextLook::kMissing: {
            text::Style style = ui::body_style(secondary, setting.is_touch);
            style.is_italic = true;
            return style;
        }
        case TextLook::kLargeEmoji:
            return {.size = 32, .line_height = 40, .colour = theme.text};
    }
    return {};
}

PlacedParagraph placed(
    const Message& message, const BubbleParagraph& paragraph, text::Style style, float width
) {
    PlacedParagraph result;
    result.id = paragraph_id(message_key(message), paragraph.text);
    result.text = paragraph.text;
    result.style = style;
    result.max_width = width;
    if (paragraph.look == TextLook::kBody) result.reading = text::Reading::kMessage;
    return result;
}

// The ad, post or product that brought the customer here, as WhatsApp shows it above the words.
std::optional<BubbleQuote> source_in(const MessageWords& words, const Context& context) {
    if (!context.source) return std::nullopt;
    const MessageSource& source = *context.source;
    if (!source.kind.empty()) {
        const Word& kind = source.kind == "post" ? words.post : words.ad;
        std::string name(kind);
        if (!source.headline.empty()) name = fill("{0} · {1}", {kind, source.headline});
        const std::string line = one_line(source.body, source.url);
        return BubbleQuote{{}, name, line, false, true};
    }
    if (source.product.empty()) return std::nullopt;
    return BubbleQuote{{}, std::string(words.asked_about), source.product, false, true};
}

void take_source(const MessageWords& words, BubbleContext& says) {
    if (!says.message.context.source) return;
    const MessageSource& source = *says.message.context.source;
    if (!source.group.empty()) says.heading = {ui::Icon::kPerson, std::string(words.in_group)};
    if (source.kind.empty() || source.url.empty()) return;
    const Word& label = source.kind == "post" ? words.open_post : words.open_ad;
    says.actions.push_back({ui::Icon::kOpen, std::string(label), source.url});
}

// The records that it alone is linked to: rows that lead to their pages.
void take_links(const BubbleSetting& setting, BubbleContext& says) {
    for (const RecordLink& link : says.message.links) {
        const bool is_known = std::any_of(
            setting.known_links.begin(),
            setting.known_links.end(),
            [&link](const RecordLink& known) { return known.record == link.record; }
        );
        if (is_known) continue;
        says.actions.push_back({ui::Icon::kLink, record_label(setting.locale.words(), link), link.url});
    }
}

std::optional<BubbleQuote> quote_in(const Locale& locale, const Message& message, std::string_view contact) {
    const MessageWords& words = locale.words().message;
    const Context& context = message.context;
    if (context.quote) {
        const Quote& quote = *context.quote;
        const bool is_ours = quote.direction == Direction::kOutbound;
        return BubbleQuote{
            quote.message,
            std::string(is_ours ? words.you.view() : contact),
            said(locale, quote.preview),
            is_ours};
    }
    // The message that a product's question names is the business's catalogue, which is no message here.
    if (auto source = source_in(words, context)) return source;
    // A reaction names its message by itself.
    if (context.quoted_wamid.empty() || std::holds_alternative<Reaction>(message.content)) return {};
    return BubbleQuote{{}, std::string(contact), std::string(words.quoted_unknown), false};
}

// What went wrong with the message or with its file.
std::string trouble_of(const Words& words, const Message& message) {
    if (message.failure) return failure_said(words, *message.failure);
    const MediaRef* media = media_in(message.content);
    return media == nullptr ? "" : fault_said(words.media, media->file);
}

void take_picture(Bubble& bubble, BubblePicture picture) {
    const PictureBox box = picture_box(picture, bubble.max_width - 2 * kCardInset);
    picture.width = box.width;
    picture.height = box.height;
    // Words under a picture are as wide as it is.
    bubble.max_width = box.width + 2 * kCardInset;
    bubble.picture = std::move(picture);
}

void take_reactions(Bubble& bubble, const BubbleSetting& setting) {
    if (setting.reactions.empty()) return;
    bubble.reactions = chip_text(setting.reactions);
    bubble.reactions_label = chip_label(setting.locale.words(), setting.reactions, setting.contact);
    bubble.below = kReactionsBelow;
}

// As wide as what stands above them.
void take_words(
    Bubble& bubble, const BubbleContext& says, const BubbleSetting& setting, const std::string& trouble
) {
    const float inner = bubble.max_width - 2 * kBubblePadding;
    for (const BubbleParagraph& paragraph : says.paragraphs) {
        const text::Style style = style_of(paragraph.look, setting, bubble.is_out);
        bubble.paragraphs.push_back(placed(says.message, paragraph, style, inner));
    }
    if (trouble.empty()) return;
    const ui::Colour red = bubble.is_out ? setting.theme.danger_out : setting.theme.danger;
    const RepairScene scene{
        setting.locale,
        setting.now,
        setting.utc_offset,
        setting.is_unreachable,
        setting.may_repair,
        setting.may_renew};
    bubble.repair = repair_offer(says.message, scene);
    const float button = bubble.repair.is_wide ? 0 : kFailureButton;
    const float width = inner - kFailureIcon - button;
    bubble.failure = placed(says.message, {trouble, TextLook::kNote}, ui::secondary_style(red), width);
}

}  // namespace

void BubbleContext::text(std::string_view text, TextLook look) {
    if (!text.empty()) paragraphs.push_back({std::string(text), look});
}

void BubbleContext::file_card(const MediaCopy& file, const std::string& name, BubbleCard card) {
    if (file.state == MediaState::kStored) {
        const MediaWords& media = locale.words().media;
        const bool is_opened = file.mime_type == "application/pdf";
        card.action = fill(is_opened ? media.open : media.download, {card.title});
        card.opens = OpenFile{file.id, name, file.mime_type};
    }
    cards.push_back(std::move(card));
}

void BubbleContext::picture_or_card(const MediaRef& media, BubblePicture shown, BubbleCard card) {
    const MediaCopy& copy = media.file;
    if (!shows_picture(message.content)) {
        if (copy.state == MediaState::kStored) card.subtitle = format_word(copy.mime_type);
        return file_card(copy, "", std::move(card));
    }
    if (copy.state == MediaState::kStored) shown.file = copy.id;
    const bool is_image = shown.kind == ui::PictureKind::kImage;
    if (shown.file.empty() && is_image) shown.file = picture_on_its_way;
    shown.size = copy.size;
    shown.natural_width = copy.width;
    shown.natural_height = copy.height;
    shown.blur = copy.blur;
    picture = std::move(shown);
}

Bubble describe(const Message& message, const BubbleSetting& setting) {
    const MessageWords& words = setting.locale.words().message;
    BubbleContext says{message, setting.contact, setting.locale, words, setting.picture};
    says.may_start_from = setting.may_start_from;
    if (message.context.is_forwarded) {
        const bool is_often = message.context.is_frequently_forwarded;
        const Word& forwarded = is_often ? words.forwarded_often : words.forwarded;
        says.heading = {is_often ? ui::Icon::kForwardedOften : ui::Icon::kForwarded, std::string(forwarded)};
    }
    std::visit([&](const auto& content) { draw_body(content, says); }, message.content);
    take_source(words, says);
    take_links(setting, says);

    Bubble bubble;
    bubble.message = &message;
    bubble.is_out = message.direction == Direction::kOutbound;
    bubble.is_system_line = says.is_system_line;
    bubble.quote = quote_in(setting.locale, message, setting.contact);
    const bool is_emoji = says.paragraphs.size() == 1 && says.paragraphs[0].look == TextLook::kLargeEmoji;
    const bool is_sticker = says.picture && says.picture->is_sticker;
    const std::string trouble = trouble_of(setting.locale.words(), message);
    bubble.is_bare = (is_emoji || is_sticker) && !bubble.quote && trouble.empty();
    bubble.starts_group = setting.starts_group;
    bubble.is_mirrored = setting.locale.words().language.is_right_to_left;
    bubble.heading = std::move(says.heading);
    bubble.sound = std::move(says.sound);
    if (bubble.sound) bubble.sound->message = message.id;
    if (bubble.sound && setting.player != nullptr) take_player(*bubble.sound, *setting.player);
    bubble.cards = std::move(says.cards);
    bubble.has_cards_below = says.has_cards_below;
    bubble.actions = std::move(says.actions);
    bubble.time = setting.locale.clock(message.at, setting.utc_offset);
    if (message.edited_at != 0) bubble.time = fill(words.edited, {bubble.time});
    take_reactions(bubble, setting);
    bubble.link_colour = bubble.is_out ? setting.theme.link_out : setting.theme.link;
    bubble.max_width = setting.max_width;
    if (says.picture) take_picture(bubble, *std::move(says.picture));
    take_words(bubble, says, setting, trouble);
    return bubble;
}

void collect_requests(const Bubble& bubble, std::vector<text::ParagraphRequest>& out) {
    const auto add = [&](const PlacedParagraph& paragraph) {
        out.push_back(
            {paragraph.id,
             paragraph.text,
             paragraph.style,
             bubble.link_colour,
             paragraph.max_width,
             paragraph.reading}
        );
    };
    for (const PlacedParagraph& paragraph : bubble.paragraphs)
        add(paragraph);
    if (bubble.failure) add(*bubble.failure);
}

std::vector<text::TextRange> hits_in(const PlacedParagraph& paragraph, const text::SearchTerms& terms) {
    const bool is_message = paragraph.reading == text::Reading::kMessage;
    const std::string shown = is_message ? text::shown_text(paragraph.text) : paragraph.text;
    if (!text::holds_all(text::fold(shown), terms)) return {};
    return text::find_terms(shown, terms);
}

ui::Icon tick_icon(DeliveryStatus status) {
    switch (status) {
        case DeliveryStatus::kSent:
            return ui::Icon::kTickOne;
        case DeliveryStatus::kDelivered:
        case DeliveryStatus::kRead:
        case DeliveryStatus::kPlayed:
            return ui::Icon::kTickTwo;
        case DeliveryStatus::kFailed:
            return ui::Icon::kTickFailed;
        default:
            return ui::Icon::kTickClock;
    }
}

std::string_view status_words(const Words& all, DeliveryStatus status) {
    const MessageWords& words = all.message;
    switch (status) {
        case DeliveryStatus::kReceived:
            return words.received;
        case DeliveryStatus::kQueued:
            return words.waiting;
        case DeliveryStatus::kSending:
            return words.sending;
        case DeliveryStatus::kSent:
            return words.sent;
        case DeliveryStatus::kDelivered:
            return words.delivered;
        case DeliveryStatus::kRead:
            return words.read;
        case DeliveryStatus::kPlayed:
            return all.message_menu.is_played;
        case DeliveryStatus::kFailed:
            return words.failed;
    }
    return "";
}

std::string message_label(
    const Locale& locale, const Message& message, std::string_view contact, std::string_view time
) {
    const MessageWords& words = locale.words().message;
    const std::string line = said_in_full(locale, message.content);
    if (message.direction == Direction::kInbound) return fill(words.label, {contact, time, line});
    const std::string_view status = status_words(locale.words(), message.status);
    return fill(words.label_status, {words.you, time, status, line});
}

}  // namespace roost
