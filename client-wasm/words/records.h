// What is said about records that conversations are linked to, and about conversations that are begun. A file
// for each language beside it.
#pragma once

#include <array>

#include "client-wasm/words/word.h"

namespace roost {

struct RecordWords {
    Word title, of_message, note, note_message, none;
    Word type, id, id_hint, label, url, bad_url, bad_id;
    Word link, unlink, show;
    Word is_linked, is_unlinked, opens;        // {0}: the record
    Word filtered, all_again, filtered_empty;  // {0}: the record
    Word start, start_note, number, number_hint, bad_number, account, begin;
    Word message_person, message_named, save_contact, save_contacts;  // of cards; {0}: the person
    Word did_start;                                                   // in the audit log
    Word chat, chat_note;  // the link into WhatsApp; {0}: the person
    Word chat_text, chat_text_long, chat_open, chat_code, chat_save;
    std::array<Word, 4> types;  // project, petty_cash, lead, employee; others are called as they are
};

extern const RecordWords kEnglishRecords;

}  // namespace roost
