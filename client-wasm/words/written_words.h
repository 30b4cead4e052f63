// Words as a file that the browser reads when somebody speaks the language: one text a line, areas and
// members in the order of their declaration, an empty line for a plural form that the language leaves out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "client-wasm/words/words.h"

namespace roost {

std::string write_words(const Words& words);

// Words, and the file they lie in.
class WrittenWords {
  public:
    // Null when the file holds more or fewer texts than there are words: it is of another program.
    static std::unique_ptr<const WrittenWords> read(const Language& language, std::string file);

    WrittenWords(const WrittenWords&) = delete;
    WrittenWords& operator=(const WrittenWords&) = delete;

    const Words& words() const { return words_; }

  private:
    WrittenWords(const Language& language, std::string file);
    template <typename Area>
    Area next();

    std::string file_;
    std::string_view left_;  // of the file, while it is read
    SendingWords sending_;
    NoticeWords notices_;
    TemplateDeskWords desk_;
    SettingsWords settings_;
    MessageMenuWords message_menu_;
    TwoFactorWords two_factor_;
    NumberWords numbers_;
    ProfileWords profile_;
    SiteWords sites_;
    RecordWords records_;
    TeamWords team_;
    BlockingWords blocking_;
    FailureWords failures_;
    TemplateWords templates_;
    Words words_;
};

}  // namespace roost
