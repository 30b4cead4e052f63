// What is asked about one of our numbers beside its messages: whom it blocks, and its profile.
#include <string>
#include <utility>

#include "server/cloud/graph_cloud_api.h"
#include "server/cloud/graph_number_answer.h"
#include "server/web_get.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

// The spelling of each is Meta's: a number with its plus, an id as it is (cloud-api §5).
std::string block_body(const WhatsAppUser& user) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("messaging_product").string("whatsapp");
        out.key("block_users").begin_array().begin_object();
        if (user.wa_id.empty()) {
            out.key("user_id").string(user.user_id);
        } else {
            out.key("user").string("+" + user.wa_id);
        }
        out.end_object().end_array().end_object();
    });
}

}  // namespace

BlockOutcome GraphCloudApi::change_block(
    std::string_view account_key, BlockChange change, const WhatsAppUser& user
) {
    const auto* const method = change == BlockChange::kBlock ? "POST" : "DELETE";
    const auto reply = ask(method, url_escaped(account_key) + "/block_users", block_body(user));
    return reply ? read_block_answer(*reply) : BlockOutcome(reply.error());
}

BlockedListing GraphCloudApi::list_blocked(std::string_view account_key, std::string_view after) {
    auto path = url_escaped(account_key) + "/block_users?limit=1000";
    if (!after.empty()) path += "&after=" + url_escaped(after);
    const auto reply = ask("GET", path, {});
    return reply ? read_blocked_page(*reply) : BlockedListing(reply.error());
}

ProfileLookUp GraphCloudApi::read_profile(std::string_view account_key) {
    const auto path = url_escaped(account_key) +
                      "/whatsapp_business_profile?fields=about,address,description,email,"
                      "profile_picture_url,websites,vertical";
    const auto reply = ask("GET", path, {});
    return reply ? read_profile_answer(*reply) : ProfileLookUp(reply.error());
}

ProfileOutcome GraphCloudApi::change_profile(std::string_view account_key, std::string_view body) {
    const auto path = url_escaped(account_key) + "/whatsapp_business_profile";
    const auto reply = ask("POST", path, std::string(body));
    return reply ? read_profile_change(*reply) : ProfileOutcome(reply.error());
}

}  // namespace roost
