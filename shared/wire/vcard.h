// Address cards as a file for address books: vCard 4.0 (RFC 6350). Pure.
#pragma once

#include <string>

#include "shared/messages/contacts.h"

namespace roost {

// One after the other; a card that says nothing is left out. The customer wrote what is in them: no text ends
// its line, and an address of the web is written only if it is one.
std::string vcards(const Contacts& contacts);
// "Peter Kamau.vcf"
std::string vcard_name(const Contacts& contacts);

}  // namespace roost
