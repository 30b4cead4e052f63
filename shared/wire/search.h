// The answer to a search, between server and client.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/conversation.h"
#include "shared/text/search_terms.h"

namespace roost {

struct SearchHit {
    MessageId message;
    ConversationId conversation;
    UnixMillis at = 0;
    Direction direction = Direction::kInbound;
    std::string type;       // content_type()
    text::Snippet snippet;  // its hits are UTF-8 byte offsets

    bool operator==(const SearchHit&) const = default;
};

// Newest first. `rows` has the conversation of every hit, unless the search was in one conversation.
struct SearchPage {
    std::vector<Conversation> conversations;
    std::vector<SearchHit> messages;
    std::map<ConversationId, Conversation> rows;
    std::string next;          // hand it back as the cursor; empty = that was all
    std::optional<int> total;  // messages in all; only for one conversation and without a cursor
    bool is_partial = false;   // older messages were not looked at

    bool operator==(const SearchPage&) const = default;
};

std::string write_search_page(const SearchPage& page);
Result<SearchPage> read_search_page(std::string_view json);

}  // namespace roost
