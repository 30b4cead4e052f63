#include "server/app/sites.h"

#include <utility>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/opaque_token.h"
#include "server/app/site_rules.h"
#include "server/config.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"
#include "shared/model/record_link.h"

namespace roost {

namespace {

constexpr PermissionSet kUsualScope{Permission::kRead, Permission::kSend, Permission::kTend};

tl::unexpected<Error> no_such_site() {
    return fail(ErrorCode::kNotFound, "There is no such site.");
}

Status take_wish(const Config& config, const SiteWish& wish, SiteRow& site) {
    if (wish.name) site.name = std::string(trim(*wish.name));
    if (wish.origins) site.origins = *wish.origins;
    if (wish.types) site.types = *wish.types;
    if (wish.scope) site.scope = *wish.scope;
    if (wish.shows_everything) site.shows_everything = *wish.shows_everything;
    ASSIGN_OR_RETURN(const auto types, parse_record_types(config.record_types));
    return check_site(site, types);
}

std::string summary_of(const SiteRow& site) {
    std::string text = write_permissions(site.scope) + (site.shows_everything ? ", the whole inbox:" : ":");
    for (const auto& origin : site.origins)
        text += " " + origin;
    return text;
}

// Found and put inside a job, `change` in between.
template <class Change>
Result<SiteRow> change_row(
    const Deps& deps, const Actor& actor, SiteId id, const char* action, Change change
) {
    SiteRow site;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto known, transaction.sites().site(id));
        if (!known) return no_such_site();
        site = *std::move(known);
        RETURN_IF_ERROR(change(site));
        RETURN_IF_ERROR(transaction.sites().put_site(site));
        return note_action(deps, transaction, actor, action, site.name, summary_of(site));
    });
    if (!done) return tl::unexpected(done.error());
    return site;
}

}  // namespace

std::string site_secret_place(SiteId id) {
    return secret_place("site_secret", to_string(id));
}

std::vector<std::string> good_secrets(const Config& config, const SiteRow& site, UnixMillis now) {
    std::vector<std::string> good;
    const auto box = SecretBox::with_key(config.secret_key);
    const auto add = [&](const std::string& sealed) {
        if (auto secret = box->open(site_secret_place(site.id), sealed)) good.push_back(*std::move(secret));
    };
    if (!box) return good;
    add(site.secret);
    if (!site.old_secret.empty() && now < site.old_until) add(site.old_secret);
    return good;
}

Result<SiteWithSecret> make_site(const Deps& deps, const Actor& actor, const SiteWish& wish) {
    ASSIGN_OR_RETURN(const auto box, SecretBox::with_key(deps.config.secret_key));
    SiteWithSecret made;
    made.row.scope = kUsualScope;
    made.row.made_by = actor.who.agent;
    made.row.created_at = deps.clock.now();
    made.secret = make_opaque_token();
    RETURN_IF_ERROR(take_wish(deps.config, wish, made.row));
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        auto& sites = transaction.sites();
        ASSIGN_OR_RETURN(made.row.id, sites.add_site(made.row));
        made.row.secret = box.seal(site_secret_place(made.row.id), made.secret);
        RETURN_IF_ERROR(sites.put_site(made.row));
        return note_action(deps, transaction, actor, "site.made", made.row.name, summary_of(made.row));
    });
    if (!done) return tl::unexpected(done.error());
    return made;
}

Result<SiteRow> change_site(const Deps& deps, const Actor& actor, SiteId id, const SiteWish& wish) {
    const auto change = [&](SiteRow& site) { return take_wish(deps.config, wish, site); };
    ASSIGN_OR_RETURN(auto site, change_row(deps, actor, id, "site.changed", change));
    deps.gate.end({.site = id});
    return site;
}

Status remove_site(const Deps& deps, const Actor& actor, SiteId id) {
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto gone, transaction.sites().remove_site(id));
        if (!gone) return no_such_site();
        return note_action(deps, transaction, actor, "site.removed", gone->name);
    }));
    deps.gate.end({.site = id});
    return {};
}

Result<SiteWithSecret> renew_site_secret(const Deps& deps, const Actor& actor, SiteId id) {
    ASSIGN_OR_RETURN(const auto box, SecretBox::with_key(deps.config.secret_key));
    SiteWithSecret renewed;
    renewed.secret = make_opaque_token();
    const auto change = [&](SiteRow& site) -> Status {
        site.old_secret = std::exchange(site.secret, box.seal(site_secret_place(id), renewed.secret));
        site.old_until = deps.clock.now() + kOldSecretLife;
        return {};
    };
    ASSIGN_OR_RETURN(renewed.row, change_row(deps, actor, id, "site.secret_renewed", change));
    return renewed;
}

}  // namespace roost
