#include "client-wasm/words/notices.h"

namespace roost {

constexpr NoticeWords kEnglishNotices{
    .dismiss = "Dismiss",
    .template_approved = "The template “{0}” was approved and can be sent.",
    .template_rejected = "WhatsApp rejected the template “{0}”: {1}",
    .template_paused = "WhatsApp paused the template “{0}”, because customers did not like it.",
    .template_disabled = "WhatsApp disabled the template “{0}”: {1}",
    .template_flagged = "Customers do not like the template “{0}”. WhatsApp may pause it.",
    .template_category = "WhatsApp counts the template “{0}” as {1} now, and charges for it accordingly.",
    .template_category_soon =
        "WhatsApp will count the template “{0}” as {1} from tomorrow on, and charge for it accordingly.",
    .template_stopped = "The template “{0}” cannot be sent at the moment. WhatsApp says: {1}",
    .number_flagged =
        "Customers block or report messages from {0}. Write only to those who asked for it, or WhatsApp lets "
        "you write to fewer.",
    .number_unflagged = "Customers are content with {0} again.",
    .number_limit = "You may begin conversations with {1} customers a day now.",
    .name_approved = "WhatsApp approved the name “{0}”.",
    .name_rejected = "WhatsApp rejected the name “{0}”: {1}",
    .name_waiting = "WhatsApp has not decided about the name “{0}” yet.",
    .account_restricted = "WhatsApp restricted the account: {1}",
    .account_disabled = "WhatsApp disables the account: {1}",
    .account_restored = "WhatsApp opened the account again.",
    .account_approved = "WhatsApp approved the account.",
    .account_rejected = "WhatsApp rejected the account. Look into Meta’s Business Manager.",
    .disconnected = "The account was disconnected from Roost. Connect it again in Meta’s Business Manager.",
    .pin_changed = "The PIN of {0} was changed. If it was none of you, change it again at once.",
    .pin_reset_asked =
        "Somebody asked WhatsApp to reset the PIN of {0}. If it was none of you, change it at once.",
    .history_refused = "The phone did not share its history. Roost shows what is written from now on.",
    .number_problem = "There is a problem with {0}. Settings, Numbers says what it is and what helps."};

}  // namespace roost
