// What a message answers and how it came.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/messages/preview.h"

namespace roost {

enum class Direction { kInbound, kOutbound };

std::string_view direction_name(Direction direction);  // "inbound", "outbound"
Result<Direction> read_direction(const Json& json);    // its member "direction"; kInvalid naming it

// What is shown of the message that another one answers: as it was when that one was written.
struct Quote {
    MessageId message;
    Direction direction = Direction::kInbound;
    std::string type;  // content_type()
    Preview preview;   // its text at most 160 code points

    bool operator==(const Quote&) const = default;
};

// By what a message came, beside the chat itself (cloud-api §9.1). At least one of them is there.
struct MessageSource {
    std::string kind = {};  // "ad" or "post"; empty = by neither
    std::string headline = {};
    std::string body = {};
    std::string url = {};      // of that ad or post; only http and https
    std::string product = {};  // that the customer asks about: the id the business gave it in its catalogue
    std::string group = {};    // in which it was written; an answer reaches the writer alone
    std::string id = {};       // Meta's, of that ad or post
    std::string click = {};  // Meta's name for the press that led here (ctwa_clid): by it sales are reported

    bool operator==(const MessageSource&) const = default;
};

struct Context {
    std::string quoted_wamid;  // empty = no quote
    bool is_forwarded = false;
    bool is_frequently_forwarded = false;
    bool is_from_ad = false;  // the customer came by an ad or a page's button, and wrote this
    std::optional<Quote> quote = std::nullopt;  // absent: there is none, or Roost never had that message
    std::optional<MessageSource> source = std::nullopt;

    bool operator==(const Context&) const = default;
};

void write_quote(JsonWriter& out, const Quote& quote);
std::optional<Quote> read_quote(const Json& json);  // absent without a message

void write_source(JsonWriter& out, const MessageSource& source);
std::optional<MessageSource> read_source(const Json& json);  // absent where it says nothing

// "context": {…}, or nothing where there is nothing to say.
void write_context_member(JsonWriter& out, const Context& context);
Context read_context(const Json& json);

}  // namespace roost
