// An invitation as administrators see it.
#pragma once

#include "server/app/invitations.h"
#include "server/http/message.h"
#include "shared/base/json_writer.h"

namespace roost {

void write_invitation(JsonWriter& out, const InvitationRow& invitation);

// 201, with the link: the only time that it is shown.
Reply invited_reply(const Invited& invited);

}  // namespace roost
