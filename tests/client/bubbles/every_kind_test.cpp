// A bubble for each kind of message, as it comes from Meta.
#include <doctest/doctest.h>

#include <algorithm>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/platform/headless/plain_format.h"
#include "client-wasm/ui/theme.h"
#include "client-wasm/words/preview_words.h"
#include "shared/wire/webhook.h"
#include "tests/support/kind_samples.h"

namespace roost {
namespace {

const Locale kLocale = platform::plain_locale();

std::optional<Message> message_in(const std::string& body) {
    const auto webhook = parse_webhook(body, 1'795'263'300'000);
    REQUIRE(webhook);
    REQUIRE(webhook->items.size() == 1);
    const auto* told = std::get_if<IncomingMessage>(&webhook->items.front());
    if (told == nullptr) return std::nullopt;
    Message message;
    message.id = MessageId{1};
    message.at = told->at;
    message.content = told->content;
    message.context = told->context;
    message.failure = told->failure;
    message.direction = told->is_echo ? Direction::kOutbound : Direction::kInbound;
    return message;
}

Bubble bubble_of(const Message& message) {
    return describe(
        message, {.theme = ui::light_theme(), .locale = kLocale, .contact = "Amina", .max_width = 400}
    );
}

// Everything that it says, line by line.
std::string words_of(const std::string& sample) {
    const auto message = message_in(test::kind_sample(sample));
    REQUIRE(message);
    const Bubble bubble = bubble_of(*message);
    std::string all;
    const auto say = [&all](std::string_view words) {
        if (!words.empty()) all.append(words).append("|");
    };
    if (bubble.heading) say(bubble.heading->text);
    if (bubble.quote) say(bubble.quote->name + " " + bubble.quote->line);
    if (bubble.picture) say(bubble.picture->label);
    if (bubble.sound) say(bubble.sound->label);
    for (const BubbleCard& card : bubble.cards) {
        say(card.title);
        say(card.subtitle);
    }
    for (const PlacedParagraph& paragraph : bubble.paragraphs)
        say(paragraph.text);
    for (const BubbleAction& action : bubble.actions)
        say(action.label);
    if (bubble.failure) say(bubble.failure->text);
    return all;
}

TEST_CASE("every kind: has a bubble that says something, and a name for ears") {
    for (const test::KindSample& sample : test::kind_samples()) {
        CAPTURE(sample.name);
        if (sample.is_change()) continue;
        const auto message = message_in(sample.body);
        REQUIRE(message);
        CHECK_FALSE(words_of(sample.name).empty());
        const std::string label = message_label(kLocale, *message, "Amina", "14:05");
        CHECK(label.find("14:05") != std::string::npos);
        CHECK_FALSE(said_in_full(kLocale, message->content).empty());
    }
}

TEST_CASE("every kind: what a customer filled in is read field by field") {
    CHECK(
        words_of("interactive_flow") ==
        "Form sent|Newsletter|✓|Full name|Amina Yusuf|Panels|24|Extras|Battery, Monitoring|Slot|"
        "Thursday morning|"
    );
    CHECK(words_of("interactive_address").find("Ngong Road 14|") != std::string::npos);
}

TEST_CASE("every kind: an address card shows all that is on it") {
    CHECK(
        words_of("contacts_full") ==
        "Dr. Wanjiru Kamau|+254 700 333 444|+254 20 555 010\nwanjiru@example.com\nKamau Survey, Roofs, "
        "Surveyor\nNgong Road 14, 00100, Nairobi, Nairobi, Kenya\nhttps://survey.example\n1984-03-11|Save "
        "contact|"
    );
}

TEST_CASE("every kind: what WhatsApp itself tells is told in the reader's language") {
    CHECK(words_of("request_welcome") == "Opened the chat for the first time|");
    CHECK(words_of("system") == "The number changed to +254 799 000 111|");
    CHECK(words_of("system_identity") == "The security code changed|");
    CHECK(words_of("system_user_id") == "User changed from KE.20417735519 to KE.77120034|");
}

TEST_CASE("every kind: what goes round is told apart from what was forwarded once") {
    const auto often = message_in(test::kind_sample("text_forwarded_often"));
    REQUIRE(often);
    const Bubble bubble = bubble_of(*often);
    REQUIRE(bubble.heading);
    CHECK(bubble.heading->text == "Forwarded many times");
    CHECK(bubble.heading->icon == ui::Icon::kForwardedOften);
    Message once = *often;
    once.context.is_frequently_forwarded = false;
    const Bubble other = bubble_of(once);
    REQUIRE(other.heading);
    CHECK(other.heading->text == "Forwarded");
    CHECK(other.heading->icon == ui::Icon::kForwarded);
}

TEST_CASE("every kind: the file above buttons is named, and can be looked at") {
    CHECK(
        words_of("echo_interactive") ==
        "Photo|https://cdn.example/roof.jpg|Shall we come on Thursday?|Solar Nyumbani|Photo|Yes|No|"
    );
}

TEST_CASE("every kind: a file that Meta could not bring says so under its caption") {
    const std::string words = words_of("image_lost");
    CHECK(words.find("The meter|") != std::string::npos);
    CHECK(words.ends_with("Media download error|"));
}

}  // namespace
}  // namespace roost
