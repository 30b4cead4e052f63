// What a conversation or a message has to do with a record of the house: a project, a lead, an invoice of
// whatever program keeps them. Roost knows of a record what a link says of it, and nothing else. Pure.
//
// The rules, which docs/records.md tells to people:
// - A link of a conversation holds for all of its messages, those before it and those to come. It says whom
//   the conversation is about, and an answer is not understood without what was asked before the link was
//   made; one row decides for list, thread, search and stream alike; and a link made by mistake is taken
//   back whole, with nothing left behind.
// - A link of a message files that message with the record, and says nothing of its conversation: whoever
//   sees one record alone reads the conversations that are linked to it, never a single message of another.
// - A conversation may be linked to several records, a record to several conversations, and each pair once:
//   the same again changes at most title and address.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"

namespace roost {

using LinkId = StrongId<struct LinkIdTag>;

struct RecordRef {
    std::string type;  // "project": 1 to 32 of a-z 0-9 _ -
    std::string id;    // as its program calls it: 1 to 200 characters

    auto operator<=>(const RecordRef&) const = default;
};

struct RecordLink {
    LinkId id;
    RecordRef record;
    std::string title;  // may be empty, as the next
    std::string url;    // of the record's page; http or https

    bool operator==(const RecordLink&) const = default;
};
using RecordLinks = std::vector<RecordLink>;  // in the order in which they were made

inline constexpr std::size_t kMostLinks = 50;  // of one conversation or message

bool is_record_type(std::string_view text);
// "project, lead" as they stand in the settings. kInvalid naming what is no type, and for none at all.
Result<std::vector<std::string>> parse_record_types(std::string_view list);

// kInvalid naming the field: what may name a record at all, and what may be linked.
Status check_record(const RecordRef& record);
Status check_link(const RecordLink& link);

// Null if there is none.
const RecordLink* find_link(const RecordLinks& links, const RecordRef& record);

// Whether a message belongs to a record: by its own link, or by that of its conversation.
bool belongs_to(const RecordLinks& of_conversation, const RecordLinks& of_message, const RecordRef& record);

// What linking does to what is linked already. An empty title or address leaves the one that is known.
// kConflict when there are kMostLinks.
enum class LinkChange { kNone, kAdded, kRenamed };
Result<LinkChange> take_link(RecordLinks& links, RecordLink link);

// {"type", "id", "title"?, "url"?} as hosts write it. kInvalid naming the field, by `prefix` + its name.
Result<RecordLink> read_record(const Json& json, std::string_view prefix = "");

// "links": […], or nothing where there are none.
void write_links_member(JsonWriter& out, const RecordLinks& links);
void write_links(JsonWriter& out, const RecordLinks& links);
RecordLinks read_links(const Json& list);  // what is none is left out

}  // namespace roost
