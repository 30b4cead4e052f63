// Everything a reader of the client sees or hears, in one language: what to fill in, area by area. A Word
// left out does not compile. A new area is a member here, in written_words.cpp and in each of languages/.
#pragma once

#include "client-wasm/words/blocking.h"
#include "client-wasm/words/failures.h"
#include "client-wasm/words/language.h"
#include "client-wasm/words/message_menu.h"
#include "client-wasm/words/notices.h"
#include "client-wasm/words/numbers.h"
#include "client-wasm/words/profile.h"
#include "client-wasm/words/records.h"
#include "client-wasm/words/sending.h"
#include "client-wasm/words/settings.h"
#include "client-wasm/words/sites.h"
#include "client-wasm/words/team.h"
#include "client-wasm/words/template_desk.h"
#include "client-wasm/words/templates.h"
#include "client-wasm/words/two_factor.h"
#include "client-wasm/words/word.h"

namespace roost {

struct SigningInWords {
    Word title, form, email, password, submit, busy;
    Word both_needed;  // a field was left empty
    Word refused;      // no such agent, or another password
    Word loading;      // before anything is known
};

struct RailWords {
    Word navigation, inbox;
    Plural inbox_unread;
};

struct ListWords {
    Word title, conversations, platforms, all, width;
    Plural tab_unread;  // {1}: the tab's name
    Word empty, empty_filtered, empty_note;
    Word loading, no_messages;
    Plural unread;  // of a row, and of the line in the thread
    Word not_sent;  // said at the end of a row
};

struct SearchWords {
    Word field, clear, results;
    Plural conversations, messages;  // headings with their number
    Plural found;                    // said when an answer came
    Word more;                       // heading of messages that are not counted
    Word loading;
    Word empty, empty_note;  // {0}: the question
    Word partial;
    Word you;
    Word in_conversation, close, older, newer;
    Word place;  // {0} of {1}
    Word none, unknown_message;
};

struct ThreadWords {
    Word conversation, messages_with;  // {0}: the contact
    Word back, loading, try_again;
    Word choose, choose_note;  // no conversation is open
    Word jump;
    Plural jump_new;  // {0} new messages below
    Word by_number;   // {0}: which of our numbers it goes by
    Word unknown_conversation;
};

// What is said of a message beside its own text.
struct MessageWords {
    Word you, forwarded, not_sent_now;
    Word label, label_status;  // {0} who, {1} when, {2} text; with {2} status, {3} text
    Word received, waiting, sending, sent, delivered, read, failed;
    Word retry, remove;
    Word photo, video, audio, voice, document, sticker, animated, location, contact, order, notice, button;
    Word document_kind;  // {0}: PDF
    Plural contacts;     // {0}: how many more, {1}: the first
    Plural items, order_of;
    Word open_in_maps;
    Word chosen, form_sent, choices, interactive, calls_allowed, calls_refused;
    Word template_named, template_nameless;
    Word reacted, reaction_taken_back;                                       // {0} who, {1} emoji
    Word reacted_short, reaction_taken_back_short;                           // {0}: emoji
    Word empty, unshown, unshown_kind, unknown_kind, deleted, unshown_note;  // {0}: the kind
    Word in_answer_to;                                                       // {0} who, {1} what is quoted
    Word quoted_unknown;
    Word copy_code;  // {0}: the code
    Word send_as_template;
    Word call, call_missed, call_lasted;             // {0}: how long
    Word ad, post, open_ad, open_post, asked_about;  // by what a message came; a product
    Word in_group;
    Word opened_chat, number_changed, identity_changed;  // {0}: the new number
    Word forwarded_often;
    Word edited;  // {0}: at what time it was written
};

struct ComposerWords {
    Word form, reply, field, placeholder, send;
    Plural too_many, left;             // characters
    Word time_left, time_left_spoken;  // {0}: a duration
    Word closed_whatsapp, closed_other;
    Word answer_to, no_quote;  // {0} who, {1} what
    Word queue_empty;
    Plural queue;
};

struct PaletteWords {
    Word title, field, found, nothing;
    Word next_unread, mark_read, close, theme_system, theme_light, theme_dark;
};

struct EmojiWords {
    Word title, search, groups, suggestions;
    Word loading, failed, nothing;  // {0}: what was looked for
    Word recent, people, nature, food, travel, activities, objects, symbols, flags;
    Word tone, tone_now, no_tone;  // {0}: the tone's name
};

struct AttachmentWords {
    Word attach, tray, list, drop;
    Word caption, caption_of, remove;  // {0}: the file
    Word item, item_problem;           // {0} file, {1} size, {2} problem
    Word added;                        // {0}: the file
    Word folder, empty, long_caption;  // {0}: how many characters it may have
    Plural files;
    Plural bytes;
    Word kilobytes, megabytes;
    Word large_photo, large_video, large_audio, large_document;  // {0}: how large it may be
    Word wrong_photo, wrong_video, wrong_audio, wrong_document;
};

// Files that messages carry.
struct MediaWords {
    Word expired, gone, too_large, damaged, refused, unavailable;  // why one is not there: MediaFault
    Word open, download;                                           // {0}: the file
    Word viewer, save, zoom_in, zoom_out, previous, next;
    Word play, pause;               // {0}: the sound or film
    Word position, time_of, speed;  // {0} of {1}; {0} times as fast
    Word unplayable;
};

struct ConnectionWords {
    Word live, offline, syncing, starting;  // short
    Word catching_up, connecting, retrying_now;
    Word retrying_in;  // {0}: seconds
    Word retrying;     // said once, without them
    Word paused;       // Meta takes nothing from our number
};

struct AccountWords {
    Word title, account_of;  // {0}: the agent
    Word theme, system, light, dark;
    Word language, shortcuts, sign_out;
};

struct HelpWords {
    Word title, list, close;
    Word next, previous, open, new_line, reply, assign, search, search_here, emoji, palette, message_menu,
        leave, this_list;
    // {0}: the keys, {1}: what they do; how keys are said
    Word spoken, either, both, arrow_down, arrow_up, escape, colon, question_mark;
};

struct DateWords {
    Word today, yesterday, now;
    Word minutes;        // "{0} min", also in the list
    Word hours_minutes;  // {0} h {1} min
    Word under_a_minute;
};

// What went wrong, for people.
struct TroubleWords {
    Word unreachable, server_error;
    Word not_found, refused, refused_because;
    Word too_many_requests;
    Word message_failed;  // {0}: the contact, {1}: why
    Word not_sent;        // {0}: why
};

struct ArrivalWords {
    Word one;     // {0} who, {1} what
    Plural many;  // several at once
};

struct Words {
    const Language& language;
    SigningInWords signing_in;
    RailWords rail;
    ListWords list;
    SearchWords search;
    ThreadWords thread;
    MessageWords message;
    ComposerWords composer;
    PaletteWords palette;
    EmojiWords emoji;
    AttachmentWords attachments;
    MediaWords media;
    ConnectionWords connection;
    AccountWords account;
    HelpWords help;
    DateWords dates;
    TroubleWords trouble;
    ArrivalWords arrivals;
    const SendingWords& sending;
    const NoticeWords& notices;
    const TemplateDeskWords& desk;
    const SettingsWords& settings;
    const MessageMenuWords& message_menu;
    const TwoFactorWords& two_factor;
    const NumberWords& numbers;
    const ProfileWords& profile;
    const SiteWords& sites;
    const RecordWords& records;
    const TeamWords& team;
    const BlockingWords& blocking;
    const FailureWords& failures;
    const TemplateWords& templates;
};

// The words of the program itself. All others are read when they are wanted (written_words.h).
extern const Words kEnglish;

}  // namespace roost
