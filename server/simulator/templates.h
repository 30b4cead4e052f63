// The templates of a WABA: creating, listing, and what sending one requires (cloud-api §2.3, §4).
// Not synchronised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/simulator/message_checks.h"
#include "shared/base/result.h"

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

    // The answer to POST /{WABA}/message_templates; approved at once.
    tl::expected<Json, GraphError> create(const Json& body, std::string id);
    // False if nothing has that name.
    bool remove(std::string_view name);
    // {"data":[…],"paging":{…}}
    Json list(const TemplateFilter& filter) const;
    // Sets PAUSED, DISABLED, … Returns the values of the webhooks that tell it: none if nothing has that
    // name.
    std::vector<Json> set_status(std::string_view name, std::string_view status);

    // 132001 unknown, 132000 count, 132012 format, 132015 paused, 132016 disabled. `frame` is
    // body["template"].
    Refusal check_send(const Json& frame) const;
    // "" for an unknown one.
    std::string category_of(std::string_view name) const;

  private:
    std::vector<Template> templates_;
};

// The file that body["template"] puts into the header; null if it puts none there.
const Json& header_file(const Json& frame);

// How many different {{…}} the text has.
std::size_t count_placeholders(std::string_view text);

}  // namespace roost::simulator
