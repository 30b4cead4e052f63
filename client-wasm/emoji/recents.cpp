#include "client-wasm/emoji/recents.h"

#include <algorithm>
#include <charconv>

namespace roost::emoji {

void note_use(std::vector<Recent>& recents, std::string_view sign) {
    Recent used{std::string(sign), 1};
    const auto known =
        std::find_if(recents.begin(), recents.end(), [&](const Recent& one) { return one.sign == sign; });
    if (known != recents.end()) {
        used.uses = known->uses + 1;
        recents.erase(known);
    }
    if (recents.size() == kMostRecents) recents.pop_back();
    const auto place = std::find_if(recents.begin(), recents.end(), [&](const Recent& one) {
        return one.uses <= used.uses;
    });
    recents.insert(place, std::move(used));
}

std::string write_recents(const std::vector<Recent>& recents) {
    std::string text;
    for (const Recent& one : recents)
        text.append(one.sign).append(" ").append(std::to_string(one.uses)).append("\n");
    return text;
}

std::vector<Recent> read_recents(std::string_view text) {
    std::vector<Recent> recents;
    while (!text.empty() && recents.size() < kMostRecents) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t space = line.find(' ');
        if (space == 0 || space == std::string_view::npos) continue;
        int uses = 0;
        const char* const last = line.data() + line.size();
        const auto read = std::from_chars(line.data() + space + 1, last, uses);
        if (read.ec != std::errc() || read.ptr != last || uses < 1) continue;
        recents.push_back({std::string(line.substr(0, space)), uses});
    }
    return recents;
}

}  // namespace roost::emoji
