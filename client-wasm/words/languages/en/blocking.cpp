#include "client-wasm/words/blocking.h"

namespace roost {

constexpr BlockingWords kEnglishBlocking{
    .more = "More actions",
    .block = "Block",
    .unblock = "Unblock",
    .question = "Block {0}?",
    .note =
        "They can no longer write to or call this number, and nothing can be sent to them. WhatsApp does not "
        "tell them. The conversation stays, and you can unblock them at any time.",
    .asking = "Meta is being asked…",
    .strip = "You blocked this person.",
    .marked = "Blocked",
    .is_blocked = "{0} is blocked.",
    .is_unblocked = "{0} is no longer blocked.",
    .not_sent = "This person is blocked. Unblock them to write to them.",
    .refusals =
        {{"Meta lets you block only people who wrote in the last 24 hours.",
          "This number has blocked 64,000 people, the most that Meta allows.",
          "Meta cannot do this at the moment. Try again in a while.",
          "Meta refused: {0}"}},
    .did_block = "Blocked a person",
    .did_unblock = "Unblocked a person"};

}  // namespace roost
