#include "server/cloud/graph_cloud_api.h"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

#include "server/cloud/graph_answer.h"
#include "server/web_get.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr std::size_t kLongestAnswer = std::size_t{4} * 1024 * 1024;  // a page of templates
constexpr std::string_view kTemplateQuery =
    "/message_templates?limit=100&fields=id,name,status,category,language,components,parameter_format,"
    "quality_score,rejected_reason";
// Meta closes what is idle for longer; a connection that is being closed must not be chosen for a message.
constexpr long kLongestIdleSeconds = 50;

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* answer) {
    auto& text = *static_cast<std::string*>(answer);
    if (text.size() + size * count > kLongestAnswer) return 0;
    text.append(bytes, size * count);
    return size * count;
}

int end_when_stopping(void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(is_stopping)->load() ? 1 : 0;
}

// curl sends a request again by itself when a kept connection ends without an answer. Meta may have taken the
// message before it closed, so the second attempt is refused here and the outcome is unknown.
int allow_once(void* attempts, char*, char*, int, int) {
    return ++*static_cast<int*>(attempts) == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

}  // namespace

// One connection and its settings.
class GraphCloudApi::Call {
  public:
    Call(const GraphOptions& options, const std::atomic<bool>& is_stopping);
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    CloudOutcome post(const std::string& url, std::string_view body);
    TemplateOutcome change_template(const std::string& url, std::optional<std::string_view> body);
    TemplateListing get_templates(const std::string& url);
    tl::expected<GraphReply, CloudUnreachable> ask(
        const char* method, const std::string& url, const std::string& body
    );

  private:
    void set_up_connection(const GraphOptions& options);
    void begin(const std::string& url);
    void put_body(std::string_view body);
    CloudOutcome outcome_of(CURLcode done);
    int http() const;
    UnixMillis retry_after() const;

    CURL* curl_ = curl_easy_init();
    curl_slist* headers_ = nullptr;
    std::string answer_;
    int attempts_ = 0;
};

GraphCloudApi::Call::Call(const GraphOptions& options, const std::atomic<bool>& is_stopping) {
    set_up_connection(options);
    headers_ = curl_slist_append(headers_, ("Authorization: Bearer " + options.access_token).c_str());
    headers_ = curl_slist_append(headers_, "Content-Type: application/json");
    headers_ = curl_slist_append(headers_, "Expect:");  // no extra round trip for larger bodies
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers_);
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, take_answer);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &answer_);
    curl_easy_setopt(curl_, CURLOPT_PREREQFUNCTION, allow_once);
    curl_easy_setopt(curl_, CURLOPT_PREREQDATA, &attempts_);
    curl_easy_setopt(curl_, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl_, CURLOPT_XFERINFOFUNCTION, end_when_stopping);
    curl_easy_setopt(curl_, CURLOPT_XFERINFODATA, &is_stopping);
}

void GraphCloudApi::Call::set_up_connection(const GraphOptions& options) {
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_limit));
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT_MS, static_cast<long>(options.call_limit));
    curl_easy_setopt(curl_, CURLOPT_FOLLOWLOCATION, 0L);  // the token is for this host alone
    curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl_, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(curl_, CURLOPT_TCP_KEEPALIVE, 1L);
    if (is_loopback(options.url)) curl_easy_setopt(curl_, CURLOPT_PROXY, "");
    curl_easy_setopt(curl_, CURLOPT_MAXAGE_CONN, kLongestIdleSeconds);
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, "roost");
}

GraphCloudApi::Call::~Call() {
    curl_slist_free_all(headers_);
    curl_easy_cleanup(curl_);
}

void GraphCloudApi::Call::begin(const std::string& url) {
    answer_.clear();
    attempts_ = 0;
    curl_easy_setopt(curl_, CURLOPT_CUSTOMREQUEST, nullptr);
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
}

void GraphCloudApi::Call::put_body(std::string_view body) {
    curl_easy_setopt(curl_, CURLOPT_POST, 1L);
    curl_easy_setopt(curl_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    // Its size is set above.
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage)
    curl_easy_setopt(curl_, CURLOPT_POSTFIELDS, body.data());
}

CloudOutcome GraphCloudApi::Call::post(const std::string& url, std::string_view body) {
    begin(url);
    put_body(body);
    return outcome_of(curl_easy_perform(curl_));
}

TemplateListing GraphCloudApi::Call::get_templates(const std::string& url) {
    begin(url);
    curl_easy_setopt(curl_, CURLOPT_HTTPGET, 1L);
    const CURLcode done = curl_easy_perform(curl_);
    if (done != CURLE_OK) return CloudUnreachable{curl_easy_strerror(done)};
    return read_template_page(http(), answer_, retry_after());
}

TemplateOutcome GraphCloudApi::Call::change_template(
    const std::string& url, std::optional<std::string_view> body
) {
    begin(url);
    curl_easy_setopt(curl_, CURLOPT_HTTPGET, 1L);
    if (body) put_body(*body);
    if (!body) curl_easy_setopt(curl_, CURLOPT_CUSTOMREQUEST, "DELETE");
    const CURLcode done = curl_easy_perform(curl_);
    if (done == CURLE_OK) return read_template_answer(http(), answer_, retry_after());
    if (attempts_ > 0) return CloudUnknown{curl_easy_strerror(done)};
    return CloudUnreachable{curl_easy_strerror(done)};
}

tl::expected<GraphReply, CloudUnreachable> GraphCloudApi::Call::ask(
    const char* method, const std::string& url, const std::string& body
) {
    begin(url);
    curl_easy_setopt(curl_, CURLOPT_HTTPGET, 1L);
    if (!body.empty()) put_body(body);
    curl_easy_setopt(curl_, CURLOPT_CUSTOMREQUEST, method);
    const CURLcode done = curl_easy_perform(curl_);
    if (done != CURLE_OK) return tl::unexpected(CloudUnreachable{curl_easy_strerror(done)});
    return GraphReply{http(), answer_, retry_after()};
}

int GraphCloudApi::Call::http() const {
    long code = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
    return static_cast<int>(code);
}

UnixMillis GraphCloudApi::Call::retry_after() const {
    curl_off_t seconds = 0;
    curl_easy_getinfo(curl_, CURLINFO_RETRY_AFTER, &seconds);
    return std::clamp<UnixMillis>(seconds, 0, 3600) * kSecond;
}

CloudOutcome GraphCloudApi::Call::outcome_of(CURLcode done) {
    if (done != CURLE_OK) {
        const std::string reason = curl_easy_strerror(done);
        // A connection was there and the request was on its way: it may have arrived.
        if (attempts_ > 0) return CloudUnknown{reason};
        return CloudUnreachable{reason};
    }
    return read_graph_answer(http(), answer_, retry_after());
}

GraphCloudApi::GraphCloudApi(GraphOptions options) : options_(std::move(options)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

GraphCloudApi::~GraphCloudApi() = default;

std::unique_ptr<GraphCloudApi::Call> GraphCloudApi::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto call = std::move(idle_.back());
            idle_.pop_back();
            return call;
        }
    }
    return std::make_unique<Call>(options_, is_stopping_);
}

void GraphCloudApi::give_back(std::unique_ptr<Call> call) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(call));
}

CloudOutcome GraphCloudApi::post(std::string_view account_key, std::string_view body) {
    if (is_stopping_) return CloudUnreachable{"Roost is stopping."};
    auto call = borrow();
    const auto url = options_.url + "/" + options_.version + "/" + url_escaped(account_key) + "/messages";
    auto outcome = call->post(url, body);
    give_back(std::move(call));
    return outcome;
}

TemplateListing GraphCloudApi::list_templates(std::string_view waba, std::string_view after) {
    if (is_stopping_) return CloudUnreachable{"Roost is stopping."};
    auto call = borrow();
    auto url = options_.url + "/" + options_.version + "/" + url_escaped(waba);
    url += kTemplateQuery;
    if (!after.empty()) url += "&after=" + url_escaped(after);
    auto listing = call->get_templates(url);
    give_back(std::move(call));
    return listing;
}

TemplateOutcome GraphCloudApi::change_template(
    const std::string& path, std::optional<std::string_view> body
) {
    if (is_stopping_) return CloudUnreachable{"Roost is stopping."};
    auto call = borrow();
    auto outcome = call->change_template(options_.url + "/" + options_.version + "/" + path, body);
    give_back(std::move(call));
    return outcome;
}

TemplateOutcome GraphCloudApi::create_template(std::string_view waba, std::string_view body) {
    return change_template(std::string(waba) + "/message_templates", body);
}

TemplateOutcome GraphCloudApi::edit_template(
    std::string_view /*waba*/, std::string_view id, std::string_view body
) {
    return change_template(std::string(id), body);
}

TemplateOutcome GraphCloudApi::delete_template(
    std::string_view waba, std::string_view id, std::string_view name
) {
    // Ids are digits, names lower case, digits and _: nothing of them needs an escape.
    std::string path(waba);
    path.append("/message_templates?hsm_id=").append(id).append("&name=").append(name);
    return change_template(path, std::nullopt);
}

SubscribeOutcome GraphCloudApi::subscribe_app(std::string_view waba) {
    auto outcome = change_template(std::string(waba) + "/subscribed_apps", "{}");
    if (auto* refusal = std::get_if<CloudRefusal>(&outcome)) return std::move(*refusal);
    if (auto* lost = std::get_if<CloudUnreachable>(&outcome)) return std::move(*lost);
    // Perhaps it was done: whoever asks again does no harm.
    if (auto* unknown = std::get_if<CloudUnknown>(&outcome))
        return CloudUnreachable{std::move(unknown->reason)};
    return AppSubscribed{};
}

tl::expected<GraphReply, CloudUnreachable> GraphCloudApi::ask(
    const char* method, const std::string& path, const std::string& body
) {
    if (is_stopping_) return tl::unexpected(CloudUnreachable{"Roost is stopping."});
    auto call = borrow();
    auto reply = call->ask(method, options_.url + "/" + options_.version + "/" + path, body);
    give_back(std::move(call));
    return reply;
}

CloudOutcome GraphCloudApi::send(std::string_view account_key, std::string_view body) {
    return post(account_key, body);
}

CloudOutcome GraphCloudApi::mark_read(std::string_view account_key, std::string_view wamid) {
    const auto body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("messaging_product").string("whatsapp").key("status").string("read");
        out.key("message_id").string(wamid).end_object();
    });
    return post(account_key, body);
}

}  // namespace roost
