// What Roost asks of Meta's Cloud API. The outcome of a call says above all whether the message may have gone
// out: only what certainly did not may be sent again without waiting.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/time.h"
#include "shared/model/business_profile.h"
#include "shared/model/message_template.h"

namespace roost {

// Meta has taken it over; a webhook will say how it went on.
struct CloudAccepted {
    std::string wamid;  // empty for read receipts
    std::string wa_id;  // the recipient as WhatsApp knows them; may differ from what was asked for
};

// Meta said no, or that it cannot now.
struct CloudRefusal {
    int http = 0;
    int code = 0;                // Meta's own; 0 if the answer carried none
    std::string details;         // Meta's words, for the info sheet
    UnixMillis retry_after = 0;  // from now; 0 = Meta named none
    // Of refused templates: 2388xxx, and what Meta would have a person read.
    int subcode = 0;
    std::string user_title = {};
    std::string user_message = {};
};

// Nothing left this machine: no name, no connection, no TLS.
struct CloudUnreachable {
    std::string reason;  // without secrets
};

// The request was written and no usable answer came.
struct CloudUnknown {
    std::string reason;
};

using CloudOutcome = std::variant<CloudAccepted, CloudRefusal, CloudUnreachable, CloudUnknown>;

// Where the bytes of a file can be had for five minutes (cloud-api §3), and what Meta says of them.
struct MediaAddress {
    std::string url;
    std::string sha256;     // hexadecimal or base64; may be empty
    std::int64_t size = 0;  // 0 = not told
};

using MediaLookUp = std::variant<MediaAddress, CloudRefusal, CloudUnreachable>;

// Every byte was handed on.
struct MediaReceived {};
// Whoever took the bytes wanted no more of them.
struct MediaCutOff {};

using MediaDownload = std::variant<MediaReceived, MediaCutOff, CloudRefusal, CloudUnreachable>;

// False = no more of it.
using TakeBytes = std::function<bool(std::string_view bytes)>;

struct MediaUploaded {
    std::string id;  // Meta's; good for 30 days
};

using MediaUploadOutcome = std::variant<MediaUploaded, CloudRefusal, CloudUnreachable>;

// Meta keeps it for the review of a template.
struct UploadedSample {
    std::string handle;  // "4::…": names it in the template's header
};

using SampleOutcome = std::variant<UploadedSample, CloudRefusal, CloudUnreachable>;

struct TemplatePage {
    std::vector<MessageTemplate> templates;
    std::string next;  // asks for the page after this one; empty = it was the last
};

using TemplateListing = std::variant<TemplatePage, CloudRefusal, CloudUnreachable>;

struct TemplateAccepted {
    std::string id;        // of a new one
    std::string status;    // empty = Meta did not say
    std::string category;  // as Meta sees it; empty = it did not say
};

using TemplateOutcome = std::variant<TemplateAccepted, CloudRefusal, CloudUnreachable, CloudUnknown>;

struct AppSubscribed {};

// Somebody on WhatsApp as Meta names them: digits, or for who shows no number the business-scoped id.
struct WhatsAppUser {
    std::string wa_id;
    std::string user_id;
};

enum class BlockChange { kBlock, kUnblock };

struct BlockChanged {};

// A refusal has the code that is about this person (139100 says only that there is one), also where Meta
// answers for several.
using BlockOutcome = std::variant<BlockChanged, CloudRefusal, CloudUnreachable>;

struct BlockedPage {
    std::vector<WhatsAppUser> users;
    std::string next;  // asks for the page after this one; empty = it was the last
};

using BlockedListing = std::variant<BlockedPage, CloudRefusal, CloudUnreachable>;

using ProfileLookUp = std::variant<BusinessProfile, CloudRefusal, CloudUnreachable>;

struct ProfileChanged {};

using ProfileOutcome = std::variant<ProfileChanged, CloudRefusal, CloudUnreachable>;

using SubscribeOutcome = std::variant<AppSubscribed, CloudRefusal, CloudUnreachable>;

// Any thread; calls block, at most the time limit of the implementation.
class CloudApi {
  public:
    virtual ~CloudApi() = default;

    // POST /{account_key}/messages with a body of cloud_api_body().
    virtual CloudOutcome send(std::string_view account_key, std::string_view body) = 0;
    // Blue ticks on the customer's phone for this message and all before it.
    virtual CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) = 0;
    // GET /{media_id}: an id from a webhook, good for 7 days.
    virtual MediaLookUp look_up_media(std::string_view account_key, std::string_view media_id) = 0;
    // The bytes behind the address, piece by piece on this thread. The access token goes to Meta's own hosts
    // and along no redirect that leaves them.
    virtual MediaDownload download_media(
        std::string_view account_key, const MediaAddress& address, const TakeBytes& take
    ) = 0;
    // POST /{account_key}/media with the bytes of the file at `path`, read as they leave.
    virtual MediaUploadOutcome upload_media(
        std::string_view account_key, const std::string& path, std::string_view mime_type
    ) = 0;
    // The file at `path` into the store of Meta's for samples (cloud-api §3): a session is opened, then
    // filled.
    virtual SampleOutcome upload_sample(
        std::string_view waba, const std::string& path, std::string_view mime_type
    ) = 0;
    // GET /{waba}/message_templates: a page of them, after the one whose `next` is given.
    virtual TemplateListing list_templates(std::string_view waba, std::string_view after) = 0;
    // POST /{waba}/message_templates with a body of proposal_body().
    virtual TemplateOutcome create_template(std::string_view waba, std::string_view body) = 0;
    // POST /{template} of that account: {"components", "category"?}.
    virtual TemplateOutcome edit_template(
        std::string_view waba, std::string_view id, std::string_view body
    ) = 0;
    // DELETE /{waba}/message_templates: this language of it.
    virtual TemplateOutcome delete_template(
        std::string_view waba, std::string_view id, std::string_view name
    ) = 0;
    // POST /{waba}/subscribed_apps: from then on Meta tells the token's app what happens there. Safe to
    // repeat.
    virtual SubscribeOutcome subscribe_app(std::string_view waba) = 0;
    // POST or DELETE /{account_key}/block_users. Safe to repeat.
    virtual BlockOutcome change_block(
        std::string_view account_key, BlockChange change, const WhatsAppUser& user
    ) = 0;
    // GET /{account_key}/block_users: a page of them, after the one whose `next` is given.
    virtual BlockedListing list_blocked(std::string_view account_key, std::string_view after) = 0;
    // GET /{account_key}/whatsapp_business_profile.
    virtual ProfileLookUp read_profile(std::string_view account_key) = 0;
    // POST /{account_key}/whatsapp_business_profile with a body of meta_profile_body(). Safe to repeat.
    virtual ProfileOutcome change_profile(std::string_view account_key, std::string_view body) = 0;
    // Calls under way end soon, as unknown; later ones are not made.
    virtual void stop() = 0;
};

}  // namespace roost
