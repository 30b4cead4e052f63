// The templates of a WABA: creating, editing, listing, and what sending one requires (cloud-api §2.3, §4).
// Not synchronised.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/simulator/message_checks.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost::simulator {

struct Template {
    std::string id;
    std::string name;
    std::string language;
    std::string category = "UTILITY";
    std::string status = "APPROVED";
    Json components = Json::array();
    std::string quality = "GREEN";
    bool is_named = false;
    std::string reason = "NONE";
    UnixMillis decided_at = 0;  // the review ends by itself; 0 = it does not
    UnixMillis edited_at = 0;
};

// What a small solar company has had approved: every header, every button, several languages.
std::vector<Template> sample_templates();

// Of GET /{WABA}/message_templates; empty texts let everything through.
struct TemplateFilter {
    std::string name;
    std::string status;
    std::string language;
    std::string category;
    std::string after;  // the cursor of the page before
    std::size_t limit = 25;
};

class Templates {
  public:
    Templates();  // the samples

    // The answers to POST /{WABA}/message_templates and POST /{template}. The review ends at `decided_at`
    // (0 = not by itself).
    tl::expected<Json, GraphError> create(
        const Json& body, std::string id, UnixMillis now, UnixMillis decided_at
    );
    tl::expected<Json, GraphError> edit(
        std::string_view id, const Json& body, UnixMillis now, UnixMillis decided_at
    );
    // All languages, or the one with that id. False if there is none. What was approved blocks its name.
    bool remove(std::string_view name, std::string_view id, UnixMillis now);
    // Reviews whose time has come are over: approved.
    void settle(UnixMillis now);
    // Null without one of this id.
    Json node(std::string_view id) const;
    // The value of the webhook that tells of its approval; null without one of this id.
    Json approval(std::string_view id) const;
    // {"data":[…],"paging":{…}}
    Json list(const TemplateFilter& filter) const;
    // Sets PAUSED, REJECTED with its reason, … Returns the values of the webhooks that tell it: none if
    // nothing has that name.
    std::vector<Json> set_status(
        std::string_view name, std::string_view status, std::string_view reason = "NONE"
    );

    // 132001 unknown, 132000 count, 132012 format, 132015 paused, 132016 disabled. `frame` is
    // body["template"].
    Refusal check_send(const Json& frame) const;
    // "" for an unknown one.
    std::string category_of(std::string_view name) const;

  private:
    const Template* find(std::string_view id) const;

    std::vector<Template> templates_;
    std::map<std::string, UnixMillis> blocked_until_;  // by name and language
};

// The file that body["template"] puts into the header; null if it puts none there.
const Json& header_file(const Json& frame);

// How many different {{…}} the text has.
std::size_t count_placeholders(std::string_view text);

}  // namespace roost::simulator
