#include "client-wasm/words/words.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/plain_format.h"
#include "client-wasm/words/languages/catalogue.h"
#include "client-wasm/words/locale.h"
#include "client-wasm/words/written_words.h"
#include "shared/model/message.h"

namespace roost {
namespace {

using enum PluralCategory;

struct PluralCase {
    std::uint64_t number;
    PluralCategory category;
};

template <std::size_t kCount>
void check_rule(PluralRule rule, const std::array<PluralCase, kCount>& cases) {
    for (const PluralCase& one : cases) {
        CAPTURE(one.number);
        CHECK(rule(one.number) == one.category);
    }
}

TEST_CASE("words: plural forms follow CLDR's rule of the language") {
    check_rule(
        kEnglish.language.plural,
        std::to_array<PluralCase>({{0, kOther}, {1, kOne}, {2, kOther}, {11, kOther}, {1'000'000, kOther}})
    );
    check_rule(kSwahili.language.plural, std::to_array<PluralCase>({{0, kOther}, {1, kOne}, {2, kOther}}));
    check_rule(
        kHindi.language.plural, std::to_array<PluralCase>({{0, kOne}, {1, kOne}, {2, kOther}, {100, kOther}})
    );
    check_rule(
        kSpanish.language.plural,
        std::to_array<PluralCase>(
            {{0, kOther}, {1, kOne}, {2, kOther}, {1'000'000, kMany}, {1'000'001, kOther}, {2'000'000, kMany}}
        )
    );
    check_rule(
        kPortuguese.language.plural,
        std::to_array<PluralCase>({{0, kOne}, {1, kOne}, {2, kOther}, {1'000'000, kMany}})
    );
    check_rule(
        kArabic.language.plural,
        std::to_array<PluralCase>(
            {{0, kZero},
             {1, kOne},
             {2, kTwo},
             {3, kFew},
             {10, kFew},
             {11, kMany},
             {99, kMany},
             {100, kOther},
             {102, kOther},
             {103, kFew},
             {111, kMany},
             {1000, kOther}}
        )
    );
}

TEST_CASE("words: a form the catalogue leaves out is the general one") {
    constexpr Plural kPlural{.one = "one", .other = "other"};
    CHECK(pick(kPlural, kOne) == "one");
    CHECK(pick(kPlural, kFew) == "other");
}

TEST_CASE("words: arguments stand where their numbers say") {
    CHECK(fill("{1} of {0}, {1}", {"ten", "two"}) == "two of ten, two");
    CHECK(fill("{0} {2} {x} {", {"a"}) == "a {2} {x} {");
}

TEST_CASE("words: a name that runs the other way is kept to itself, a number and a like name are not") {
    CHECK(fill("Messages with {0}", {"Amina"}) == "Messages with Amina");
    CHECK(fill("Messages with {0}", {"أمينة"}) == "Messages with \u2068أمينة\u2069");
    CHECK(fill(kArabic.thread.messages_with, {"Amina"}) == "الرسائل مع \u2068Amina\u2069");
    CHECK(fill("{0} رسائل", {"12"}) == "12 رسائل");
}

TEST_CASE("words: Arabic counts in its six forms") {
    const Locale arabic = platform::plain_locale(kArabic);
    CHECK(arabic.count(kArabic.list.unread, 1) == "رسالة واحدة غير مقروءة");
    CHECK(arabic.count(kArabic.list.unread, 2) == "رسالتان غير مقروءتين");
    CHECK(arabic.count(kArabic.arrivals.many, 5).find("رسائل") != std::string::npos);
    CHECK(arabic.count(kArabic.arrivals.many, 11).find("رسالة") != std::string::npos);
}

TEST_CASE("words: every language can be told from the others and found by its tag") {
    std::set<std::string_view> tags, names;
    for (const Language& language : kLanguages) {
        tags.insert(language.tag);
        names.insert(language.own_name);
        CHECK(&language_for(language.tag) == &language);
    }
    CHECK(tags.size() == kLanguages.size());
    CHECK(names.size() == kLanguages.size());
}

TEST_CASE("words: why a message was not sent is said in every language, and Meta's own words as they came") {
    std::set<std::string> said;
    for (const Words* words : all_words()) {
        const Failure closed{131047, std::string(english(FailureReason::kWindowClosed)), "", false};
        said.insert(failure_said(*words, closed));
        CHECK(failure_said(*words, {999999, "Something new", "", false}) == "Something new");
        CHECK(failure_said(*words, {}) == words->message.not_sent_now.view());
    }
    CHECK(said.size() == kLanguages.size());
    CHECK(said.contains("More than 24 hours have passed since the customer wrote. Send a template instead."));
    CHECK(said.contains("مضى أكثر من 24 ساعة منذ كتب العميل. أرسل قالبًا بدلًا من ذلك."));
}

TEST_CASE("words: the reader's dearest language that we speak is taken") {
    CHECK(language_for("de-DE,pt-BR,en").tag.view() == "pt");
    CHECK(language_for("ar-EG").tag.view() == "ar");
    CHECK(language_for("de, fr").tag.view() == "en");
    CHECK(language_for("").tag.view() == "en");
}

TEST_CASE("words: what is written to a file is what is read from it, in every language and every area") {
    CHECK(all_words().size() == kLanguages.size());
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        const Words& words = *all_words()[i];
        CHECK(&words.language == &kLanguages.at(i));
        const std::string file = write_words(words);
        const auto read = WrittenWords::read(words.language, file);
        REQUIRE(read);
        CHECK(write_words(read->words()) == file);
        CHECK(read->words().arrivals.one.view() == words.arrivals.one.view());
        CHECK(read->words().desk.fixed.view() == words.desk.fixed.view());
        CHECK(read->words().sending.repair.wait.view() == words.sending.repair.wait.view());
        CHECK(read->words().failures.back().view() == words.failures.back().view());
        CHECK(read->words().list.unread.other.view() == words.list.unread.other.view());
    }
}

TEST_CASE("words: a file that is cut short, too long or of another program is refused") {
    const std::string file = write_words(kArabic);
    for (const std::string& bad :
         {std::string(), file.substr(0, file.size() - 1), file.substr(0, file.size() / 2), file + "more\n"})
        CHECK(WrittenWords::read(kArabic.language, bad) == nullptr);
}

TEST_CASE("locale: Intl is asked once for what a frame shows again and again") {
    int asked = 0;
    const Locale locale(kEnglish, [&](auto tag, auto format, auto value, auto offset) {
        ++asked;
        return platform::plain_format(tag, format, value, offset);
    });
    for (int frame = 0; frame < 3; ++frame)
        CHECK(locale.clock(5 * kHour + frame * kSecond, 60) == "06:00");
    CHECK(asked == 1);
    CHECK(locale.number(12) == "12");
    CHECK(locale.clock(5 * kHour + kMinute, 60) == "06:01");
    CHECK(asked == 3);
}

TEST_CASE("locale: moments and lengths of time are said in the reader's words") {
    const Locale spanish = platform::plain_locale(kSpanish);
    CHECK(spanish.list_time(0, kMinute * 5, 0) == "5 min");
    CHECK(spanish.list_time(0, 1000, 0) == "ahora");
    CHECK(spanish.list_time(0, kHour, 90) == "01:30");
    CHECK(spanish.list_time(0, kDay, 0) == "Ayer");
    CHECK(spanish.list_time(0, 3 * kDay, 0) == "1 Jan");
    CHECK(spanish.list_time(0, 400 * kDay, 0) == "1 Jan 1970");
    CHECK(spanish.day(0, kHour, 0) == "Hoy");
    CHECK(spanish.day(0, 3 * kDay, 0) == "Thursday");
    CHECK(spanish.day(0, 7 * kDay, 0) == "1 January 1970");
    CHECK(spanish.day(0, kDay, 0) == "Ayer");
    CHECK(spanish.duration(2 * kHour + 12 * kMinute) == "2 h 12 min");
    CHECK(spanish.duration(30 * kSecond) == "menos de un minuto");
}

}  // namespace
}  // namespace roost
