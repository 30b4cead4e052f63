// What a reader may see of the inbox: all of it, or what two things leave. The page they came by, if that is
// about one record or one person; and who they are, if agents do not see everything. The one rule by which
// rows, events and searches are held back from whoever sees less than everything. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/colleague.h"
#include "shared/model/conversation.h"
#include "shared/model/event.h"
#include "shared/model/record_link.h"

namespace roost {

// Empty = everything. Else one clause or two, all of which must hold, each of alternatives: kept in the
// database, and compared as text. Each alternative is named by a word: "r" + type + "/" + id of a record,
// "c" + the digits of a person's number, "a" + id of whom a conversation is assigned to, "t" + id of its
// team, "o" for what is nobody's and no team's.
using Reach = std::string;

Reach reach_of(const RecordRef& record);
// The same for all spellings of a number (wa_id_variants).
Reach reach_of_number(const std::string& digits);

// Of an agent who does not see everything.
struct Sight {
    AgentId agent;
    std::vector<TeamId> teams = {};  // rising
    bool sees_unassigned = false;

    bool operator==(const Sight&) const = default;
};
Reach reach_of(const Sight& sight);

// What both leave; either may be empty.
Reach both(const Reach& page, const Reach& sight);
// Which part of it is the page's: empty unless they came by a page about one record or one person.
Reach page_in(std::string_view reach);
std::optional<RecordRef> record_in(std::string_view reach);  // absent unless the page is about one
std::string number_in(std::string_view reach);               // empty unless the page is about one person
std::optional<Sight> sight_in(std::string_view reach);       // absent = as far as they go, everything

// Among whom files are shared that were uploaded and are in no message yet: all who see the page, or the
// agent alone.
Reach uploaders_of(std::string_view reach);

// Every word that holds a conversation, as one text: what goes with an event about it.
std::string audience_of(const Conversation& conversation);
bool is_reached(std::string_view audience, std::string_view reach);
inline bool is_reached(const Conversation& conversation, std::string_view reach) {
    return reach.empty() || is_reached(audience_of(conversation), reach);
}

// All words of a reach; and those of an audience that a later one lacks.
std::vector<std::string> words_of(std::string_view reach);
std::vector<std::string> words_lost(std::string_view before, std::string_view after);

// What is left of it for such a reader: on a page, without the links to other records. Nothing changes for
// one who sees everything.
Conversation narrowed(Conversation conversation, std::string_view reach);
Message narrowed(Message message, std::string_view reach);

// The row that an event changes, as it was before.
struct RowBefore {
    std::string_view audience;  // empty = there was none
    bool was_unread = false;
};
// As such a reader hears it, who saw the row before or sees it after: without counts of what they do not see,
// and that it is gone if they see it no more.
Event narrowed(Event event, std::string_view reach, const RowBefore& before);

}  // namespace roost
