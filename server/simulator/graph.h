// The Graph API: every request that is not for the control API. Any thread may call it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "server/simulator/account.h"
#include "server/simulator/delivery.h"
#include "server/simulator/exchange.h"

namespace roost::simulator {

// The account and the lock that guards it.
struct SharedAccount {
    std::mutex mutex;
    Account account;

    SharedAccount(BusinessNumber number, std::string access_token, std::uint64_t seed)
        : account(std::move(number), std::move(access_token), seed) {}
};

class Graph {
  public:
    // Called for every message that was accepted and will arrive, outside of all locks; `read_after_ms` is
    // below zero if the customer does not read it.
    using Listener = std::function<void(const SentMessage& message, int read_after_ms)>;

    // Both must outlive it.
    Graph(SharedAccount& shared, Delivery& delivery) : shared_(shared), delivery_(delivery) {}

    // Before the first request.
    void set_base_url(std::string base_url) { base_url_ = std::move(base_url); }
    void set_listener(Listener listener) { listener_ = std::move(listener); }

    Reply answer(const Request& request);

  private:
    Reply answer_node(const Request& request, const std::vector<std::string>& path);
    AccessToken token();  // as it is now
    Reply describe_token();
    Reply answer_phone_number(const Request& request, const std::string& edge);
    Reply answer_blocked(const Request& request);
    Reply answer_profile(const Request& request);
    Reply answer_waba(const Request& request, const std::string& edge);
    Reply answer_templates(const Request& request);
    Reply list_templates(const Request& request);
    Reply create_template(const Request& request);
    Reply answer_template(const Request& request, const std::string& id);
    bool is_template(const std::string& id) const;
    void review_later(const std::string& id);
    Reply open_sample(const Request& request);
    Reply fill_sample(const Request& request, const std::string& id);
    Reply answer_subscribed_apps(const Request& request);
    Reply answer_media(const Request& request, const std::string& id);
    Reply answer_look_up(const Request& request, const std::string& id, UnixMillis now);
    Reply answer_bytes(const Request& request, UnixMillis now);
    Reply upload(const Request& request);
    Reply send(const Request& request);
    Reply mark_read(const Json& body);
    Reply refuse(const GraphError& error);

    SharedAccount& shared_;
    Delivery& delivery_;
    std::map<std::string, std::int64_t> sample_sessions_;  // their bytes; under the account's lock
    std::string base_url_;
    Listener listener_;
};

// "/v23.0/123/messages" → {"123", "messages"}: the version may be any or none.
std::vector<std::string> graph_path(std::string_view path);

}  // namespace roost::simulator
