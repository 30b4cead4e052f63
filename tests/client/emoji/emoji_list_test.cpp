#include "client-wasm/emoji/emoji_list.h"

#include <string>

#include <doctest/doctest.h>

namespace roost::emoji {
namespace {

constexpr std::string_view kText =
    "light skin tone\tmedium-light skin tone\tmedium skin tone\tmedium-dark skin tone\tdark skin tone\n"
    "#people\n"
    "😀\t\tgrinning face\tgrinning face grin\tgrinning\n"
    "😄\t\tgrinning face with smiling eyes\tgrinning face with smiling eyes smile\tsmile\n"
    "👍\t👍%\tthumbs up\tthumbs up +1 hand\tthumbsup +1\n"
    "🕵️‍♂️\t🕵%‍♂️\tman detective\tman detective sleuth spy\tmale_detective\n"
    "🧑‍🤝‍🧑\t🧑%‍🤝‍🧑%\tpeople holding hands\tpeople holding hands\tholding_hands\n"
    "#symbols\n"
    "❤️\t\tred heart\tred heart love\theart red_heart\n"
    "#️⃣\t\tkeycap: #\tkeycap #\thash\n";

EmojiList sample() {
    auto list = EmojiList::parse(std::string(kText));
    REQUIRE(list.has_value());
    return std::move(*list);
}

std::vector<std::string> found(const EmojiList& list, std::string_view query) {
    std::vector<std::string> signs;
    for (const Emoji* one : search(list, query, 10))
        signs.emplace_back(one->sign);
    return signs;
}

using Signs = std::vector<std::string>;

TEST_CASE("emoji: a list keeps order, groups, names and codes") {
    const EmojiList list = sample();
    REQUIRE(list.all().size() == 7);
    CHECK(list.all()[0].sign == "😀");
    CHECK(list.all()[0].toned.empty());
    CHECK(list.all()[2].name == "thumbs up");
    CHECK(list.all()[5].group == Group::kSymbols);
    CHECK(list.all()[6].sign == "#️⃣");
    CHECK(list.find_code("+1")->sign == "👍");
    CHECK(list.find_code("thumbs") == nullptr);
}

TEST_CASE("emoji: what is no list is refused whole") {
    const std::string good(kText);
    for (const std::string& bad :
         {std::string(),
          std::string("<!doctype html><p>Not found"),
          good.substr(0, good.find('#')),
          good + "#rockets\n",
          good + "😎\n",
          std::string("a\tb\tc\td\te\n😀\t\tgrin\tgrin\tgrin\n")}) {
        CAPTURE(bad);
        CHECK_FALSE(EmojiList::parse(bad).has_value());
    }
}

TEST_CASE("emoji: a tone goes where Unicode defines it, to everybody in the sign") {
    const EmojiList list = sample();
    CHECK(with_tone(*list.find("👍"), 0) == "👍");
    CHECK(with_tone(*list.find("👍"), 3) == "👍🏽");
    CHECK(with_tone(*list.find("🕵️‍♂️"), 5) == "🕵🏿‍♂️");
    CHECK(with_tone(*list.find("🧑‍🤝‍🧑"), 1) == "🧑🏻‍🤝‍🧑🏻");
    CHECK(with_tone(*list.find("😀"), 4) == "😀");
    CHECK(with_tone(*list.find("👍"), 9) == "👍");
    CHECK(name_with_tone(list, *list.find("👍"), 3) == "thumbs up, medium skin tone");
    CHECK(name_with_tone(list, *list.find("😀"), 3) == "grinning face");
}

TEST_CASE("emoji: a sign is found with and without its variation selector") {
    const EmojiList list = sample();
    REQUIRE(list.find("❤") != nullptr);
    CHECK(list.find("❤")->name == "red heart");
    CHECK(list.find("❤️") == list.find("❤"));
    CHECK(list.find("🦄") == nullptr);
}

TEST_CASE("emoji: search finds by beginnings of words and codes, what fits best first") {
    const EmojiList list = sample();
    CHECK(found(list, "smile") == Signs{"😄"});
    CHECK(found(list, "sm") == Signs{"😄"});
    CHECK(found(list, "h") == Signs{"🧑‍🤝‍🧑", "❤️", "#️⃣", "👍"});
    CHECK(found(list, "Grin") == Signs{"😀", "😄"});
    CHECK(found(list, "heart") == Signs{"❤️"});
    CHECK(found(list, "thumb up") == Signs{"👍"});
    CHECK(found(list, "detective") == Signs{"🕵️‍♂️"});
    CHECK(found(list, "hands people") == Signs{"🧑‍🤝‍🧑"});
    CHECK(found(list, "+1") == Signs{"👍"});
    CHECK(found(list, "hand") == Signs{"👍", "🧑‍🤝‍🧑"});
    CHECK(found(list, "eart").empty());
    CHECK(found(list, "heart banana").empty());
    CHECK(found(list, "   ").empty());
    CHECK(search(list, "h", 1).size() == 1);
}

TEST_CASE("emoji: what is looked for may have accents and capitals, or lack them") {
    CHECK(fold("Corazón ÑANDÚ façade") == "corazon nandu facade");
    CHECK(fold("ÆÐ×") == "æð×");
    CHECK(fold("मुस्कान قلب") == "मुस्कान قلب");
    CHECK(fold("\xC3") == "\xC3");
    CHECK(fold("ÿ÷") == "y÷");
}

TEST_CASE("emoji: what the engine cannot draw is left out") {
    EmojiList list = sample();
    CHECK(list.signs().starts_with("😀\n😄\n👍\n"));
    list.keep_drawn("1011");
    CHECK(list.all().size() == 6);
    CHECK(list.find("😄") == nullptr);
    CHECK(list.find("#️⃣") != nullptr);
}

}  // namespace
}  // namespace roost::emoji
