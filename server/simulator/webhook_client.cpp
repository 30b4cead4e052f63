#include "server/simulator/webhook_client.h"

#include <curl/curl.h>

#include <mutex>

namespace roost::simulator {

namespace {

constexpr std::size_t kMaxAnswer = 4096;  // only the verification reads it

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* answer) {
    auto& text = *static_cast<std::string*>(answer);
    const std::size_t room = kMaxAnswer - std::min(text.size(), kMaxAnswer);
    text.append(bytes, std::min(size * count, room));
    return size * count;
}

int abort_when_stopping(void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(is_stopping)->load() ? 1 : 0;
}

}  // namespace

struct WebhookClient::Connection {
    CURL* curl = nullptr;
    std::string answer;
};

WebhookClient::WebhookClient(std::string url, const std::atomic<bool>& is_stopping)
    : url_(std::move(url)), connection_(std::make_unique<Connection>()) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    connection_->curl = curl_easy_init();
    CURL* curl = connection_->curl;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "facebookexternalua");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_answer);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &connection_->answer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, abort_when_stopping);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &is_stopping);
}

WebhookClient::~WebhookClient() {
    curl_easy_cleanup(connection_->curl);
}

int WebhookClient::perform(int timeout_ms) {
    CURL* curl = connection_->curl;
    connection_->answer.clear();
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout_ms));
    if (curl_easy_perform(curl) != CURLE_OK) return 0;
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return static_cast<int>(status);
}

int WebhookClient::post(const std::string& body, const std::string& signature, int timeout_ms) {
    CURL* curl = connection_->curl;
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    if (!signature.empty()) {
        headers = curl_slist_append(headers, ("X-Hub-Signature-256: " + signature).c_str());
    }
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    const int status = perform(timeout_ms);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
    curl_slist_free_all(headers);
    return status;
}

bool WebhookClient::verify(const std::string& verify_token, const std::string& challenge, int timeout_ms) {
    CURL* curl = connection_->curl;
    char* token = curl_easy_escape(curl, verify_token.data(), static_cast<int>(verify_token.size()));
    const std::string query = std::string("hub.mode=subscribe&hub.challenge=") + challenge +
                              "&hub.verify_token=" + (token == nullptr ? "" : token);
    curl_free(token);
    const std::string url = url_ + (url_.find('?') == std::string::npos ? "?" : "&") + query;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    return perform(timeout_ms) == 200 && connection_->answer == challenge;
}

}  // namespace roost::simulator
