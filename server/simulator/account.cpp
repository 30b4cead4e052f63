#include "server/simulator/account.h"

#include <algorithm>
#include <utility>

#include "server/simulator/file_checks.h"

namespace roost::simulator {

namespace {

constexpr UnixMillis kWindow = 24 * kHour;
constexpr UnixMillis kMayReactFor = 30 * kDay;

// The body or the caption, for whoever reads the list of what was sent.
std::string text_in(const Json& body, const std::string& type) {
    const Json& content = member(body, type);
    if (type == "text") return string_or(content, "body", "");
    if (type == "interactive") return string_or(member(content, "body"), "text", "");
    if (type == "reaction") return string_or(content, "emoji", "");
    if (type == "template") return string_or(content, "name", "");
    return string_or(content, "caption", "");
}

GraphError bare_error(int http_status) {
    GraphError error = graph_error(http_status == 503 ? 2 : 1);
    error.http_status = http_status;
    return error;
}

}  // namespace

Account::Account(BusinessNumber business_number, std::string access_token, std::uint64_t seed)
    : number(std::move(business_number)), ids(seed), token{std::move(access_token)} {}

void Account::note_inbound(
    const std::string& customer, const std::string& name, const std::string& wamid, UnixMillis at
) {
    UnixMillis& last = last_inbound_[customer];
    last = std::max(last, at);
    if (!name.empty()) names_[customer] = name;
    inbound_[wamid] = at;
}

std::string Account::name_of(const std::string& wa_id) const {
    const auto found = names_.find(wa_id);
    return found == names_.end() ? std::string() : found->second;
}

void Account::set_reads(const std::string& wa_id, bool reads) {
    if (reads) {
        silent_readers_.erase(wa_id);
    } else {
        silent_readers_.insert(wa_id);
    }
}

bool Account::is_window_open(const std::string& wa_id, UnixMillis now) const {
    const auto found = last_inbound_.find(wa_id);
    return found != last_inbound_.end() && now + clock_offset_ - found->second < kWindow;
}

void Account::go_down(UnixMillis until, int http_status) {
    down_until_ = until;
    down_status_ = http_status;
}

std::optional<Reply> Account::outage(UnixMillis now) const {
    if (now >= down_until_) return std::nullopt;
    if (down_status_ == 0) return dropped_reply();
    return error_reply(bare_error(down_status_), "");
}

std::size_t Account::count_sent_with(const std::string& callback_data) const {
    const auto found = sent_by_callback_data_.find(callback_data);
    return found == sent_by_callback_data_.end() ? 0 : found->second;
}

void Account::reset() {
    script = {};
    failures.clear();
    token = {token.text, token.app_secret};
    media.forget_troubles();
    rates_ = {};
    sent_.clear();
    sent_by_callback_data_.clear();
    blocked.clear();
    clock_offset_ = 0;
    down_until_ = 0;
}

Reply Account::block_users(const Json& body, UnixMillis now) {
    const auto obstacle = [&](const std::string& user) -> Refusal {
        if (user == number.display_phone_number) return graph_error(131021);
        if (!is_window_open(user, now)) return graph_error(131047);
        return std::nullopt;
    };
    return blocked.block(body, obstacle, ids.trace_id());
}

Refusal Account::check(const Sending& sending) {
    const UnixMillis now = sending.now + clock_offset_;
    const Holdings holdings{
        [&](const std::string& id) { return media.has(id, now); },
        [&](const std::string& wamid) { return inbound_.contains(wamid) || outbound_.contains(wamid); }};
    if (auto refusal = check_message_body(sending.body, holdings)) return refusal;
    if (sending.message.to == number.display_phone_number) return graph_error(131021);
    if (sending.message.type == "template") return templates.check_send(member(sending.body, "template"));
    return std::nullopt;
}

bool Account::is_outside_window(const Sending& sending) const {
    return script.enforces_window && sending.message.type != "template" &&
           !is_window_open(sending.message.to, sending.now);
}

int Account::trouble_of(const Sending& sending) const {
    const SentMessage& message = sending.message;
    const Json& content = member(sending.body, message.type);
    const UnixMillis now = sending.now + clock_offset_;
    if (message.type == "reaction") {
        const std::string target = string_or(content, "message_id", "");
        const auto& side = inbound_.contains(target) ? inbound_ : outbound_;
        const auto found = side.find(target);
        return found != side.end() && now - found->second > kMayReactFor ? 131009 : 0;
    }
    const MediaFile* file = media.find(string_or(content, "id", ""), now);
    return file != nullptr && !is_usable_as(message.type, *file) ? 131053 : 0;
}

Json Account::answer_to(const SentMessage& message) const {
    Json contact{{"input", message.input}};
    contact[is_user_id(message.to) ? "user_id" : "wa_id"] = message.to;
    Json sent{{"id", message.wamid}};
    if (message.type == "template") sent["message_status"] = "accepted";
    return Json{
        {"messaging_product", "whatsapp"},
        {"contacts", Json::array({contact})},
        {"messages", Json::array({sent})}};
}

Outcome Account::accept(Sending& sending) {
    SentMessage& message = sending.message;
    message.wamid = ids.outbound_wamid(message.to);
    message.reads = !silent_readers_.contains(message.to);
    outbound_[message.wamid] = message.at;
    ++sent_by_callback_data_[message.callback_data];
    sent_.push_back(message);
    Outcome outcome;
    outcome.reply = json_reply(answer_to(message));
    outcome.statuses = statuses_of(message, name_of(message.to), script, ids);
    outcome.accepted = message;
    return outcome;
}

Outcome Account::fail_as_planned(const PlannedFailure& failure, Sending& sending) {
    Outcome outcome;
    switch (failure.mode) {
        case FailMode::kRefuse:
            outcome.reply = error_reply(graph_error(failure.code), ids.trace_id());
            break;
        case FailMode::kHttp:
            outcome.reply = error_reply(bare_error(failure.http_status), ids.trace_id());
            break;
        case FailMode::kDropBefore:
            outcome.reply = dropped_reply();
            break;
        case FailMode::kStatus:
            sending.message.failed_code = failure.code;
            outcome = accept(sending);
            break;
        case FailMode::kDropAfter:
            outcome = accept(sending);
            outcome.reply = dropped_reply();
            break;
        case FailMode::kSlow:
            outcome = accept(sending);
            break;
    }
    outcome.reply.delay_ms = failure.delay_ms;
    return outcome;
}

Outcome Account::send(const Json& body, UnixMillis now) {
    templates.settle(now);
    Sending sending{body, {}, now};
    SentMessage& message = sending.message;
    message.input = text_or_number(body, "to");
    message.to = wa_id_of(message.input);
    if (message.to.empty()) message.input = message.to = string_or(body, "recipient", "");
    message.type = string_or(body, "type", "text");
    message.text = text_in(body, message.type);
    const Json& content = member(body, message.type);
    const Json& file = message.type == "template" ? header_file(content) : content;
    if (!string_or(file, "id", "").empty()) message.file = dump_json(file);
    message.callback_data = string_or(body, "biz_opaque_callback_data", "");
    message.at = now;
    const auto refuse = [&](const GraphError& error) {
        return Outcome{error_reply(error, ids.trace_id()), std::nullopt, {}};
    };
    if (const auto refusal = check(sending)) return refuse(*refusal);
    message.category = "service";
    if (message.type == "template") message.category = templates.category_of(message.text);
    if (const auto failure = failures.take_for(message.to)) return fail_as_planned(*failure, sending);
    message.failed_code = blocked.has(message.to) ? 131026 : trouble_of(sending);
    const Pace pace = rates_.try_send(message.to, script, now + clock_offset_);
    if (pace == Pace::kNumberTooFast) return refuse(graph_error(130429));
    if (pace == Pace::kPairTooFast) return refuse(graph_error(131056));
    if (message.failed_code == 0 && is_outside_window(sending)) {
        if (script.is_window_error_immediate) return refuse(graph_error(131047));
        message.failed_code = 131047;
    }
    return accept(sending);
}

}  // namespace roost::simulator
