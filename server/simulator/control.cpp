#include "server/simulator/control.h"

#include <array>

#include "server/simulator/inbound.h"

namespace roost::simulator {

struct Control::Route {
    std::string_view method;
    std::string_view path;
    std::string_view meaning;
    Reply (Control::*answer)(const Request& request, const Json& body);
};

std::span<const Control::Route> Control::routes() {
    static constexpr auto kRoutes = std::to_array<Route>({
        {"GET", "", "this list", &Control::list_routes},
        {"GET", "health", "counts of what is waiting and delivered", &Control::health},
        {"POST", "say", "a customer writes {from, name?, text}", &Control::say},
        {"POST",
         "inbound",
         "the same, any type: {from, type, <type>: {…}} or {from, message}",
         &Control::say},
        {"POST", "webhook", "posts the body as it is; ?signature=good|wrong|none", &Control::post_webhook},
        {"POST", "status", "tells a status of a sent message {wamid, status, code?}", &Control::send_status},
        {"GET", "script", "the settings", &Control::read_script},
        {"POST", "script", "changes settings", &Control::change_script},
        {"POST", "fail", "plans a failure {code|http|mode, count?, to?, delay_ms?}", &Control::fail_next},
        {"POST", "media", "the next file goes wrong {mode, delay_ms?, count?}", &Control::plan_trouble},
        {"POST", "down", "every Graph call fails {ms, http?}", &Control::go_down},
        {"POST", "hold", "holds statuses back", &Control::hold},
        {"POST", "release", "lets held statuses go", &Control::release},
        {"POST", "pause", "no webhook goes out", &Control::pause},
        {"POST", "resume", "webhooks go out again", &Control::resume},
        {"POST", "flush", "everything that waits goes out now", &Control::flush},
        {"POST", "reset", "script, failures, clock, lists as after the start", &Control::reset},
        {"POST", "clock", "moves the window clock {advance_ms|advance_hours}", &Control::advance_clock},
        {"GET", "sent", "messages accepted, oldest first; ?callback_data=", &Control::list_sent},
        {"GET", "sent/counts", "how many, and which callback data came more than once", &Control::count_sent},
        {"GET", "deliveries", "attempts to post a webhook, oldest first", &Control::list_deliveries},
        {"POST", "burst", "many messages {count, customers?, text?}", &Control::burst},
        {"POST", "customer", "read receipts of a customer {wa_id, reads}", &Control::change_customer},
        {"POST", "token", "the access token {expires_in_ms?, scopes?}", &Control::change_token},
        {"POST", "template", "the status of a template {name, status, reason?}", &Control::change_template},
    });
    return kRoutes;
}

namespace {

constexpr int kDefaultWaitMs = 60'000;
constexpr std::int64_t kMaxBurst = 1'000'000;

Reply refuse(const Error& error) {
    const int status = error.code == ErrorCode::kNotFound ? 404 : 400;
    return json_reply(Json{{"error", error.message}}, status);
}

Json described(const SentMessage& message, std::size_t count) {
    return Json{
        {"wamid", message.wamid},
        {"to", message.to},
        {"input", message.input},
        {"type", message.type},
        {"text", message.text},
        {"file", parse_json(message.file).value_or(Json())},
        {"callback_data", message.callback_data},
        {"at", to_rfc3339(message.at)},
        {"failed_code", message.failed_code},
        {"count", count}};
}

Json described(const DeliveryRecord& record) {
    return Json{
        {"webhook", record.parcel},
        {"updates", record.updates},
        {"attempt", record.attempt},
        {"http_status", record.http_status},
        {"is_duplicate", record.is_duplicate},
        {"at", to_rfc3339(record.at)},
        {"took_ms", record.took_ms}};
}

}  // namespace

Reply Control::answer(const Request& request) {
    std::string_view path = request.path;
    path.remove_prefix(kControlPrefix.size());
    while (path.starts_with('/'))
        path.remove_prefix(1);
    for (const Route& route : routes()) {
        if (route.method != request.method || route.path != path) continue;
        if (request.body.empty() || route.path == "webhook")
            return (this->*route.answer)(request, Json::object());
        const auto body = parse_json(request.body);
        return body ? (this->*route.answer)(request, *body) : refuse(body.error());
    }
    return refuse({ErrorCode::kNotFound, "there is no " + request.method + " " + request.path});
}

Reply Control::list_routes(const Request&, const Json&) {
    Json list = Json::array();
    for (const Route& route : routes()) {
        const std::string address = std::string(kControlPrefix) + "/" + std::string(route.path);
        list.push_back({{"method", route.method}, {"path", address}, {"meaning", route.meaning}});
    }
    return json_reply(list);
}

Reply Control::health(const Request&, const Json&) {
    const DeliveryCounts counts = delivery_.counts();
    const std::lock_guard lock(shared_.mutex);
    return json_reply(Json{
        {"status", "ok"},
        {"webhook_is_verified", counts.is_verified},
        {"is_subscribed", delivery_.is_subscribed()},
        {"waiting", counts.waiting},
        {"webhooks_delivered", counts.webhooks},
        {"updates_delivered", counts.updates},
        {"failed_attempts", counts.failed_attempts},
        {"messages_accepted", shared_.account.sent().size()}});
}

Reply Control::wait_and_answer(Group group, const Json& wish, Json answer) {
    const bool waits = optional_bool(wish, "wait").value_or(true);
    const auto timeout = optional_integer(wish, "timeout_ms").value_or(kDefaultWaitMs);
    if (!waits) return json_reply(answer);
    const bool is_delivered = delivery_.wait_for(group, static_cast<int>(timeout));
    answer["delivered"] = is_delivered;
    return json_reply(answer, is_delivered ? 200 : 504);
}

Reply Control::say(const Request&, const Json& body) {
    bool is_blocked = false;
    Result<Inbound> inbound = [&] {
        const std::lock_guard lock(shared_.mutex);
        auto said = receive_from_customer(shared_.account, body, base_url_, wall_clock());
        is_blocked = said && shared_.account.blocked.has(said->customer);
        return said;
    }();
    if (!inbound) return refuse(inbound.error());
    const Group group = delivery_.new_group();
    Json answer{{"id", inbound->wamid}, {"from", inbound->customer}};
    // Who is blocked sees it go out, and nobody hears of it.
    if (is_blocked) {
        answer["delivered"] = false;
        return json_reply(answer);
    }
    delivery_.add_message(std::move(inbound->news), 0, group);
    return wait_and_answer(group, body, answer);
}

Reply Control::post_webhook(const Request& request, const Json&) {
    const std::string wanted = query_text(request, "signature");
    std::string signature = signature_of(app_secret_, request.body);
    if (wanted == "none") signature.clear();
    if (wanted == "wrong") signature = signature_of("not " + app_secret_, request.body);
    const Group group = delivery_.new_group();
    delivery_.add_raw(request.body, signature, group);
    const Json wish{{"wait", query_text(request, "wait") != "false"}};
    return wait_and_answer(group, wish, Json::object());
}

Reply Control::fail_next(const Request&, const Json& body) {
    auto failure = parse_failure(body);
    if (!failure) return refuse(failure.error());
    const std::lock_guard lock(shared_.mutex);
    shared_.account.failures.add(std::move(*failure));
    return json_reply(Json{{"ok", true}});
}

Reply Control::plan_trouble(const Request&, const Json& body) {
    const auto planned = parse_trouble(body);
    if (!planned) return refuse(planned.error());
    const auto count = optional_integer(body, "count").value_or(1);
    const std::lock_guard lock(shared_.mutex);
    for (std::int64_t i = 0; i < std::min<std::int64_t>(count, 1000); ++i)
        shared_.account.media.plan(*planned);
    return json_reply(Json{{"ok", true}});
}

Reply Control::go_down(const Request&, const Json& body) {
    const auto ms = required_integer(body, "ms");
    if (!ms) return refuse(ms.error());
    const std::lock_guard lock(shared_.mutex);
    shared_.account.go_down(wall_clock() + *ms, static_cast<int>(optional_integer(body, "http").value_or(0)));
    return json_reply(Json{{"ok", true}});
}

template <class Change>
Reply Control::with_script(Change change) {
    const std::lock_guard lock(shared_.mutex);
    const Status status = change(shared_.account.script);
    if (!status) return refuse(status.error());
    delivery_.set_script(shared_.account.script);
    return json_reply(simulator::described(shared_.account.script));
}

Reply Control::read_script(const Request&, const Json&) {
    return with_script([](Script&) { return Status(); });
}

Reply Control::change_script(const Request&, const Json& body) {
    return with_script([&](Script& script) { return apply_settings(script, body); });
}

Reply Control::hold(const Request&, const Json&) {
    return with_script([](Script& script) { return script.are_statuses_held = true, Status(); });
}

Reply Control::release(const Request&, const Json&) {
    Reply reply = with_script([](Script& script) { return script.are_statuses_held = false, Status(); });
    delivery_.release_held();
    return reply;
}

Reply Control::pause(const Request&, const Json&) {
    return with_script([](Script& script) { return script.is_paused = true, Status(); });
}

Reply Control::resume(const Request&, const Json&) {
    return with_script([](Script& script) { return script.is_paused = false, Status(); });
}

Reply Control::flush(const Request& request, const Json& body) {
    Reply reply = resume(request, body);
    delivery_.flush();
    return reply;
}

Reply Control::reset(const Request&, const Json&) {
    delivery_.forget();
    return with_script([&](Script&) { return shared_.account.reset(), Status(); });
}

Reply Control::advance_clock(const Request&, const Json& body) {
    const double hours = optional_number(body, "advance_hours").value_or(0);
    const UnixMillis by =
        optional_integer(body, "advance_ms").value_or(static_cast<UnixMillis>(hours * kHour));
    const std::lock_guard lock(shared_.mutex);
    shared_.account.advance_clock(by);
    return json_reply(Json{{"offset_ms", shared_.account.clock_offset()}});
}

Reply Control::list_sent(const Request& request, const Json&) {
    const std::string wanted = query_text(request, "callback_data");
    Json list = Json::array();
    const std::lock_guard lock(shared_.mutex);
    const Account& account = shared_.account;
    for (const SentMessage& message : account.sent()) {
        if (!wanted.empty() && message.callback_data != wanted) continue;
        list.push_back(described(message, account.count_sent_with(message.callback_data)));
    }
    return json_reply(list);
}

Reply Control::count_sent(const Request&, const Json&) {
    Json repeated = Json::object();
    const std::lock_guard lock(shared_.mutex);
    const Account& account = shared_.account;
    for (const SentMessage& message : account.sent()) {
        const std::size_t count = account.count_sent_with(message.callback_data);
        if (count > 1 && !message.callback_data.empty()) repeated[message.callback_data] = count;
    }
    return json_reply(Json{{"total", account.sent().size()}, {"repeated", repeated}});
}

Reply Control::list_deliveries(const Request&, const Json&) {
    Json list = Json::array();
    for (const DeliveryRecord& record : delivery_.records())
        list.push_back(described(record));
    return json_reply(list);
}

Reply Control::burst(const Request&, const Json& body) {
    const std::int64_t count = optional_integer(body, "count").value_or(100);
    const std::int64_t customers =
        std::max<std::int64_t>(optional_integer(body, "customers").value_or(10), 1);
    if (count < 1 || count > kMaxBurst)
        return refuse({ErrorCode::kInvalid, "'count' must be 1 to 1,000,000"});
    constexpr std::int64_t kFirstNumber = 254'700'000'000;
    const std::string text = string_or(body, "text", "Burst");
    const UnixMillis started = wall_clock();
    const Group group = delivery_.new_group();
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t customer = i % customers;
        const std::string name = "Customer " + std::to_string(customer);
        std::unique_lock lock(shared_.mutex);
        auto content = text_content(text + " " + std::to_string(i));
        const auto wa_id = std::to_string(kFirstNumber + customer);
        Inbound inbound = customer_message(shared_.account, wa_id, name, std::move(content), wall_clock());
        lock.unlock();
        delivery_.add_message(std::move(inbound.news), 0, group);
    }
    Json answer{{"count", count}};
    Reply reply = wait_and_answer(group, body, answer);
    answer["took_ms"] = wall_clock() - started;
    answer["delivered"] = reply.status == 200;
    return json_reply(answer, reply.status);
}

Reply Control::send_status(const Request&, const Json& body) {
    const std::string wamid = string_or(body, "wamid", "");
    const std::string status = string_or(body, "status", "");
    std::optional<SentMessage> found;
    {
        const std::lock_guard lock(shared_.mutex);
        for (const SentMessage& message : shared_.account.sent()) {
            if (message.wamid == wamid) found = message;
        }
    }
    if (!found || status.empty()) return refuse({ErrorCode::kNotFound, "'wamid' must be one that was sent"});
    found->failed_code = static_cast<int>(optional_integer(body, "code").value_or(131026));
    const Group group = delivery_.new_group();
    News news{News::Kind::kField, value_frame(shared_.account.number), {}, "messages"};
    news.item["statuses"] = Json::array({status_json(*found, status, wall_clock())});
    delivery_.add_message(std::move(news), 0, group);
    return wait_and_answer(group, body, Json::object());
}

Reply Control::change_customer(const Request&, const Json& body) {
    const std::string wa_id = wa_id_of(text_or_number(body, "wa_id"));
    if (wa_id.empty()) return refuse({ErrorCode::kInvalid, "'wa_id' must be a phone number"});
    const std::lock_guard lock(shared_.mutex);
    shared_.account.set_reads(wa_id, optional_bool(body, "reads").value_or(true));
    return json_reply(Json{{"ok", true}});
}

Reply Control::change_token(const Request&, const Json& body) {
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    const UnixMillis now = wall_clock() + account.clock_offset();
    const auto changed = simulator::change_token(account.token, body, now);
    if (!changed) return refuse(changed.error());
    return json_reply(debug_token(account.token, account.number, now));
}

Reply Control::change_template(const Request&, const Json& body) {
    const std::string name = string_or(body, "name", "");
    std::vector<Json> told;
    {
        const std::lock_guard lock(shared_.mutex);
        told = shared_.account.templates.set_status(
            name, string_or(body, "status", ""), string_or(body, "reason", "NONE")
        );
    }
    if (told.empty()) return refuse({ErrorCode::kNotFound, "there is no template '" + name + "'"});
    const Group group = delivery_.new_group();
    for (Json& value : told) {
        News news{News::Kind::kField, std::move(value), {}, "message_template_status_update"};
        delivery_.add_message(std::move(news), 0, group);
    }
    return wait_and_answer(group, body, Json{{"ok", true}});
}

}  // namespace roost::simulator
