// What is asked of records, of conversations that are begun, and of the link into WhatsApp itself.
#pragma once

#include <optional>
#include <string>

#include "shared/base/ids.h"
#include "shared/messages/contacts.h"
#include "shared/model/record_link.h"

namespace roost {

// A conversation, or one of its messages alone.
struct LinkRecord {
    ConversationId conversation;
    MessageId message;  // 0 = the whole conversation
    RecordLink link;
};
struct UnlinkRecord {
    LinkId id;
    std::string name;  // of the record, as it is said
};
// The list of one record's conversations; absent = of all.
struct ShowRecord {
    std::optional<RecordLink> record;
};
struct StartConversation {
    std::string number;
    AccountId account;  // 0 = the server's first
};
// Cards that a message brought, as a file for address books.
struct SaveContacts {
    Contacts cards;
};
// What opens a chat with them in WhatsApp.
struct FindChatLink {
    ConversationId conversation;
    std::string text;  // that it begins with
};
struct SavePicture {
    std::string name;  // of the file
    std::string svg;
};
// In a new tab.
struct OpenLink {
    std::string url;
};

}  // namespace roost
