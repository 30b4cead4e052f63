// What a site may be, and what its pages may show. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/sites.h"
#include "shared/base/result.h"
#include "shared/model/reach.h"

namespace roost {

// kInvalid unless is_page_origin().
Status check_origin(std::string_view origin);

// kInvalid naming the field. `record_types` are those of the settings.
Status check_site(const SiteRow& site, const std::vector<std::string>& record_types);

// May a token of the site open a page that sees so much?
bool may_show(const SiteRow& site, const std::vector<std::string>& record_types, const Reach& reach);

bool is_origin_of(const SiteRow& site, std::string_view origin);

// "frame-ancestors https://crm.example": by whose pages the widget may be framed, besides our own.
std::string frame_ancestors(const SiteRow& site);

}  // namespace roost
