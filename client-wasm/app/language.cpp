// In which language the interface speaks.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"

namespace roost {

void Client::execute(const ChooseLanguage& command) {
    platform_.store("language", command.tag);
    choose_language(command.tag);
}

const Language& Client::wanted_language() const {
    return language_for(state_.language.empty() ? platform_.languages() : state_.language);
}

void Client::choose_language(std::string_view tag) {
    state_.language = tag;
    const Language& wanted = wanted_language();
    if (&wanted == &kLanguages.front()) return speak(kEnglish);
    if (const auto known = other_words_.find(wanted.tag); known != other_words_.end())
        return speak(known->second->words());
    platform::Request request;
    request.path = platform_.asset_path("words." + std::string(wanted.tag));
    platform_.fetch(request, [this, &wanted](const platform::Response& answer) {
        take_words(wanted, answer);
    });
}

void Client::take_words(const Language& language, const platform::Response& answer) {
    auto written = answer.status == 200 ? WrittenWords::read(language, answer.body) : nullptr;
    if (!written) {
        const Words& now = state_.locale.words();
        if (state_.has_words) return platform_.announce(now.trouble.unreachable, true);
        return speak(kEnglish);  // better than nothing; the next load tries again
    }
    // Asked for twice, the first ones stay: they are in use.
    const auto [entry, is_new] = other_words_.try_emplace(language.tag, std::move(written));
    if (&wanted_language() == &language) speak(entry->second->words());
}

void Client::speak(const Words& words) {
    state_.has_words = true;
    state_.locale = state_.locale.in(words);
    platform_.show_language(words.language.tag, words.language.is_right_to_left);
    list_changed();
    thread_changed();
    platform_.request_frame();
}

}  // namespace roost
