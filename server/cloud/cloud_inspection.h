// What Meta says of the token, the number and the account that Roost was given (cloud-api §1, §5). It only
// reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/cloud/cloud_api.h"
#include "server/cloud/graph_options.h"
#include "server/web_get.h"
#include "shared/base/json.h"

namespace roost {

// A call without the token: whether Graph is there at all.
struct GraphContact {
    WebAnswer answer;
    bool is_graph = false;  // it speaks as Meta does, if only to refuse
};

struct TokenFacts {
    bool is_valid = false;
    UnixMillis expires_at = 0;  // 0 = never
    std::vector<std::string> scopes;
    std::string app_id;
    std::string application;  // the app's name
    std::string type;         // SYSTEM_USER, USER, …
    std::string problem;      // Meta's words; empty if it is valid
};

// Meta's own words (cloud-api §5); empty = not told.
struct NumberFacts {
    std::string display_number;
    std::string verified_name;
    std::string quality;
    std::string messaging_limit;
    std::string status;
    std::string name_status;
    std::string code_status;
    std::string throughput;
    std::string mode;  // LIVE, SANDBOX
};

struct BusinessAccountFacts {
    struct Number {
        std::string id;
        std::string display_number;
    };
    std::string name;
    std::string review_status;
    std::vector<Number> numbers;
};

struct SubscribedApp {
    std::string id;
    std::string name;
};

// The app secret is the one of the token's app.
struct SecretProof {};

template <class Facts>
using CloudLook = std::variant<Facts, CloudRefusal, CloudUnreachable>;

// Any thread; each call blocks, at most the limit of the options.
class CloudInspection {
  public:
    explicit CloudInspection(GraphOptions options) : options_(std::move(options)) {}

    GraphContact contact() const;
    // Of the token itself: Meta lets a token ask about its own.
    CloudLook<TokenFacts> token() const;
    // Code 100 when it is another app's: Meta checks the token's hash with it (cloud-api §1).
    CloudLook<SecretProof> prove(const std::string& app_secret) const;
    CloudLook<NumberFacts> number(const std::string& phone_number_id) const;
    CloudLook<BusinessAccountFacts> business_account(const std::string& waba) const;
    CloudLook<std::vector<SubscribedApp>> subscribed_apps(const std::string& waba) const;

  private:
    WebAnswer get(const std::string& path, const std::string& bearer) const;
    tl::expected<Json, std::variant<CloudRefusal, CloudUnreachable>> ask(const std::string& path) const;
    std::string messaging_limit(const std::string& phone_number_id) const;

    GraphOptions options_;
};

}  // namespace roost
