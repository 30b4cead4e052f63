// The one table of who may do what. A permission is named by what it allows; a route asks for exactly one.
// Pure.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace roost {

enum class AgentRole { kAdmin, kSupervisor, kAgent, kViewer };

std::optional<AgentRole> parse_role(std::string_view name);
std::string_view role_name(AgentRole role);  // "admin", …

enum class Permission : std::uint8_t {
    kRead,             // conversations, messages, files, templates, the live stream
    kSend,             // write to customers, with all that belongs to it: files, asking for templates anew
    kTend,             // mark as read, as not to be reached; block who abuses the number, and unblock
    kManageTemplates,  // make, change and delete them
    kReadNotices,      // what Meta says about the account, and dismissing it
    kManageAccounts,   // our numbers: connect, renew, disconnect, look at
    kReadWebhookLog,   // raw payloads of what could not be used
    kManagePeople,     // agents, their roles, invitations
    kManageApiKeys,    // what other programs come in with
    kReadAuditLog,     // who did what
    kManageSites,      // whose pages show the inbox, and their secrets
    kOwnAccount,       // one's own password and sessions: people only, never an API key
};
inline constexpr int kPermissions = 12;

std::string_view permission_name(Permission permission);  // "read", "manage_people", …

class PermissionSet {
  public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions) {
        for (const auto one : permissions)
            bits_ |= bit(one);
    }
    static constexpr PermissionSet all() { return PermissionSet((1U << unsigned{kPermissions}) - 1U); }

    constexpr bool has(Permission permission) const { return (bits_ & bit(permission)) != 0; }
    constexpr bool has_all(PermissionSet others) const { return (others.bits_ & ~bits_) == 0; }
    constexpr bool is_empty() const { return bits_ == 0; }
    constexpr PermissionSet both(PermissionSet other) const { return PermissionSet(bits_ & other.bits_); }
    constexpr PermissionSet with(Permission permission) const {
        return PermissionSet(bits_ | bit(permission));
    }
    constexpr PermissionSet without(Permission permission) const {
        return PermissionSet(bits_ & ~bit(permission));
    }
    bool operator==(const PermissionSet&) const = default;

  private:
    static constexpr std::uint32_t bit(Permission permission) {
        return 1U << static_cast<std::uint32_t>(permission);
    }
    constexpr explicit PermissionSet(std::uint32_t bits) : bits_(bits) {}

    std::uint32_t bits_ = 0;
};

PermissionSet permissions_of(AgentRole role);

// "read send": how a set is kept and shown. Names of a later version are left out.
std::string write_permissions(PermissionSet permissions);
PermissionSet read_permissions(std::string_view names);

// One by one, as clients are told.
std::vector<std::string> permission_names(PermissionSet permissions);

std::optional<Permission> parse_permission(std::string_view name);

// Why somebody without it is refused, as a sentence.
std::string_view refusal_of(Permission permission);

}  // namespace roost
