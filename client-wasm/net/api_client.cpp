#include "client-wasm/net/api_client.h"

#include <algorithm>
#include <array>

#include "shared/base/json.h"
#include "shared/base/percent.h"

namespace roost::net {

namespace {

constexpr int kPageSize = 50;

template <class Id>
std::string id_or_word(Id id) {
    return id ? to_string(id) : "none";
}

std::string query(std::string_view name, std::string_view value) {
    return "&" + std::string(name) + "=" + std::string(value);
}

Result<SessionGrant> read_grant(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    SessionGrant grant;
    ASSIGN_OR_RETURN(grant.access_token, required_string(json, "access_token"));
    ASSIGN_OR_RETURN(grant.agent, read_profile(member(json, "agent")));
    if (auto record = read_record(member(json, "only"))) grant.record = *std::move(record);
    return grant;
}

Result<Message> read_sent(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    return read_message(member(json, "message"));
}

Result<FileLink> read_link(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    FileLink link;
    ASSIGN_OR_RETURN(link.url, required_string(json, "url"));
    ASSIGN_OR_RETURN(link.expires_at, required_time(json, "expires_at"));
    return link;
}

Result<MediaCopy> read_uploaded(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    ASSIGN_OR_RETURN(const std::string id, required_string(json, "id"));
    MediaCopy copy = read_media_copy(json);
    copy.id = id;
    copy.state = MediaState::kStored;
    return copy;
}

// Some answers wrap the row, some are the row.
Result<Conversation> read_row(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    const Json& wrapped = member(json, "conversation");
    return read_conversation(wrapped.is_object() ? wrapped : json);
}

Result<TemplatePage> read_templates(std::string_view body) {
    ASSIGN_OR_RETURN(const Json json, parse_json(body));
    TemplatePage page;
    page.next = string_or(json, "next", "");
    const Json& list = member(json, "templates");
    if (!list.is_array()) return fail(ErrorCode::kUnavailable, "");
    for (const Json& one : list) {
        if (auto pattern = read_message_template(one)) page.templates.push_back(*std::move(pattern));
    }
    return page;
}

template <class T, class Read>
std::function<void(platform::Response)> reading(Read read, Callback<T> done) {
    return [read, done = std::move(done)](const platform::Response& response) {
        if (!is_success(response)) return done(tl::unexpected<Error>(error_of(response)));
        done(read(response.body));
    };
}

platform::Request get(std::string path) {
    platform::Request request;
    request.path = std::move(path);
    return request;
}

platform::Request post(std::string path, const Json& body) {
    platform::Request request;
    request.method = "POST";
    request.path = std::move(path);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = dump_json(body);
    return request;
}

std::string conversation_path(ConversationId id, std::string_view rest) {
    return "/api/v1/conversations/" + to_string(id) + std::string(rest);
}

ErrorCode code_of(int status) {
    switch (status) {
        case 401:
            return ErrorCode::kUnauthorized;
        case 403:
            return ErrorCode::kForbidden;
        case 404:
            return ErrorCode::kNotFound;
        case 409:
            return ErrorCode::kConflict;
        case 413:
            return ErrorCode::kTooLarge;
        case 422:
            return ErrorCode::kWindowClosed;
        case 429:
            return ErrorCode::kTooManyRequests;
        default:
            break;
    }
    const bool is_passing = status < 400 || status >= 500 || status == 408;
    return is_passing ? ErrorCode::kUnavailable : ErrorCode::kInvalid;
}

}  // namespace

bool is_success(const platform::Response& response) {
    return response.status >= 200 && response.status < 300;
}

Error error_of(const platform::Response& response) {
    if (response.status == 0) return {ErrorCode::kUnavailable, ""};
    const auto problem = parse_json(response.body);
    std::string sentence = problem ? string_or(*problem, "detail", string_or(*problem, "title", "")) : "";
    if (sentence.empty()) sentence = std::to_string(response.status);
    const bool is_blocked =
        problem && string_or(*problem, "code", "") == error_code_name(ErrorCode::kBlocked);
    if (is_blocked) return {ErrorCode::kBlocked, std::move(sentence)};
    return {code_of(response.status), std::move(sentence)};
}

bool ApiClient::deliver() {
    const auto arrived = std::exchange(arrived_, {});
    for (const auto& [done, response] : arrived)
        done(response);
    return !arrived.empty();
}

void ApiClient::call_once(platform::Request request, Answer done) {
    if (!token_.empty()) request.headers.emplace_back("Authorization", "Bearer " + token_);
    platform_.fetch(request, [this, done = std::move(done)](platform::Response response) {
        arrived_.emplace_back(done, std::move(response));
        platform_.request_frame();
    });
}

void ApiClient::call(const platform::Request& request, Answer done) {
    call_once(request, [this, request, done = std::move(done)](platform::Response response) {
        if (response.status == 403 && forbidden_) forbidden_();
        if (response.status != 401) return done(std::move(response));
        renew([this, request, done](const Result<SessionGrant>& grant) {
            if (grant) return call_once(request, done);
            // Without an answer nothing is known about the session.
            platform::Response failure;
            failure.status = grant.error().code == ErrorCode::kUnauthorized ? 401 : 0;
            done(std::move(failure));
        });
    });
}

void ApiClient::post_session(const std::string& path, std::string body, Answer done) {
    platform::Request request;
    request.method = "POST";
    request.path = path;
    if (!body.empty()) request.headers = {{"Content-Type", "application/json"}};
    request.body = std::move(body);
    token_.clear();
    call_once(request, std::move(done));
}

ApiClient::Answer ApiClient::opening_session(Callback<SessionGrant> done) {
    return reading<SessionGrant>(read_grant, [this, done = std::move(done)](Result<SessionGrant> grant) {
        if (grant) token_ = grant->access_token;
        done(std::move(grant));
    });
}

void ApiClient::sign_in(
    const std::string& email,
    const std::string& password,
    const std::string& code,
    std::function<void(const SignInAnswer&)> done
) {
    Json body{{"email", email}, {"password", password}};
    if (!code.empty()) body["code"] = code;
    const auto answered = [this, done = std::move(done)](const platform::Response& response) {
        const int wait = response.status == 429 ? response.retry_after : 0;
        const std::string refusal =
            response.status == 401 ? string_or(parse_json(response.body).value_or(Json()), "code", "") : "";
        opening_session([&](const Result<SessionGrant>& grant) { done({grant, wait, refusal}); })(response);
    };
    post_session("/api/v1/auth/login", dump_json(body), answered);
}

void ApiClient::renew(Callback<SessionGrant> done) {
    waiting_for_token_.push_back(std::move(done));
    if (waiting_for_token_.size() > 1) return;  // one is on its way
    const auto renewed = [this](const Result<SessionGrant>& grant) { finish_renewal(grant); };
    post_session("/api/v1/auth/refresh", "", opening_session(renewed));
}

void ApiClient::finish_renewal(const Result<SessionGrant>& grant) {
    const auto waiting = std::exchange(waiting_for_token_, {});
    for (const auto& done : waiting)
        done(grant);
}

void ApiClient::sign_out() {
    platform::Request request;
    request.method = "POST";
    request.path = "/api/v1/auth/logout";
    call_once(request, [](const platform::Response&) {});
    token_.clear();
}

void ApiClient::ask_whole(
    std::string_view method, const std::string& path, std::string body, UnixMillis timeout, Answer done
) {
    platform::Request request = get(path);
    request.method = method;
    if (!body.empty()) request.headers = {{"Content-Type", "application/json"}};
    request.body = std::move(body);
    if (timeout != 0) request.timeout = timeout;
    call(request, std::move(done));
}

void ApiClient::ask(std::string_view method, const std::string& path, std::string body, Callback<Json> done) {
    const auto read = [](const std::string& text) { return Result<Json>(parse_json(text).value_or(Json())); };
    ask_whole(method, path, std::move(body), 0, reading<Json>(read, std::move(done)));
}

void ApiClient::audit_table(Callback<std::string> done) {
    const auto read = [](const std::string& text) { return Result<std::string>(text); };
    call(get("/api/v1/audit/export"), reading<std::string>(read, std::move(done)));
}

void ApiClient::brand(Callback<Json> done) {
    call_once(
        get("/api/v1/brand"),
        reading<Json>([](const std::string& body) { return parse_json(body); }, std::move(done))
    );
}

void ApiClient::snapshot(Callback<Snapshot> done) {
    call(get("/api/v1/snapshot"), reading<Snapshot>(read_snapshot, std::move(done)));
}

void ApiClient::notices(Callback<std::vector<AccountNotice>> done) {
    call(get("/api/v1/notices"), reading<std::vector<AccountNotice>>(read_account_notices, std::move(done)));
}

void ApiClient::dismiss_notice(std::int64_t id, std::function<void()> done) {
    platform::Request request = get("/api/v1/notices/" + std::to_string(id));
    request.method = "DELETE";
    call(request, [done = std::move(done)](const platform::Response&) { done(); });
}

void ApiClient::messages(ConversationId id, PageSide side, MessageId edge, Callback<MessagePage> done) {
    constexpr std::array<std::string_view, 4> kSides{"", "before", "after", "around"};
    std::string path = conversation_path(id, "/messages?limit=" + std::to_string(kPageSize));
    if (side != PageSide::kNewest) path += query(kSides.at(static_cast<std::size_t>(side)), to_string(edge));
    call(get(std::move(path)), reading<MessagePage>(read_message_page, std::move(done)));
}

void ApiClient::templates(const TemplateQuery& wanted, Callback<TemplatePage> done) {
    std::string path =
        wanted.is_whole ? "/api/v1/templates?limit=500" : "/api/v1/templates?status=APPROVED&limit=500";
    if (wanted.account) path += query("account", to_string(wanted.account));
    if (!wanted.after.empty()) path += query("after", percent_encoded(wanted.after));
    call(get(std::move(path)), reading<TemplatePage>(read_templates, std::move(done)));
}

void ApiClient::change_template(
    const std::string& id, std::string body, std::function<void(const std::optional<TemplateFailure>&)> done
) {
    platform::Request request = get("/api/v1/templates");
    if (!id.empty()) request.path += "/" + id;
    request.method = body.empty() ? "DELETE" : id.empty() ? "POST" : "PATCH";
    request.body = std::move(body);
    call(request, [done = std::move(done)](const platform::Response& response) {
        if (is_success(response)) return done(std::nullopt);
        TemplateFailure failure{error_of(response), {}};
        const Json problem = parse_json(response.body).value_or(Json());
        const Json& fields = member(problem, "fields");
        for (std::size_t i = 0; fields.is_array() && i < fields.size(); ++i) {
            failure.fields.push_back(
                {string_or(fields[i], "field", ""),
                 string_or(fields[i], "code", ""),
                 string_or(fields[i], "detail", "")}
            );
        }
        done(failure);
    });
}

void ApiClient::search(const SearchCall& call_for, Callback<SearchPage> done) {
    std::string path = "/api/v1/search?limit=" + std::to_string(call_for.limit);
    path += query("q", percent_encoded(call_for.question));
    if (call_for.conversation) path += query("conversation", to_string(call_for.conversation));
    if (!call_for.cursor.empty()) path += query("cursor", call_for.cursor);
    call(get(std::move(path)), reading<SearchPage>(read_search_page, std::move(done)));
}

void ApiClient::conversations(const ListCall& asked, Callback<ConversationPage> done) {
    std::string path = "/api/v1/conversations?limit=" + std::to_string(kPageSize);
    if (asked.platform) path += query("platform", platform_name(*asked.platform));
    if (asked.record)
        path +=
            query("entity_type", asked.record->type) + query("entity_id", percent_encoded(asked.record->id));
    if (asked.assignee) path += query("assignee", id_or_word(*asked.assignee));
    if (asked.team) path += query("team", id_or_word(*asked.team));
    if (asked.before) path += query("before", write_cursor(*asked.before));
    call(get(std::move(path)), reading<ConversationPage>(read_conversation_page, std::move(done)));
}

void ApiClient::conversation(ConversationId id, Callback<Conversation> done) {
    call(get(conversation_path(id, "")), reading<Conversation>(read_row, std::move(done)));
}

void ApiClient::send(ConversationId id, const SendRequest& request, Callback<Message> done) {
    const Json json = Json::parse(write_send_request(request), nullptr, false);
    call(post(conversation_path(id, "/messages"), json), reading<Message>(read_sent, std::move(done)));
}

platform::UploadId ApiClient::upload(
    int file, std::string_view kind, platform::ProgressCallback progress, Callback<MediaCopy> done
) {
    platform::Request request;
    request.method = "POST";
    request.path = "/api/v1/media?kind=";
    request.path += kind;
    request.headers = {{"Authorization", "Bearer " + token_}};
    const Answer answer = reading<MediaCopy>(read_uploaded, std::move(done));
    return platform_.upload(file, request, std::move(progress), [this, answer](platform::Response response) {
        arrived_.emplace_back(answer, std::move(response));
        platform_.request_frame();
    });
}

void ApiClient::retry(MessageId id, Callback<bool> done) {
    const auto accepted = [](std::string_view) { return Result<bool>(true); };
    const std::string path = "/api/v1/messages/" + to_string(id) + "/retry";
    call(post(path, Json::object()), reading<bool>(accepted, std::move(done)));
}

void ApiClient::mark_unreachable(ConversationId id, Callback<bool> done) {
    const auto accepted = [](std::string_view) { return Result<bool>(true); };
    const Json body{{"unreachable", true}};
    call(post(conversation_path(id, "/unreachable"), body), reading<bool>(accepted, std::move(done)));
}

void ApiClient::retry_media(MessageId id, Callback<bool> done) {
    const auto accepted = [](std::string_view) { return Result<bool>(true); };
    const std::string path = "/api/v1/messages/" + to_string(id) + "/media/retry";
    call(post(path, Json::object()), reading<bool>(accepted, std::move(done)));
}

void ApiClient::file_link(const std::string& file, Callback<FileLink> done) {
    call(get("/api/v1/media/" + file + "/link"), reading<FileLink>(read_link, std::move(done)));
}

void ApiClient::mark_read(ConversationId id, MessageId up_to) {
    // A reader who sees the message again says it again: nothing to do about a failure.
    call(post(conversation_path(id, "/read"), {{"up_to", to_string(up_to)}}), [](const platform::Response&) {
    });
}

platform::Request ApiClient::event_request(EventSeq since, std::string_view sight) const {
    std::string path = "/api/v1/events?since=" + to_string(since);
    if (!sight.empty()) path += query("sight", sight);
    platform::Request request = get(std::move(path));
    request.headers = {
        {"Accept", "text/event-stream"},
        {"Authorization", "Bearer " + token_},
        {"Last-Event-ID", to_string(since)}};
    request.timeout = 0;
    return request;
}

}  // namespace roost::net
