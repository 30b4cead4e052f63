// Our numbers, for administrators: what they are connected with goes in, and never comes out again.
#include <utility>
#include <vector>

#include "server/app/number_profile.h"
#include "server/app/own_numbers.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/wire/business_profile.h"
#include "shared/wire/own_numbers.h"

namespace roost {

namespace {

Reply number_reply(int status, const OwnNumber& number) {
    return json_reply(status, text_written_by([&](JsonWriter& out) { write_own_number(out, number); }));
}

Reply reply_of(const Result<OwnNumber>& number) {
    return number ? number_reply(200, *number) : error_reply(number.error());
}

Reply reply_of(const Status& done, int status) {
    return done ? empty_reply(status) : error_reply(done.error());
}

Reply reply_of(int status, const NumberResult<OwnNumber>& number) {
    if (number) return number_reply(status, *number);
    const auto& failure = number.error();
    if (failure.problems.empty()) return error_reply(failure.error);
    const auto problems =
        text_written_by([&](JsonWriter& out) { write_number_problems(out, failure.problems); });
    return problem_reply_with(
        422, error_code_name(failure.error.code), failure.error.message, "problems", problems
    );
}

AccountId account_in(const Request& request) {
    return {parse_decimal(request.path_value("id")).value_or(0)};
}

Reply connect(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    return reply_of(201, connect_number(on.deps, on.cloud, on.look, actor_of(request, who), *body));
}

Reply renew(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    return reply_of(200, renew_number(on.deps, on.look, actor_of(request, who), account_in(request), *body));
}

Reply list(const RouteDeps& on, const Request&, const Principal&) {
    const auto own = list_own_numbers(on.deps);
    return own ? json_reply(200, write_own_numbers(*own)) : error_reply(own.error());
}

Reply disconnect(const RouteDeps& on, const Request& request, const Principal& who) {
    return reply_of(disconnect_number(on.deps, actor_of(request, who), account_in(request)), 204);
}

Reply check(const RouteDeps& on, const Request& request, const Principal&) {
    return reply_of(check_number(on.deps, on.look, account_in(request)));
}

Reply subscribe(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto actor = actor_of(request, who);
    return reply_of(subscribe_number(on.deps, on.cloud, on.look, actor, account_in(request)));
}

Reply sync(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto actor = actor_of(request, who);
    return reply_of(sync_number(on.deps, on.cloud, on.look, actor, account_in(request)), 202);
}

Reply changes(const RouteDeps& on, const Request& request, const Principal&) {
    const auto known = find_own_number(on.deps, account_in(request));
    if (!known) return error_reply(known.error());
    const auto changes = on.deps.store.numbers().list_changes(known->id);
    return changes ? json_reply(200, write_number_changes(*changes)) : error_reply(changes.error());
}

Reply read_profile(const RouteDeps& on, const Request& request, const Principal&) {
    const auto profile = read_number_profile(on.deps, on.cloud, account_in(request));
    return profile ? json_reply(200, write_business_profile(*profile)) : error_reply(profile.error());
}

Reply failure_reply(const ProfileFailure& failure) {
    if (failure.fields.empty()) return error_reply(failure.error);
    std::vector<FieldProblem> problems;
    problems.reserve(failure.fields.size());
    for (const auto& one : failure.fields)
        problems.push_back({one.field, one.code, one.sentence});
    return field_reply(problems);
}

Reply change_profile(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    const auto changed = change_number_profile(
        on.deps, on.cloud, on.files, actor_of(request, who), account_in(request), *body
    );
    return changed ? json_reply(200, write_business_profile(*changed)) : failure_reply(changed.error());
}

}  // namespace

void bind_accounts(Router& router, const RouteDeps& on) {
    using Answer = Reply (*)(const RouteDeps&, const Request&, const Principal&);
    const auto bind = [&](std::string_view method, const std::string& path, Answer answer) {
        const auto answered = [on, answer](const Request& request, const Principal& who) {
            return answer(on, request, who);
        };
        router.add(
            method, "/api/v1/accounts" + path, for_permission(on.deps, Permission::kManageAccounts, answered)
        );
    };
    bind("GET", "", list);
    bind("POST", "", connect);
    bind("PATCH", "/{id}", renew);
    bind("DELETE", "/{id}", disconnect);
    bind("POST", "/{id}/check", check);
    bind("POST", "/{id}/subscribe", subscribe);
    bind("POST", "/{id}/sync", sync);
    bind("GET", "/{id}/changes", changes);
    bind("GET", "/{id}/profile", read_profile);
    bind("PATCH", "/{id}/profile", change_profile);
}

}  // namespace roost
