// The Cloud API body of a template message (cloud-api §2.3).
#pragma once

#include "shared/base/json.h"
#include "shared/messages/template.h"
#include "shared/model/message_template.h"
#include "shared/model/template_filling.h"

namespace roost {

// {"name", "language", "components"} for values that fill_template() found no fault with. The file of the
// header is named when it is sent: its id may not be known before.
Json template_object(const MessageTemplate& pattern, const TemplateValues& values);

// What Meta's own components put into the gaps: as far as they can be read, so that the message is shown.
TemplateValues values_in(const MessageTemplate& pattern, const Json& object);

// The object as it goes to Meta: Content::raw with the header's file in its place.
Json sendable_template(const Template& content);

}  // namespace roost
