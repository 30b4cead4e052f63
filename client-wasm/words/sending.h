// What is said while files and voice notes are sent. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

// Of files on their way, and of pictures that must be made into others first.
struct UploadWords {
    Word blocked;                // {0}: the file, {1}: why it cannot be sent
    Word take_back, taken_back;  // {0}: the file
    Word percent;                // {0}: how much of it the server has
    Word page_closed;
    Word convert, shrink, converting, cannot_convert;
    Word converted;  // {0}: the file
    Word only_whatsapp;
};

// Of the microphone button, and what takes the field's place while it is used.
struct VoiceWords {
    Word record, recording, asking;
    Word discard, stop, play, pause, send;
    Word refused, withheld, missing, broken;
};

// Of the menu of what else can be sent, and the dialogs that write it.
struct EditorWords {
    Word files, location, contact, buttons, list, link, ask_location;
    Word header, body, footer;
    Word button;                                     // {0}: which
    Word opens_list, entry, about_entry, add_entry;  // {0}: which
    Word section, add_section;                       // {0}: which
    Word label, address, name, phone, known;
    Word phone_needed, differs;
};

// What to do about a message that was not sent.
struct RepairWords {
    Word manager, choose_file, choose_template;
    Word wait;  // {0}: until when
    Word mark_unreachable, is_unreachable;
};

struct SendingWords {
    UploadWords uploads;
    VoiceWords voice;
    EditorWords editor;
    RepairWords repair;
};

extern const SendingWords kEnglishSending;

}  // namespace roost
