// The pieces a catalogue of words is made of. What lacks its text does not compile: neither type can be made
// from nothing, nor from an empty text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace roost {

// Has no definition, so that a constant evaluation that meets it ends.
void word_without_text();

// Something a person reads. {0}, {1}, … stand where fill() puts its arguments.
class Word {
  public:
    Word() = delete;
    // NOLINTNEXTLINE(google-explicit-constructor): a catalogue is written as plain literals.
    consteval Word(const char* text) : text_(text) {
        if (text_.empty()) word_without_text();
    }
    // NOLINTNEXTLINE(google-explicit-constructor): read wherever a text is.
    constexpr operator std::string_view() const { return text_; }
    constexpr std::string_view view() const { return text_; }

  private:
    std::string_view text_;
};

// The forms of CLDR; {0} is the number. Each language fills those its rule can answer, `other` always.
struct Plural {
    std::string_view zero = {};
    std::string_view one = {};
    std::string_view two = {};
    std::string_view few = {};
    std::string_view many = {};
    Word other;
};

enum class PluralCategory { kZero, kOne, kTwo, kFew, kMany, kOther };

// Which form a language uses for a whole number that is not negative (CLDR 45, cardinal).
using PluralRule = PluralCategory (*)(std::uint64_t number);
PluralCategory plural_one_alone(std::uint64_t number);     // English, Swahili: one is 1
PluralCategory plural_zero_and_one(std::uint64_t number);  // Hindi: one is 0 and 1
PluralCategory plural_spanish(std::uint64_t number);       // one is 1, many the millions
PluralCategory plural_portuguese(std::uint64_t number);    // one is 0 and 1, many the millions
PluralCategory plural_arabic(std::uint64_t number);        // all six

// `other` where the catalogue has no form of this category.
std::string_view pick(const Plural& plural, PluralCategory category);

// The pattern with {0}, {1}, … replaced. An argument is isolated where its direction may differ from the
// pattern's, so that a name never turns the sentence around it. A place without an argument stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

// Whether a text holds a letter of a script that runs from right to left.
bool has_right_to_left(std::string_view text);

}  // namespace roost
