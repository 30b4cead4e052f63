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
};

class Templates {
  public:
    Templates();  // hello_world and two that are useful in a demo

    // The answer to POST /{WABA}/message_templates; approved at once.
    tl::expected<Json, GraphError> create(const Json& body, std::string id);
    // False if nothing has that name.
    bool remove(std::string_view name);
    // {"data":[…],"paging":{…}}; empty filters let everything through.
    Json list(std::string_view name, std::string_view status) const;
    // Sets PAUSED, DISABLED, … ; false if nothing has that name.
    bool set_status(std::string_view name, std::string_view status);

    // 132001 unknown, 132000 count, 132012 format, 132015 paused, 132016 disabled. `frame` is
    // body["template"].
    Refusal check_send(const Json& frame) const;
    // "" for an unknown one.
    std::string category_of(std::string_view name) const;

  private:
    std::vector<Template> templates_;
};

// How many different {{…}} the text has.
std::size_t count_placeholders(std::string_view text);

}  // namespace roost::simulator
