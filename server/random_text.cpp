#include "server/random_text.h"

#include <sodium.h>

#include <cstdlib>
#include <vector>

namespace roost {

std::string random_hexadecimal(int bytes) {
    // Without randomness every key would be guessable: there is nothing sensible to go on with.
    if (sodium_init() < 0) std::abort();
    std::vector<unsigned char> random(static_cast<std::size_t>(bytes));
    randombytes_buf(random.data(), random.size());
    std::string text(random.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), random.data(), random.size());
    text.pop_back();
    return text;
}

}  // namespace roost
