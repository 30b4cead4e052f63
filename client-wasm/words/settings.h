// What a reader reads in the settings. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct SettingsWords {
    Word title, sections, back;
    Word account, people, keys, log;                // the sections
    Word administrator, supervisor, agent, viewer;  // the roles
    Word cancel, done, save, fill_in;
    Word role_note;  // of one's own account
    Word password, old_password, new_password, password_note, change_password, password_changed;
    Word devices, this_device, started, used, sign_out, sign_out_others;  // {0}: when
    Word invite, you, off, edit, name, email, role, alone;
    Word deactivate, reactivate, deactivate_question, deactivate_note;  // {0}: who
    Word invitations, until, withdraw, make_link, link, link_note;      // {0}: when; who
    Word new_key, no_keys, keys_note, scope, no_scope, days, bad_days, never_used, ends;
    Word revoke, revoke_question, revoke_note, key, key_note, hide_note;
    Word may_read, may_send, may_tend, may_manage_templates, may_read_notices, may_read_webhook_log,
        may_manage_people, may_manage_api_keys, may_read_audit_log;
    Word export_table, time, who, what, whom, from, by_key;  // {0}: whose
    Word session_started, session_refused, session_ended, sessions_ended, did_change_password;
    Word agent_invited, invitation_withdrawn, invitation_accepted, setup_completed, agent_added,
        agent_changed, agent_removed;
    Word key_made, key_withdrawn, template_made, template_changed, template_deleted;
    Word webhooks, webhooks_note, no_webhooks, outcome, all_webhooks, failed_webhooks;
    Word applied, partly_failed, malformed;                      // what became of one
    Word show, hide, older, replay, replayed, webhook_replayed;  // {0} new, {1} known, {2} that failed
    Word read_only;                                              // in the place of the composer
    Plural wait;  // before the next attempt to sign in, in seconds
};

extern const SettingsWords kEnglishSettings;

}  // namespace roost
