#include "shared/wire/search.h"

#include <utility>

#include "shared/base/json_writer.h"

namespace roost {

namespace {

void write_hit(JsonWriter& out, const SearchHit& hit) {
    out.begin_object().key("message_id").id(hit.message).key("conversation_id").id(hit.conversation);
    out.key("at").time(hit.at);
    out.key("direction").string(hit.direction == Direction::kInbound ? "inbound" : "outbound");
    out.key("type").string(hit.type).key("snippet").string(hit.snippet.text).key("hits").begin_array();
    for (const text::TextRange& range : hit.snippet.hits) {
        out.begin_array().integer(static_cast<std::int64_t>(range.from));
        out.integer(static_cast<std::int64_t>(range.to)).end_array();
    }
    out.end_array().end_object();
}

// Ranges that do not fit the text are left out.
std::vector<text::TextRange> read_ranges(const Json& json, std::size_t size) {
    std::vector<text::TextRange> ranges;
    if (!json.is_array()) return ranges;
    for (const Json& range : json) {
        if (!range.is_array() || range.size() != 2) continue;
        if (!range[0].is_number_unsigned() || !range[1].is_number_unsigned()) continue;
        const auto from = range[0].get<std::size_t>();
        const auto to = range[1].get<std::size_t>();
        const bool follows = ranges.empty() || from >= ranges.back().to;
        if (from < to && to <= size && follows) ranges.push_back({from, to});
    }
    return ranges;
}

Result<SearchHit> read_hit(const Json& json) {
    SearchHit hit;
    ASSIGN_OR_RETURN(hit.message, required_id<MessageId>(json, "message_id"));
    ASSIGN_OR_RETURN(hit.conversation, required_id<ConversationId>(json, "conversation_id"));
    ASSIGN_OR_RETURN(hit.at, required_time(json, "at"));
    if (string_or(json, "direction", "inbound") == "outbound") hit.direction = Direction::kOutbound;
    hit.type = string_or(json, "type", "text");
    hit.snippet.text = string_or(json, "snippet", "");
    hit.snippet.hits = read_ranges(member(json, "hits"), hit.snippet.text.size());
    return hit;
}

Result<std::vector<Conversation>> read_rows(const Json& rows) {
    std::vector<Conversation> read;
    if (!rows.is_array()) return read;
    for (const Json& row : rows) {
        ASSIGN_OR_RETURN(Conversation conversation, read_conversation(row));
        read.push_back(std::move(conversation));
    }
    return read;
}

}  // namespace

std::string write_search_page(const SearchPage& page) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("conversations").begin_array();
        for (const Conversation& row : page.conversations)
            write_conversation(out, row);
        out.end_array().key("messages").begin_array();
        for (const SearchHit& hit : page.messages)
            write_hit(out, hit);
        out.end_array().key("rows").begin_array();
        for (const auto& [id, row] : page.rows)
            write_conversation(out, row);
        out.end_array().text_member("next", page.next);
        if (page.total) out.key("total").integer(*page.total);
        out.key("is_partial").boolean(page.is_partial).end_object();
    });
}

Result<SearchPage> read_search_page(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    SearchPage page;
    ASSIGN_OR_RETURN(page.conversations, read_rows(member(document, "conversations")));
    const Json& messages = member(document, "messages");
    if (!messages.is_array()) return fail(ErrorCode::kInvalid, "'messages' must be a list");
    for (const Json& element : messages) {
        ASSIGN_OR_RETURN(SearchHit hit, read_hit(element));
        page.messages.push_back(std::move(hit));
    }
    ASSIGN_OR_RETURN(auto rows, read_rows(member(document, "rows")));
    for (Conversation& row : rows)
        page.rows.emplace(row.id, std::move(row));
    page.next = string_or(document, "next", "");
    if (const auto total = optional_integer(document, "total")) page.total = static_cast<int>(*total);
    page.is_partial = optional_bool(document, "is_partial").value_or(false);
    return page;
}

}  // namespace roost
