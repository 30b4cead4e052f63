// What is durable about our numbers: what they are connected with, how Meta sees them, and what changed.
// Errors and threads as for Store.
#pragma once

#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/model/own_number.h"

namespace roost {

struct ConnectionRow {
    AccountId account;
    std::string phone_number_id;  // the account's key: read with it, not written
    std::string waba;
    std::string access_token;  // sealed, as the next
    std::string app_secret;
    UnixMillis connected_at = 0;
    AgentId connected_by;

    bool operator==(const ConnectionRow&) const = default;
};

// Every number that there ever was.
struct NumberRow {
    AccountId account;
    Platform platform = Platform::kWhatsApp;
    std::string key;
    UnixMillis last_inbound_at = 0;  // 0 = no customer has written
    NumberHealth health;             // never looked at: `checked_at` is 0
};

inline constexpr int kNumberChangesKept = 200;  // of each number

// The writing half, as Transaction: inside a job, on the writer's thread.
class NumberWrites {
  public:
    virtual ~NumberWrites() = default;

    virtual Status put_connection(const ConnectionRow& connection) = 0;  // replaces the account's
    virtual Result<bool> remove_connection(AccountId account) = 0;       // false if there was none
    virtual Result<std::vector<ConnectionRow>> connections() = 0;
    virtual Result<NumberHealth> health(AccountId account) = 0;  // never looked at: `checked_at` is 0
    virtual Status put_health(AccountId account, const NumberHealth& health) = 0;
    virtual Status add_change(AccountId account, const NumberChange& change) = 0;  // forgets the oldest
};

// The reading half, as Store: any thread.
class NumberReads {
  public:
    virtual ~NumberReads() = default;

    virtual Result<std::vector<ConnectionRow>> list_connections() const = 0;
    virtual Result<std::vector<NumberRow>> list_numbers() const = 0;
    virtual Result<std::vector<NumberChange>> list_changes(AccountId account) const = 0;  // newest first
};

}  // namespace roost
