#include "client-wasm/bubbles/bubble.h"

#include <cmath>

#include <doctest/doctest.h>

#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/platform/headless/fake_text_engine.h"
#include "client-wasm/platform/headless/plain_format.h"
#include "shared/model/failure_reason.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

const Locale kLocale = platform::plain_locale();

struct Laid {
    platform::FakeTextEngine engine;
    Bubble bubble;

    Laid(const Message& message, float max_width) {
        bubble = describe(
            message,
            {.theme = ui::light_theme(), .locale = kLocale, .contact = "Amina", .max_width = max_width}
        );
        std::vector<text::ParagraphRequest> requests;
        collect_requests(bubble, requests);
        std::vector<text::Paragraph> paragraphs;
        engine.lay_out(requests, paragraphs);
        arrange(bubble, paragraphs, engine);
    }
};

TEST_CASE("bubble: the time flows into the last line where there is room, else below it") {
    const Laid roomy(text_from_customer(1, kNow, "Sawa"), 400);
    CHECK(roomy.bubble.height == 6 + 19 + 8);
    CHECK(roomy.bubble.width == 9 + std::ceil(4 * 7 + 8 + 5 * 5.5F) + 9);
    const Laid full(text_from_customer(1, kNow, "Twenty characters ok"), 18 + 20 * 7 + 10);
    CHECK(full.bubble.height > 6 + 19 + 8);
    CHECK(full.bubble.meta_x + 5 * 5.5F == doctest::Approx(full.bubble.width - 9));
}

TEST_CASE("bubble: below a quote or code at its end the time has a line of its own") {
    const Laid quote(text_from_customer(1, kNow, "> Sawa"), 400);
    CHECK(quote.bubble.height == 6 + 19 + 15 + 8);
    const Laid code(text_from_customer(1, kNow, "```Sawa```"), 400);
    CHECK(code.bubble.height == quote.bubble.height);
    const Laid item(text_from_customer(1, kNow, "> Sawa\n- ok"), 400);
    CHECK(item.bubble.height == 6 + 2 * 19 + 8);
}

TEST_CASE("bubble: what is searched for is marked in what is shown, where all of it is found") {
    using Ranges = std::vector<text::TextRange>;
    const auto hits = [](std::string_view said, std::string_view question) {
        const Laid laid(text_from_customer(1, kNow, said), 400);
        return hits_in(laid.bubble.paragraphs.front(), text::search_terms(question));
    };
    CHECK(hits("The *Inverter* hums", "inverter") == Ranges{{4, 12}});
    CHECK(hits("hum, Inverter, hum", "inverter hum") == Ranges{{0, 3}, {5, 13}, {15, 18}});
    CHECK(hits("hum, hum", "inverter hum").empty());
    CHECK(hits("Café", "cafe") == Ranges{{0, 5}});
    CHECK(hits("> الفَاتورة", "فاتورة") == Ranges{{4, 18}});
    CHECK(hits("anything", " ").empty());
}

TEST_CASE("bubble: is never wider than allowed") {
    const Laid laid(text_from_customer(1, kNow, std::string(50, 'a') + " " + std::string(30, 'b')), 300);
    CHECK(laid.bubble.paragraphs.size() == 1);
    const Laid many(
        text_from_customer(1, kNow, "many small words that have to be broken into lines somewhere"), 200
    );
    CHECK(many.bubble.width <= 200);
}

TEST_CASE("bubble: one to three emoji alone are large and without a bubble") {
    CHECK_FALSE(Laid(text_from_customer(1, kNow, "👍👍👍👍"), 400).bubble.is_bare);
    CHECK(Laid(text_from_customer(1, kNow, "🙏"), 400).bubble.is_bare);
}

TEST_CASE(
    "bubble: a message keeps its key when the server confirms it, and its texts keep theirs while ticks come"
) {
    Message echo = text_from_agent(0, kNow, "Hello", DeliveryStatus::kQueued);
    echo.client_ref = "abc";
    Message confirmed = echo;
    confirmed.id = {77};
    confirmed.status = DeliveryStatus::kRead;
    CHECK(message_key(echo) == message_key(confirmed));
    CHECK(message_key(echo) != message_key(text_from_customer(77, kNow, "Hello")));
    CHECK(paragraph_id(message_key(echo), "Hello") == paragraph_id(message_key(confirmed), "Hello"));
    CHECK(paragraph_id(1, "Hello") != paragraph_id(2, "Hello"));
}

TEST_CASE("bubble: a failure is told below, with room for its button") {
    Message failed = text_from_agent(2, kNow, "Hi", DeliveryStatus::kFailed);
    failed.failure = Failure{131026, "This number is not on WhatsApp.", "", true};
    const Laid laid(failed, 400);
    REQUIRE(laid.bubble.failure.has_value());
    CHECK(laid.bubble.failure->y > 6 + 19);
    CHECK(laid.bubble.height > laid.bubble.failure->y + 18);
}

TEST_CASE("bubble: a text that came too late says how it can still go, in a row of its own") {
    Message failed = text_from_agent(2, kNow, "Hi", DeliveryStatus::kFailed);
    failed.failure = Failure{131026, "This number is not on WhatsApp.", "", true};
    const Laid beside(failed, 400);
    failed.failure = Failure{131047, std::string(english(FailureReason::kWindowClosed)), "", false};
    const Laid below(failed, 400);
    CHECK(below.bubble.repair.label == "Send as template");
    CHECK(below.bubble.repair.is_wide);
    CHECK(below.bubble.height > beside.bubble.height);
    CHECK_FALSE(beside.bubble.repair.is_wide);
}

TEST_CASE("bubble: a template shows what the customer got, and follows only what an agent may") {
    Message message = text_from_agent(2, kNow, "", DeliveryStatus::kRead);
    Template content;
    content.name = "project_update";
    content.shown.header = TemplateHeader::kText;
    content.shown.title = "News";
    content.shown.body = "Hello Tom, it is *done*.";
    content.shown.footer = "Savanna Solar";
    using Kind = TemplateButton::Kind;
    content.shown.buttons = {
        {Kind::kUrl, "Open project", "https://x.example/118"},
        {Kind::kPhone, "Call us", "+254700111222"},
        {Kind::kCode, "", "SAVE10"},
        {Kind::kReply, "Call me back", ""}};
    message.content = content;
    const Laid laid(message, 400);
    CHECK(laid.bubble.heading.value_or(BubbleHeading{}).text == "Template: project_update");
    REQUIRE(laid.bubble.paragraphs.size() == 3);
    CHECK(laid.bubble.paragraphs[0].style.weight == 600);
    CHECK(laid.bubble.paragraphs[1].text == "Hello Tom, it is *done*.");
    CHECK(laid.bubble.paragraphs[2].text == "Savanna Solar");
    REQUIRE(laid.bubble.actions.size() == 4);
    CHECK(laid.bubble.actions[0].href == "https://x.example/118");
    CHECK(laid.bubble.actions[1].href == "tel:+254700111222");
    CHECK(laid.bubble.actions[2].label == "Copy code SAVE10");
    CHECK(laid.bubble.actions[3].href.empty());
    CHECK(
        message_label(kLocale, message, "Tom", "13:47") ==
        "You, 13:47, read: News\nHello Tom, it is done.\nSavanna Solar"
    );
    content.shown.header = TemplateHeader::kDocument;
    content.shown.filename = "Offer.pdf";
    message.content = content;
    CHECK(Laid(message, 400).bubble.cards.front().title == "Offer.pdf");
    content = {};
    content.name = "nobody_knows";
    message.content = content;
    CHECK(message_label(kLocale, message, "Tom", "13:47") == "You, 13:47, read: Template: nobody_knows");
}

std::string title_of(const Content& content) {
    Message message = text_from_customer(1, kNow, "");
    message.content = content;
    const Bubble bubble = describe(
        message, {.theme = ui::light_theme(), .locale = kLocale, .contact = "Amina", .max_width = 400}
    );
    if (!bubble.cards.empty()) return bubble.cards.front().title + "|" + bubble.cards.front().subtitle;
    return bubble.paragraphs.front().text;
}

TEST_CASE("bubble: every kind of message says what it is") {
    MediaRef photo;
    photo.mime_type = "image/jpeg";
    CHECK(title_of(Image{photo}) == "Photo|JPEG");
    CHECK(title_of(Audio{MediaRef{}, true}) == "Voice message|");
    CHECK(title_of(Document{MediaRef{}, "Offer_2214.pdf"}) == "Offer_2214.pdf|PDF document");
    CHECK(title_of(Location{-4.0435, 39.7163, "", "", ""}) == "Location|-4.04350, 39.71630");
    CHECK(title_of(Location{1, 2, "Nyali Golf View", "Links Road", ""}) == "Nyali Golf View|Links Road");
    CHECK(
        title_of(Contacts{{{"Peter Kamau", {"+254 733 900 100"}, {}, ""}}}) == "Peter Kamau|+254 733 900 100"
    );
    CHECK(title_of(Order{"c", "", 3, ""}) == "Order|3 items");
    CHECK(title_of(Reaction{"wamid.1", "👍"}) == "Amina reacted 👍 to a message");
    CHECK(title_of(Unsupported{"poll", "", ""}) == "This message cannot be shown here yet.");
    CHECK(title_of(Unsupported{"revoked", "", "{}"}) == "This message was deleted.");
    CHECK(format_word("audio/ogg; codecs=opus") == "OGG");
    CHECK(format_word("").empty());
}

TEST_CASE("bubble: what its sender has changed says so beside the time") {
    Message message = text_from_customer(1, kNow, "Sawa");
    const auto time_of = [&message] {
        return describe(
                   message,
                   {.theme = ui::light_theme(), .locale = kLocale, .contact = "Amina", .max_width = 400}
        )
            .time;
    };
    const std::string clock = time_of();
    message.edited_at = kNow + kMinute;
    CHECK(time_of() == "Edited " + clock);
    CHECK(message_label(kLocale, message, "Amina", time_of()) == "Amina, Edited " + clock + ": Sawa");
}

TEST_CASE("bubble: is read out with sender, time and status") {
    CHECK(
        message_label(kLocale, text_from_customer(1, kNow, "Sawa"), "Amina", "13:42") == "Amina, 13:42: Sawa"
    );
    CHECK(
        message_label(kLocale, text_from_customer(1, kNow, "*Sawa* _sana_"), "Amina", "13:42") ==
        "Amina, 13:42: Sawa sana"
    );
    const Message sent = text_from_agent(2, kNow, "Kesho", DeliveryStatus::kPlayed);
    CHECK(message_label(kLocale, sent, "Amina", "13:47") == "You, 13:47, played: Kesho");
}

TEST_CASE("bubble: the ad or product that brought the customer stands above their words") {
    Message said = text_from_customer(1, kNow, "Is it still there?");
    said.context.source = MessageSource{"ad", "Free roof check", "Book\ntoday", "https://fb.me/1", "", ""};
    const Laid ad(said, 400);
    REQUIRE(ad.bubble.quote);
    CHECK(ad.bubble.quote->name.find("Free roof check") != std::string::npos);
    CHECK(ad.bubble.quote->line == "Book today");
    REQUIRE(ad.bubble.actions.size() == 1);
    CHECK(ad.bubble.actions[0].href == "https://fb.me/1");
    said.context = {};
    said.context.quoted_wamid = "wamid.catalogue";
    said.context.source = MessageSource{.product = "panel-450", .group = "Y2Fw"};
    const Laid product(said, 400);
    REQUIRE(product.bubble.quote);
    CHECK(product.bubble.quote->line == "panel-450");
    CHECK(product.bubble.actions.empty());
    REQUIRE(product.bubble.heading);
    CHECK(product.bubble.heading->text == "Written in a group");
}

TEST_CASE("bubble: a call says how it ended") {
    const auto title = [](const Call& call) {
        Message message = text_from_customer(1, kNow, "");
        message.content = call;
        return Laid(message, 400).bubble.cards.at(0).title;
    };
    CHECK(title({false, 0}) == "Call");
    CHECK(title({true, 0}) == "Missed call");
    CHECK(title({true, 3725}).find("1:02:05") != std::string::npos);
}

TEST_CASE("bubble: an order says what it holds and what it costs") {
    Message message = text_from_customer(1, kNow, "");
    message.content = parse_content(*parse_json(
        R"({"type":"order","order":{"text":"Soon please","product_items":[
            {"product_retailer_id":"panel","quantity":2,"item_price":1189.5,"currency":"EUR"}]}})"
    ));
    const Laid laid(message, 400);
    CHECK(laid.bubble.cards.at(0).subtitle.find("2379") != std::string::npos);
    REQUIRE(laid.bubble.paragraphs.size() == 2);
    CHECK(laid.bubble.paragraphs[0].text.find("1189.50") != std::string::npos);
    CHECK(laid.bubble.paragraphs[1].text == "Soon please");
}

TEST_CASE("bubble: the cards of a carousel stand below the words that introduce them, with their pictures") {
    Message message = text_from_agent(1, kNow, "", DeliveryStatus::kRead);
    Template roofs;
    roofs.name = "roofs";
    roofs.shown.body = "Roofs of this month:";
    for (const char* body : {"A school", "A clinic"}) {
        TemplatePart& card = roofs.cards.emplace_back();
        card.header = TemplateHeader::kImage;
        card.body = body;
        card.media.file.state = MediaState::kStored;
        card.media.file.id = "f00d";
    }
    roofs.cards.back().media.file.state = MediaState::kPending;
    message.content = roofs;
    const Bubble bubble = Laid(message, 400).bubble;
    REQUIRE(bubble.cards.size() == 2);
    CHECK(bubble.cards[0].picture == "f00d");
    CHECK(bubble.cards[1].picture.empty());
    CHECK(bubble.cards_y >= bubble.meta_y + 15);
    CHECK(bubble.cards_y > bubble.paragraphs.back().y);
    CHECK(bubble.height > bubble.cards_y + 2 * 60);
}

}  // namespace
}  // namespace roost
