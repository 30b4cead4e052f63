// What is durable about the sites whose pages show the inbox. Errors and threads as for Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/principal.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

struct SiteRow {
    SiteId id;
    std::string name;
    std::vector<std::string> origins;  // "https://crm.example", exactly
    std::vector<std::string> types;    // of records that its tokens may name; none = all that there are
    PermissionSet scope;               // what its sessions may do, if their agent may
    bool shows_everything = false;     // its tokens may also name no record and no person
    std::string secret;                // sealed, as the next
    std::string old_secret;            // the one before; empty = there is none
    UnixMillis old_until = 0;          // how long that one is good
    AgentId made_by;
    UnixMillis created_at = 0;
    UnixMillis last_used_at = 0;  // 0 = never; a while behind
};

// The writing half, as Transaction: inside a job, on the writer's thread.
class SiteWrites {
  public:
    virtual ~SiteWrites() = default;

    virtual Result<SiteId> add_site(const SiteRow& site) = 0;  // the id is made here, and never used again
    virtual Status put_site(const SiteRow& site) = 0;
    virtual Result<std::optional<SiteRow>> site(SiteId id) = 0;
    virtual Result<std::vector<SiteRow>> sites() = 0;
    virtual Result<std::optional<SiteRow>> remove_site(SiteId id) = 0;  // what it was

    // Whether this token was not used before; it is then. Those that ended before `now` are forgotten.
    virtual Result<bool> use_token(
        SiteId site, std::string_view hash, UnixMillis ends_at, UnixMillis now
    ) = 0;
    // Sessions that such tokens opened: what they came in with ended long ago.
    virtual Status forget_sessions(UnixMillis started_before) = 0;
};

// The reading half, as Store: any thread.
class SiteReads {
  public:
    virtual ~SiteReads() = default;

    virtual Result<std::vector<SiteRow>> list_sites() const = 0;
    virtual Result<std::optional<SiteRow>> find_site(SiteId id) const = 0;
};

}  // namespace roost
