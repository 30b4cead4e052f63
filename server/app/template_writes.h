// What is heard about templates, stored. Safe to repeat.
#pragma once

#include <string_view>
#include <vector>

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/wire/webhook.h"

namespace roost {

// A webhook about a template (cloud-api §8): status, quality, category, components. What cannot be told from
// it alone makes the account due for a sync. False if it is about something else or changes nothing.
Result<bool> take_template_notice(Transaction& transaction, const Notice& notice);

// Everything that Meta lists, in the place of everything that was known. False if that is the same.
Result<bool> replace_templates(
    Transaction& transaction, std::string_view waba, const std::vector<MessageTemplate>& listed
);

// Meta is to be asked again: at once, or when that time has come. The event wakes whoever does it.
Status want_template_sync(Transaction& transaction, std::string_view waba, UnixMillis due_at = 0);
// Open pages read the templates again.
Status tell_templates_changed(Transaction& transaction);

}  // namespace roost
