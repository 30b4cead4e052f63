#include "server/store/sqlite/sites.h"

#include "server/store/sqlite/people.h"
#include "shared/base/json.h"

#define SITE_COLUMNS                                                                              \
    "id, name, origins, types, scope, shows_everything, secret, old_secret, old_until, made_by, " \
    "created_at, "                                                                                \
    "last_used_at"

namespace roost::sqlite {

namespace {

std::vector<std::string> texts_in(const std::string& list) {
    const auto json = Json::parse(list, nullptr, false);
    std::vector<std::string> texts;
    for (std::size_t i = 0; json.is_array() && i < json.size(); ++i) {
        if (json[i].is_string()) texts.push_back(json[i].get<std::string>());
    }
    return texts;
}

SiteRow site_of(const Statement& row) {
    return {
        {row.number(0)},
        row.text(1),
        texts_in(row.text(2)),
        texts_in(row.text(3)),
        read_permissions(row.text(4)),
        row.number(5) != 0,
        row.text(6),
        row.text(7),
        row.number(8),
        {row.number(9)},
        row.number(10),
        row.number(11)};
}

// Texts that the statement borrows until it has run.
struct Written {
    explicit Written(const SiteRow& site)
        : origins(dump_json(Json(site.origins))),
          types(dump_json(Json(site.types))),
          scope(write_permissions(site.scope)) {}

    std::string origins;
    std::string types;
    std::string scope;
};

void bind_all(Statement& to, const SiteRow& site, const Written& written) {
    to.bind(site.name).bind(written.origins).bind(written.types).bind(written.scope);
    to.bind(std::int64_t{site.shows_everything}).bind(site.secret).bind(site.old_secret).bind(site.old_until);
    to.bind(site.made_by).bind(site.created_at).bind(site.last_used_at);
}

}  // namespace

Result<std::vector<SiteRow>> read_sites(Connection& on) {
    auto statement = on.prepare("SELECT " SITE_COLUMNS " FROM sites ORDER BY id");
    return rows_of(statement, site_of);
}

Result<std::optional<SiteRow>> read_site(Connection& on, SiteId id) {
    auto statement = on.prepare("SELECT " SITE_COLUMNS " FROM sites WHERE id = ?");
    statement.bind(id);
    return first_of(statement, site_of);
}

Result<SiteId> SqliteSiteWrites::add_site(const SiteRow& site) {
    auto statement = on_.prepare(
        "INSERT INTO sites (name, origins, types, scope, shows_everything, secret, old_secret, old_until, "
        "made_by, created_at, last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    const Written written(site);
    bind_all(statement, site, written);
    RETURN_IF_ERROR(statement.run());
    return SiteId{on_.last_id()};
}

Status SqliteSiteWrites::put_site(const SiteRow& site) {
    auto statement = on_.prepare(
        "UPDATE sites SET name = ?, origins = ?, types = ?, scope = ?, shows_everything = ?, secret = ?, "
        "old_secret = ?, old_until = ?, made_by = ?, created_at = ?, last_used_at = ? WHERE id = ?"
    );
    const Written written(site);
    bind_all(statement, site, written);
    return statement.bind(site.id).run();
}

Result<std::optional<SiteRow>> SqliteSiteWrites::remove_site(SiteId id) {
    ASSIGN_OR_RETURN(auto known, read_site(on_, id));
    if (!known) return known;
    auto statement = on_.prepare("DELETE FROM sites WHERE id = ?");
    RETURN_IF_ERROR(statement.bind(id).run());
    return known;
}

Result<bool> SqliteSiteWrites::use_token(
    SiteId site, std::string_view hash, UnixMillis ends_at, UnixMillis now
) {
    auto old = on_.prepare("DELETE FROM used_tokens WHERE ends_at < ?");
    RETURN_IF_ERROR(old.bind(now).run());
    auto statement = on_.prepare("INSERT OR IGNORE INTO used_tokens (site, hash, ends_at) VALUES (?, ?, ?)");
    RETURN_IF_ERROR(statement.bind(site).bind(hash).bind(ends_at).run());
    return on_.changes() > 0;
}

Status SqliteSiteWrites::forget_sessions(UnixMillis started_before) {
    auto statement = on_.prepare("DELETE FROM sessions WHERE site <> 0 AND started_at < ?");
    return statement.bind(started_before).run();
}

}  // namespace roost::sqlite
