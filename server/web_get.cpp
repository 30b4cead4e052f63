#include "server/web_get.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <mutex>

namespace roost {

namespace {

constexpr std::size_t kLongestAnswer = std::size_t{1024} * 1024;

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& text = *static_cast<std::string*>(data);
    if (text.size() + size * count > kLongestAnswer) return 0;
    text.append(bytes, size * count);
    return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* data) {
    const std::string line(bytes, size * count);
    const auto colon = line.find(':');
    if (colon != std::string::npos && curl_strequal(line.substr(0, colon).c_str(), "date") != 0) {
        const auto at = curl_getdate(line.substr(colon + 1).c_str(), nullptr);
        if (at >= 0) static_cast<WebAnswer*>(data)->date = UnixMillis{at} * kSecond;
    }
    return line.size();
}

// curl counts the handshake of TLS as connecting: only the socket itself knows that there was somebody.
int note_and_close(void* was_connected, curl_socket_t socket) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &size) == 0)
        *static_cast<bool*>(was_connected) = true;
    return ::close(socket);
}

bool has_passed(CURL* curl, CURLINFO step) {
    curl_off_t micros = 0;
    curl_easy_getinfo(curl, step, &micros);
    return micros > 0;
}

// By what curl says, and for what has no word of its own (a time limit, a closed connection) by what was
// done.
WebStep step_of(CURL* curl, CURLcode failure, bool was_connected, bool has_tls) {
    switch (failure) {
        case CURLE_URL_MALFORMAT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return WebStep::kName;
        case CURLE_COULDNT_CONNECT:
            return WebStep::kConnection;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return WebStep::kTls;
        default:
            break;
    }
    if (!has_passed(curl, CURLINFO_NAMELOOKUP_TIME_T)) return WebStep::kName;
    if (!was_connected && !has_passed(curl, CURLINFO_CONNECT_TIME_T)) return WebStep::kConnection;
    if (has_tls && !has_passed(curl, CURLINFO_APPCONNECT_TIME_T)) return WebStep::kTls;
    return WebStep::kAnswer;
}

void set_up(CURL* curl, const WebGet& get, WebAnswer& answer) {
    const auto set = [curl](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
    set(CURLOPT_URL, get.url.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);  // a token is for this host alone
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(get.connect_limit));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(get.time_limit));
    set(CURLOPT_USERAGENT, "roost");
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, &answer.body);
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, &answer);
    if (is_loopback(get.url)) set(CURLOPT_PROXY, "");
}

}  // namespace

WebAnswer web_get(const WebGet& get) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    WebAnswer answer;
    bool was_connected = false;  // outlives the connection, which may close with the line below
    const Curl curl(curl_easy_init(), curl_easy_cleanup);
    Headers headers(nullptr, curl_slist_free_all);
    set_up(curl.get(), get, answer);
    if (!get.bearer.empty()) {
        headers.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + get.bearer).c_str()));
        curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    }
    curl_easy_setopt(curl.get(), CURLOPT_CLOSESOCKETFUNCTION, note_and_close);
    curl_easy_setopt(curl.get(), CURLOPT_CLOSESOCKETDATA, &was_connected);
    const CURLcode done = curl_easy_perform(curl.get());
    curl_off_t micros = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_TOTAL_TIME_T, &micros);
    answer.took = micros / 1000;
    if (done != CURLE_OK) {
        answer.failed_at = step_of(curl.get(), done, was_connected, get.url.starts_with("https:"));
        answer.reason = curl_easy_strerror(done);
        return answer;
    }
    long http = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &http);
    answer.http = static_cast<int>(http);
    return answer;
}

std::string url_escaped(std::string_view text) {
    char* safe = curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size()));
    std::string copy = safe == nullptr ? "" : safe;
    curl_free(safe);
    return copy;
}

}  // namespace roost
