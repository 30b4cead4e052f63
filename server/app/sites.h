// The sites whose pages show the inbox: made, changed, taken back, and the secrets that their servers sign
// embed tokens with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/secret_box.h"
#include "server/store/sites.h"
#include "shared/base/result.h"

namespace roost {

// A secret that was replaced goes on for so long, so that its owner can bring out the new one in peace.
inline constexpr UnixMillis kOldSecretLife = kDay;

// What is asked for; absent = as it is.
struct SiteWish {
    std::optional<std::string> name = {};
    std::optional<std::vector<std::string>> origins = {};
    std::optional<std::vector<std::string>> types = {};
    std::optional<PermissionSet> scope = {};  // of a new one: read, send, tend
    std::optional<bool> shows_everything = {};
};

struct SiteWithSecret {
    SiteRow row;
    std::string secret;  // to be shown now and never again
};

// kInvalid naming the field. Any thread, all of them.
Result<SiteWithSecret> make_site(const Deps& deps, const Actor& actor, const SiteWish& wish);
// kNotFound. Pages that are open begin anew, with what it is now.
Result<SiteRow> change_site(const Deps& deps, const Actor& actor, SiteId id, const SiteWish& wish);
// kNotFound when it is gone. Its pages end at once.
Status remove_site(const Deps& deps, const Actor& actor, SiteId id);
// kNotFound. The secret before the old one ends now.
Result<SiteWithSecret> renew_site_secret(const Deps& deps, const Actor& actor, SiteId id);

// Where its secrets lie, for SecretBox.
std::string site_secret_place(SiteId id);
// Those that are good now, opened; none if they were sealed with another key.
std::vector<std::string> good_secrets(const Config& config, const SiteRow& site, UnixMillis now);

}  // namespace roost
