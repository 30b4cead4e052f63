#include "shared/model/context.h"

#include <array>
#include <utility>

namespace roost {

namespace {

// The names of its parts on the wire and in the store.
constexpr std::array<std::pair<std::string_view, std::string MessageSource::*>, 8> kSourceParts{
    {{"kind", &MessageSource::kind},
     {"headline", &MessageSource::headline},
     {"body", &MessageSource::body},
     {"url", &MessageSource::url},
     {"product", &MessageSource::product},
     {"group", &MessageSource::group},
     {"id", &MessageSource::id},
     {"click", &MessageSource::click}}};

}  // namespace

std::string_view direction_name(Direction direction) {
    return direction == Direction::kInbound ? "inbound" : "outbound";
}

Result<Direction> read_direction(const Json& json) {
    ASSIGN_OR_RETURN(const std::string name, required_string(json, "direction"));
    if (name == "inbound") return Direction::kInbound;
    if (name == "outbound") return Direction::kOutbound;
    return fail(ErrorCode::kInvalid, "'direction' must be inbound or outbound");
}

void write_quote(JsonWriter& out, const Quote& quote) {
    out.begin_object().key("id").id(quote.message);
    out.key("direction").string(direction_name(quote.direction));
    out.text_member("type", quote.type);
    write_members(out, quote.preview);
    out.end_object();
}

std::optional<Quote> read_quote(const Json& json) {
    const auto id = parse_id<MessageId>(string_or(json, "id", ""));
    if (!id) return std::nullopt;
    return Quote{
        *id,
        read_direction(json).value_or(Direction::kInbound),
        string_or(json, "type", ""),
        read_preview(json)};
}

void write_source(JsonWriter& out, const MessageSource& source) {
    out.begin_object();
    for (const auto& [name, part] : kSourceParts)
        out.text_member(name, source.*part);
    out.end_object();
}

std::optional<MessageSource> read_source(const Json& json) {
    MessageSource source;
    for (const auto& [name, part] : kSourceParts)
        source.*part = string_or(json, name, "");
    if (source == MessageSource{}) return std::nullopt;
    return source;
}

void write_context_member(JsonWriter& out, const Context& context) {
    if (context == Context{}) return;
    out.key("context").begin_object().text_member("quoted_wamid", context.quoted_wamid);
    if (context.is_forwarded) out.key("is_forwarded").boolean(true);
    if (context.is_frequently_forwarded) out.key("is_frequently_forwarded").boolean(true);
    if (context.is_from_ad) out.key("is_from_ad").boolean(true);
    if (context.quote) {
        out.key("quote");
        write_quote(out, *context.quote);
    }
    if (context.source) {
        out.key("source");
        write_source(out, *context.source);
    }
    out.end_object();
}

Context read_context(const Json& json) {
    return {
        string_or(json, "quoted_wamid", ""),
        optional_bool(json, "is_forwarded").value_or(false),
        optional_bool(json, "is_frequently_forwarded").value_or(false),
        optional_bool(json, "is_from_ad").value_or(false),
        read_quote(member(json, "quote")),
        read_source(member(json, "source"))};
}

}  // namespace roost
