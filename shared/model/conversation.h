// A conversation: one person on one of our numbers or pages, and the row that stands for it in the list.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/messages/preview.h"
#include "shared/model/message.h"
#include "shared/model/record_link.h"
#include "shared/model/status.h"

namespace roost {

enum class Platform { kWhatsApp, kMessenger, kInstagram };
enum class ConversationState { kOpen, kResolved };

std::string_view platform_name(Platform platform);  // "whatsapp", …
std::optional<Platform> parse_platform(std::string_view name);

// The last message as the list shows it.
struct LastMessage {
    MessageId id;  // 0 = the conversation has no message yet
    UnixMillis at = 0;
    Direction direction = Direction::kInbound;
    DeliveryStatus status = DeliveryStatus::kReceived;
    std::string type;  // content_type()
    Preview preview;   // its text at most 160 code points

    bool operator==(const LastMessage&) const = default;
};

struct Conversation {
    ConversationId id;
    EventSeq rev;
    Platform platform = Platform::kWhatsApp;
    AccountId account;
    std::string contact_name;  // profile name; empty = unknown, show the number
    std::string wa_id;         // digits as Meta gave them; empty for people without a phone number
    std::string user_id;       // business-scoped id, PSID or IGSID; may be empty for WhatsApp
    ConversationState state = ConversationState::kOpen;
    LastMessage last;
    int unread = 0;
    bool is_unreachable = false;  // an agent noted it: WhatsApp is no way to this person. Until they write.
    bool is_blocked = false;  // at Meta: they can neither write to the number nor call it, nor be written to
    // What service_window() decides from; 0 = never.
    UnixMillis last_inbound_at = 0;  // the customer's last message that opened the 24-hour window
    UnixMillis entered_at = 0;       // the last one that came by an ad or a page's button
    UnixMillis free_from = 0;        // our first answer to that, if it went out in time
    RecordLinks links = {};          // to records, of the whole conversation
    AgentId assignee = {};           // who looks after it; none = nobody in particular
    TeamId team = {};                // whose it is; none = no team's

    bool operator==(const Conversation&) const = default;
};

// "Amina Yusuf", else "+254 712 345 678"-like from the digits, else the user id.
std::string display_name(const Conversation& conversation);

// Up to two letters for the avatar, by grapheme-safe first letters of the first and last word; "#" if there
// is none.
std::string initials(std::string_view name);

// A place in the list. Meta's times are whole seconds: what came in the same one is told apart by our ids,
// which grow with arrival. The greater place is nearer the top.
struct ListPlace {
    UnixMillis last_at = 0;
    MessageId last;  // none in a conversation nobody has written in
    ConversationId id;

    auto operator<=>(const ListPlace&) const = default;
};

ListPlace place_of(const Conversation& conversation);

// A place as pages of the list are asked for: "<last_at in ms>_<last message>_<id>". Absent if the text is
// none.
std::string write_cursor(const ListPlace& place);
std::optional<ListPlace> parse_cursor(std::string_view text);

// The list's order: the newest last message first.
bool listed_before(const Conversation& a, const Conversation& b);

LastMessage summarise(const Message& message);

Json write_conversation(const Conversation& conversation);
void write_conversation(JsonWriter& out, const Conversation& conversation);
Result<Conversation> read_conversation(const Json& json);

}  // namespace roost
