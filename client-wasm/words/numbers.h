// What a reader reads about our own numbers in the settings. A file for each language beside it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "client-wasm/words/word.h"
#include "shared/base/time.h"
#include "shared/model/own_number.h"

namespace roost {

struct NumberWords {
    Word title;
    Word healthy, attention, broken, disconnected, unchecked;  // the state of one
    Word name_approved, name_in_review, name_declined;
    Word quality, high, medium, low, unrated, quality_note;
    Word limit, per_day, unlimited, untold, limit_note;  // {0}: how many customers
    Word last_webhook, none_yet, newest_message;         // {0}: when
    Word token, never_ends, ended, token_refused;
    Plural ends_in;  // days
    Word ends_today, on_day;
    Word grave, warning;  // how much a problem weighs
    // In the order of NumberProblemKind: what it is, with the detail after a colon, and what helps.
    std::array<Word, kNumberProblemKinds> problems;
    std::array<Word, kNumberProblemKinds> repairs;
    std::array<Word, kNumberAspects> aspects;  // in the order of NumberAspect
    Word from_to, appeared, solved;            // {0} before, {1} after; {0}: the problem
    Word yes, no;                              // of the subscription
    Word approved, in_review, declined;        // of the display name, where that is said already
    Word standard;                             // of the throughput
    Word check, checking, checked, checked_at;
    Word sync, synced;
    Word renew, renew_title, renew_note, renewed, reconnect, new_token, secret_if_changed;
    Word subscribe;
    Word disconnect, disconnect_question, disconnect_note, disconnected_note, is_disconnected;
    Word from_settings;
    Word history, no_changes;
    Word connection, steps_done, step_is_done, step_is_open;  // {0} of {1}; {0}: the step
    Word step_checked, step_checked_done, step_checked_open;
    Word step_callback, step_callback_note;
    Word step_webhook, step_webhook_done, step_webhook_open;
    Word callback_url, verify_token, hidden, not_set;
    Word connect, connect_note, connect_another, temporary_note;
    Word number_id, number_id_hint, waba, waba_hint, access_token, access_token_hint, app_secret,
        app_secret_hint;
    Word subscribe_too, connect_now, asking, connected;
    Word may_manage;                                              // of keys
    Word did_connect, did_change, did_disconnect, did_subscribe;  // in the audit log
};

extern const NumberWords kEnglishNumbers;

// How a moment is said to the reader: "12 Mar".
using SayMoment = std::function<std::string(UnixMillis)>;

// One sentence, without what helps; what it is about is left out where nothing is known of it.
std::string problem_said(const NumberWords& words, const NumberProblem& problem, const SayMoment& say);
std::string kind_said(const NumberWords& words, NumberProblemKind kind, std::string_view detail);

enum class NumberState : std::uint8_t { kUnchecked, kHealthy, kAttention, kBroken, kDisconnected };

// With one such problem the number does not work; all others only need attention.
bool is_grave(NumberProblemKind kind);
NumberState number_state(const OwnNumber& number);
std::string_view number_state_said(const NumberWords& words, NumberState state);
// "+254 700 555 010"; the id, before Meta told it.
std::string number_named(const OwnNumber& number);

}  // namespace roost
