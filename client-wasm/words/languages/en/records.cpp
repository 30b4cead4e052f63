#include "client-wasm/words/records.h"

namespace roost {

constexpr RecordWords kEnglishRecords{
    .title = "Records",
    .of_message = "Records of this message",
    .note =
        "What is linked here belongs to the record with all of its messages, those before and those to come.",
    .note_message =
        "This files the message with the record, and says nothing of the rest of the conversation.",
    .none = "Not linked to a record yet",
    .type = "Kind of record",
    .id = "Its id",
    .id_hint = "As the program that keeps it calls it",
    .label = "Title, if you like",
    .url = "Address of its page, if you like",
    .bad_url = "This must be an address that begins with https:// or http://",
    .bad_id = "At most 200 characters, all on one line",
    .link = "Link",
    .unlink = "Unlink",
    .show = "Show its conversations",
    .is_linked = "Linked to {0}.",
    .is_unlinked = "No longer linked to {0}.",
    .opens = "{0}, opens in a new tab",
    .filtered = "Only conversations of {0}",
    .all_again = "Show all conversations again",
    .filtered_empty = "No conversation is linked to this record",
    .start = "New conversation",
    .start_note =
        "WhatsApp lets you write first with a template. Once the person answers, you can write anything for "
        "24 hours.",
    .number = "Telephone number",
    .number_hint = "With the country’s code, as +254 712 345 678",
    .bad_number = "This is not a number with its country’s code",
    .account = "From which of our numbers",
    .begin = "Start",
    .message_person = "Message",
    .message_named = "Message {0}",
    .save_contact = "Save contact",
    .save_contacts = "Save contacts",
    .did_start = "Started a conversation",
    .chat = "WhatsApp link",
    .chat_note = "Opens a chat with {0} in WhatsApp, on the phone or computer where it is opened.",
    .chat_text = "Text to begin with, if you like",
    .chat_text_long = "This text is too long for a code",
    .chat_open = "Open in WhatsApp",
    .chat_code = "Code for the camera of a phone",
    .chat_save = "Save the code",
    .types = {{"Project", "Petty cash", "Lead", "Employee"}}};

}  // namespace roost
