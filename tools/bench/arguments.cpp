#include "tools/bench/arguments.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace roost::bench {

Arguments::Arguments(int count, char** values) : words_(values + 1, values + count) {}

std::string Arguments::text(std::string_view name, std::string_view otherwise) const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
        if (words_[i].size() == name.size() + 2 && words_[i].starts_with("--") && words_[i].ends_with(name)) {
            return words_[i + 1];
        }
    }
    return std::string(otherwise);
}

int Arguments::number(std::string_view name, int otherwise) const {
    const std::string value = text(name, std::to_string(otherwise));
    int result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc{} || end != value.data() + value.size()) {
        give_up("--" + std::string(name) + " takes a whole number");
    }
    return result;
}

void give_up(std::string_view sentence) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(sentence.size()), sentence.data());
    std::exit(2);
}

}  // namespace roost::bench
