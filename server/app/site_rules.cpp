#include "server/app/site_rules.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/model/site.h"

namespace roost {

namespace {

constexpr std::size_t kLongestName = 100;
// What people do on a page of another house: nothing that is for those who lead this one.
constexpr PermissionSet kForSites{Permission::kRead, Permission::kSend, Permission::kTend};

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

Status check_origins(const std::vector<std::string>& origins) {
    if (origins.empty() || origins.size() > kMostOrigins)
        return fail(ErrorCode::kInvalid, "'origins' must name 1 to 20 pages' origins.");
    for (const auto& origin : origins)
        RETURN_IF_ERROR(check_origin(origin));
    return {};
}

}  // namespace

Status check_origin(std::string_view origin) {
    if (is_page_origin(origin)) return {};
    return fail(
        ErrorCode::kInvalid,
        "'origins' takes addresses as https://crm.example, without a path; http only for localhost."
    );
}

Status check_site(const SiteRow& site, const std::vector<std::string>& record_types) {
    if (site.name.empty() || count_code_points(site.name) > kLongestName || !is_utf8(site.name))
        return fail(ErrorCode::kInvalid, "'name' must have 1 to 100 characters.");
    RETURN_IF_ERROR(check_origins(site.origins));
    if (!site.scope.has(Permission::kRead) || !kForSites.has_all(site.scope))
        return fail(ErrorCode::kInvalid, "'scope' must hold read, and may hold send and tend.");
    for (const auto& type : site.types) {
        if (!has(record_types, type))
            return fail(ErrorCode::kInvalid, "'entity_types' names a type that the settings do not.");
    }
    return {};
}

bool may_show(const SiteRow& site, const std::vector<std::string>& record_types, const Reach& reach) {
    if (reach.empty()) return site.shows_everything;
    const auto record = record_in(reach);
    if (!record) return true;
    return has(record_types, record->type) && (site.types.empty() || has(site.types, record->type));
}

bool is_origin_of(const SiteRow& site, std::string_view origin) {
    return has(site.origins, origin);
}

std::string frame_ancestors(const SiteRow& site) {
    std::string policy = "frame-ancestors 'self'";
    for (const auto& origin : site.origins)
        policy += " " + origin;
    return policy;
}

}  // namespace roost
