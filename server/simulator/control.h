// The control API under /_control/: speaking as the customers, scripting Meta, counting what came. README.md
// describes it; GET /_control lists it. Any thread may call it.
#pragma once

#include <span>
#include <string>

#include "server/simulator/graph.h"

namespace roost::simulator {

inline constexpr std::string_view kControlPrefix = "/_control";

class Control {
  public:
    // All must outlive it.
    Control(SharedAccount& shared, Delivery& delivery, std::string app_secret)
        : shared_(shared), delivery_(delivery), app_secret_(std::move(app_secret)) {}

    void set_base_url(std::string base_url) { base_url_ = std::move(base_url); }

    Reply answer(const Request& request);

  private:
    struct Route;
    static std::span<const Route> routes();

    Reply list_routes(const Request& request, const Json& body);
    Reply health(const Request& request, const Json& body);
    Reply say(const Request& request, const Json& body);
    Reply post_webhook(const Request& request, const Json& body);
    Reply read_script(const Request& request, const Json& body);
    Reply change_script(const Request& request, const Json& body);
    Reply fail_next(const Request& request, const Json& body);
    Reply plan_trouble(const Request& request, const Json& body);
    Reply go_down(const Request& request, const Json& body);
    Reply hold(const Request& request, const Json& body);
    Reply release(const Request& request, const Json& body);
    Reply pause(const Request& request, const Json& body);
    Reply resume(const Request& request, const Json& body);
    Reply flush(const Request& request, const Json& body);
    Reply reset(const Request& request, const Json& body);
    Reply advance_clock(const Request& request, const Json& body);
    Reply list_sent(const Request& request, const Json& body);
    Reply count_sent(const Request& request, const Json& body);
    Reply list_deliveries(const Request& request, const Json& body);
    Reply burst(const Request& request, const Json& body);
    Reply send_status(const Request& request, const Json& body);
    Reply change_customer(const Request& request, const Json& body);
    Reply change_token(const Request& request, const Json& body);
    Reply change_template(const Request& request, const Json& body);

    // Takes over what `change` did to the script; the answer is the whole script.
    template <class Change>
    Reply with_script(Change change);
    Reply wait_and_answer(Group group, const Json& wish, Json answer);

    SharedAccount& shared_;
    Delivery& delivery_;
    std::string app_secret_;
    std::string base_url_;
};

}  // namespace roost::simulator
