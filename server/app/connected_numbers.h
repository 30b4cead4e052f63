// Which numbers Roost speaks for at the moment, and with what. In memory: the database keeps the secrets
// sealed.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

class SecretBox;
class Store;
struct Config;
struct ConnectionRow;

struct ConnectedNumber {
    std::string phone_number_id;
    std::string waba;  // empty: templates cannot be asked for
    std::string access_token;
    std::string app_secret;         // of the settings: several, separated by commas
    bool is_from_settings = false;  // of the server; all others were connected in the client
    UnixMillis connected_at = 0;    // 0 = not known

    bool operator==(const ConnectedNumber&) const = default;
};

// Any thread. The one of the settings comes first; the others follow in the order of their connecting.
class ConnectedNumbers {
  public:
    explicit ConnectedNumbers(const Config& config) : config_(config) {}  // outlives this

    // All but the one of the settings. Whoever wants to hear of it is told, on this thread.
    void set(std::vector<ConnectedNumber> stored);
    // Set once, before the first set().
    void on_change(std::function<void()> told) { told_ = std::move(told); }

    std::vector<ConnectedNumber> all() const;
    std::optional<ConnectedNumber> with_number(std::string_view phone_number_id) const;
    // Each business account once.
    std::vector<std::string> wabas() const;
    // Of the account that a number belongs to; empty for one that is not connected.
    std::string waba_of(std::string_view phone_number_id) const;
    // The first of that business account.
    std::optional<ConnectedNumber> of_waba(std::string_view waba) const;
    // What webhooks may be signed with, each once.
    std::vector<std::string> app_secrets() const;
    // What those may be signed with that are about a number or a business account; empty for one that is not
    // connected.
    std::vector<std::string> app_secrets_for(std::string_view number_or_waba) const;

  private:
    const Config& config_;
    std::function<void()> told_;
    mutable std::mutex mutex_;  // guards stored_
    std::vector<ConnectedNumber> stored_;
};

ConnectionRow seal_connection(const SecretBox& box, const ConnectedNumber& connection);

// The business account of a number of ours; empty for one that is not connected, kNotFound for none of ours.
Result<std::string> waba_of_account(const Store& store, const ConnectedNumbers& numbers, AccountId id);

// Opens what is stored. The numbers whose secrets cannot be opened come back: they are not connected.
Result<std::vector<std::string>> load_connections(
    const Store& store, const SecretBox& box, ConnectedNumbers& numbers
);

}  // namespace roost
