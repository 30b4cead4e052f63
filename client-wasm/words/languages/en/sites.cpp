#include "client-wasm/words/sites.h"

namespace roost {

constexpr SiteWords kEnglishSites{
    .title = "Sites",
    .note =
        "A site is another program whose pages show this inbox. Its pages carry one line of HTML, and its "
        "server says who is looking.",
    .none = "No sites yet",
    .add = "New site",
    .origins = "Addresses of its pages",
    .origins_hint = "One a line, as https://crm.example, without a path",
    .bad_origin = "This is not such an address: {0}",
    .too_many = "At most {0} addresses",
    .types = "Records its pages may name; none chosen: all",
    .whole = "Show the whole inbox, not one record alone",
    .line = "HTML for {0}",
    .show_line = "HTML line",
    .line_note = "Put this line into the pages. The page writes the id of its record in place of “…”.",
    .copy_line = "Copy the line",
    .secret = "Secret of {0}",
    .secret_note = "Its server signs embed tokens with this secret. It is shown only now.",
    .copy_secret = "Copy the secret",
    .old_until = "The secret before it stays good until {0}.",
    .renew = "New secret",
    .renew_question = "A new secret for {0}?",
    .renew_note =
        "The secret of today stays good for 24 hours, so that the server can change over in peace. One "
        "before it ends at once.",
    .change = "Change",
    .remove = "Remove site",
    .remove_question = "Remove {0}?",
    .remove_note = "Its pages lose the inbox at once. Conversations and what they are linked to stay.",
    .may_manage = "Manage sites",
    .did_make = "Made a site",
    .did_change = "Changed a site",
    .did_remove = "Removed a site",
    .did_renew = "Made a new secret for a site",
    .did_open = "Opened the inbox in a site",
    .did_refuse = "An embed token was refused",
    .did_link = "Linked to a record",
    .did_unlink = "Took back the link to a record"};

}  // namespace roost
