// What a reader may see of the inbox: all of it, the conversations that are linked to one record, or those
// with one person. The one rule by which rows, events and searches are held back from whoever sees less than
// everything. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/model/conversation.h"
#include "shared/model/event.h"
#include "shared/model/record_link.h"

namespace roost {

// Empty = everything. Else "r" + type + "/" + id of a record, or "c" + the digits of a person's number, as
// the next two make it: kept in the database, and compared as text.
using Reach = std::string;

Reach reach_of(const RecordRef& record);
// The same for all spellings of a number (wa_id_variants).
Reach reach_of_number(const std::string& digits);

std::optional<RecordRef> record_in(std::string_view reach);  // absent unless it is a record's
std::string number_in(std::string_view reach);               // empty unless it is a person's

// Every reach but everything that holds a conversation, as one text: what goes with an event about it.
std::string audience_of(const Conversation& conversation);
bool is_reached(std::string_view audience, std::string_view reach);
inline bool is_reached(const Conversation& conversation, std::string_view reach) {
    return reach.empty() || is_reached(audience_of(conversation), reach);
}

// What is left of it for such a reader: without the links to other records, and without counts of what they
// do not see. Nothing changes for one who sees everything.
Conversation narrowed(Conversation conversation, std::string_view reach);
Message narrowed(Message message, std::string_view reach);
Event narrowed(Event event, std::string_view reach);

}  // namespace roost
