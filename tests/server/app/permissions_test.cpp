#include "server/app/permissions.h"

#include <doctest/doctest.h>

#include <array>

#include "server/app/principal.h"

namespace roost {
namespace {

constexpr std::array kRoles{AgentRole::kAdmin, AgentRole::kSupervisor, AgentRole::kAgent, AgentRole::kViewer};

TEST_CASE("permissions: each role has what it has, and no other") {
    CHECK(
        write_permissions(permissions_of(AgentRole::kAdmin)) ==
        "read send tend manage_templates read_notices manage_accounts read_webhook_log manage_people "
        "manage_api_keys "
        "read_audit_log manage_sites own_account"
    );
    CHECK(
        write_permissions(permissions_of(AgentRole::kSupervisor)) ==
        "read send tend manage_templates own_account"
    );
    CHECK(write_permissions(permissions_of(AgentRole::kAgent)) == "read send tend own_account");
    CHECK(write_permissions(permissions_of(AgentRole::kViewer)) == "read own_account");
}

TEST_CASE("permissions: who ranks higher may all that those below may") {
    for (std::size_t i = 1; i < kRoles.size(); ++i)
        CHECK(permissions_of(kRoles.at(i - 1)).has_all(permissions_of(kRoles.at(i))));
}

TEST_CASE("permissions: a set is written by names and read again, without names nobody knows") {
    CHECK(read_permissions(write_permissions(PermissionSet::all())) == PermissionSet::all());
    CHECK(read_permissions("send  fly read") == PermissionSet{Permission::kRead, Permission::kSend});
    CHECK(read_permissions("").is_empty());
    CHECK_FALSE(parse_permission("Read"));
}

TEST_CASE("permissions: a scope takes away and never gives") {
    Principal viewer{AgentId{1}, AgentRole::kViewer};
    CHECK(may(viewer, Permission::kRead));
    CHECK_FALSE(may(viewer, Permission::kSend));
    viewer.scope = {Permission::kSend};
    CHECK_FALSE(may(viewer, Permission::kRead));
    CHECK_FALSE(may(viewer, Permission::kSend));
}

TEST_CASE("permissions: every refusal is a sentence, and every name of a role is known") {
    for (int i = 0; i < kPermissions; ++i)
        CHECK(refusal_of(static_cast<Permission>(i)).ends_with('.'));
    for (const auto role : kRoles)
        CHECK((parse_role(role_name(role)) == role));
    CHECK_FALSE(parse_role("owner"));
}

}  // namespace
}  // namespace roost
