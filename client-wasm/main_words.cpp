// Writes the words of one language for the browser: write_words TAG > words.TAG.txt
#include <cstdio>
#include <string>
#include <string_view>

#include "client-wasm/words/languages/catalogue.h"
#include "client-wasm/words/written_words.h"

int main(int argc, char** argv) {
    const std::string_view wanted = argc == 2 ? argv[1] : "";
    for (const roost::Words* words : roost::all_words()) {
        if (words->language.tag.view() != wanted) continue;
        const std::string file = roost::write_words(*words);
        return std::fwrite(file.data(), 1, file.size(), stdout) == file.size() ? 0 : 1;
    }
    std::fputs("write_words TAG, with the tag of a language of words/language.h\n", stderr);
    return 2;
}
