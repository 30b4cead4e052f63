// What in a text leads somewhere.
//
// Web addresses with http://, https:// or www. in front; without, if the name ends in a well-known top-level
// domain in one case ("done.It" is a missing space, "notes.md" a file). E-mail addresses. Phone numbers of at
// least seven digits: with + or 00 in front, with a leading 0 and nine to twelve digits, or grouped as only
// phone numbers are; never dates, amounts, decimals or what follows a #, a currency or letters.
// Closing punctuation, quotation marks, brackets that were opened outside and markup signs are not part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markup.h"

namespace roost::text {

// In order, apart, each within one line. Addresses get https:, mailto: or tel: in front where they have none.
std::vector<Link> find_links(std::string_view text);

// Has it an address that WhatsApp shows a preview of: one with http:// or https:// in front?
bool has_web_link(std::string_view text);

// As it stands in a message: markup taken apart, links found.
Formatted format_text(std::string_view text);
// Its text alone: for lists, notifications and screen readers. Quick for what has no signs.
std::string shown_text(std::string_view text);

}  // namespace roost::text
