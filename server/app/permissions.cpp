#include "server/app/permissions.h"

#include <algorithm>
#include <array>

namespace roost {

namespace {

constexpr std::array<std::string_view, 4> kRoleNames{"admin", "supervisor", "agent", "viewer"};

struct Row {
    Permission permission;
    std::string_view name;
    bool admin, supervisor, agent, viewer;
    std::string_view refusal;
};

constexpr std::string_view kAdminsOnly = "Only administrators may do this.";
constexpr std::string_view kLeadersOnly = "Only administrators and supervisors may do this.";
constexpr std::string_view kNotViewers = "Viewers may read, and change nothing.";
constexpr std::string_view kNotThisKey = "This key was not made for that.";

// clang-format off
constexpr std::array<Row, kPermissions> kTable{{
    //                                                          admin  super. agent  viewer
    {Permission::kRead,            "read",             true,  true,  true,  true,  kNotThisKey},
    {Permission::kSend,            "send",             true,  true,  true,  false, kNotViewers},
    {Permission::kTend,            "tend",             true,  true,  true,  false, kNotViewers},
    {Permission::kManageTemplates, "manage_templates", true,  true,  false, false, kLeadersOnly},
    {Permission::kReadNotices,     "read_notices",     true,  false, false, false, kAdminsOnly},
    {Permission::kManageAccounts,  "manage_accounts",  true,  false, false, false, kAdminsOnly},
    {Permission::kReadWebhookLog,  "read_webhook_log", true,  false, false, false, kAdminsOnly},
    {Permission::kManagePeople,    "manage_people",    true,  false, false, false, kAdminsOnly},
    {Permission::kManageApiKeys,   "manage_api_keys",  true,  false, false, false, kAdminsOnly},
    {Permission::kReadAuditLog,    "read_audit_log",   true,  false, false, false, kAdminsOnly},
    {Permission::kManageSites,     "manage_sites",     true,  false, false, false, kAdminsOnly},
    {Permission::kOwnAccount,      "own_account",      true,  true,  true,  true,  kNotThisKey},
}};
// clang-format on

const Row& row_of(Permission permission) {
    return kTable.at(static_cast<std::size_t>(permission));
}

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < kTable.size(); ++i) {
        if (static_cast<std::size_t>(kTable[i].permission) != i) return false;
    }
    return true;
}
static_assert(is_in_order(), "the rows of the table stand in the order of the enumerators");

bool has(const Row& row, AgentRole role) {
    switch (role) {
        case AgentRole::kAdmin:
            return row.admin;
        case AgentRole::kSupervisor:
            return row.supervisor;
        case AgentRole::kAgent:
            return row.agent;
        case AgentRole::kViewer:
            return row.viewer;
    }
    return false;
}

}  // namespace

std::optional<AgentRole> parse_role(std::string_view name) {
    for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
        if (kRoleNames.at(i) == name) return static_cast<AgentRole>(i);
    }
    return std::nullopt;
}

std::string_view role_name(AgentRole role) {
    return kRoleNames.at(static_cast<std::size_t>(role));
}

std::string_view permission_name(Permission permission) {
    return row_of(permission).name;
}

std::optional<Permission> parse_permission(std::string_view name) {
    const auto found =
        std::find_if(kTable.begin(), kTable.end(), [&](const Row& row) { return row.name == name; });
    return found == kTable.end() ? std::nullopt : std::optional(found->permission);
}

PermissionSet permissions_of(AgentRole role) {
    PermissionSet permissions;
    for (const auto& row : kTable) {
        if (has(row, role)) permissions = permissions.with(row.permission);
    }
    return permissions;
}

std::string write_permissions(PermissionSet permissions) {
    std::string names;
    for (const auto& row : kTable) {
        if (!permissions.has(row.permission)) continue;
        names += (names.empty() ? "" : " ") + std::string(row.name);
    }
    return names;
}

std::vector<std::string> permission_names(PermissionSet permissions) {
    std::vector<std::string> names;
    for (const auto& row : kTable) {
        if (permissions.has(row.permission)) names.emplace_back(row.name);
    }
    return names;
}

PermissionSet read_permissions(std::string_view names) {
    PermissionSet permissions;
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        if (const auto one = parse_permission(names.substr(0, end))) permissions = permissions.with(*one);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return permissions;
}

std::string_view refusal_of(Permission permission) {
    return row_of(permission).refusal;
}

}  // namespace roost
