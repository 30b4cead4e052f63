#include "server/media/web_download.h"

#include <curl/curl.h>
#include <unistd.h>

#include <memory>
#include <mutex>
#include <utility>

#include "server/media/public_address.h"

namespace roost {

namespace {

constexpr int kMostRedirects = 3;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

// One request.
struct Step {
    CURL* curl;
    const WebOptions& options;
    const std::function<bool(std::string_view)>& take;
    const std::atomic<bool>& is_stopping;
    bool is_closed_network = false;
    bool is_cut_off = false;
};

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
    auto& step = *static_cast<Step*>(data);
    if (!step.options.may_connect(address->addr)) {
        step.is_closed_network = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// What stands beside a redirect or a refusal is not the file.
std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& step = *static_cast<Step*>(data);
    long http = 0;
    curl_easy_getinfo(step.curl, CURLINFO_RESPONSE_CODE, &http);
    if (http != 200) return size * count;
    step.is_cut_off = !step.take(std::string_view(bytes, size * count));
    return step.is_cut_off ? 0 : size * count;
}

int end_when_stopping(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const Step*>(data)->is_stopping ? 1 : 0;
}

void set_up(Step& step, const std::string& url) {
    const auto set = [&step](CURLoption option, auto value) { curl_easy_setopt(step.curl, option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_PROXY, "");  // a proxy would resolve the name where nobody checks it
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(step.options.connect_limit));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(step.options.time_limit));
    set(CURLOPT_USERAGENT, "roost");
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, &step);
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_WRITEDATA, &step);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, end_when_stopping);
    set(CURLOPT_XFERINFODATA, &step);
}

tl::unexpected<Error> explain(const Step& step, CURLcode done) {
    if (step.is_closed_network) {
        return fail(ErrorCode::kInvalid, "The address does not lead into the open Internet.");
    }
    if (step.is_stopping) return fail(ErrorCode::kConflict, "Roost is stopping.");
    if (step.is_cut_off) return fail(ErrorCode::kTooLarge, "The file at the address is too large.");
    const bool is_no_address = done == CURLE_URL_MALFORMAT || done == CURLE_UNSUPPORTED_PROTOCOL ||
                               done == CURLE_COULDNT_RESOLVE_HOST;
    if (is_no_address)
        return fail(ErrorCode::kInvalid, "The address is none of http or https that leads anywhere.");
    return fail(ErrorCode::kConflict, "The file could not be fetched: its server did not answer.");
}

}  // namespace

WebDownload::WebDownload(WebOptions options) : options_(std::move(options)) {
    if (!options_.may_connect)
        options_.may_connect = [](const sockaddr& to) { return is_public_address(to); };
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

Status WebDownload::download(const std::string& url, const std::function<bool(std::string_view)>& take)
    const {
    std::string next = url;
    for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
        const Handle handle(curl_easy_init(), curl_easy_cleanup);
        Step step{handle.get(), options_, take, is_stopping_};
        set_up(step, next);
        const auto done = curl_easy_perform(handle.get());
        if (done != CURLE_OK) return explain(step, done);
        long http = 0;
        char* redirect = nullptr;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &http);
        curl_easy_getinfo(handle.get(), CURLINFO_REDIRECT_URL, &redirect);
        if (http == 200) return {};
        if (http < 300 || http >= 400 || redirect == nullptr) {
            return fail(
                ErrorCode::kConflict,
                "The address answers with " + std::to_string(http) + ", not with a file."
            );
        }
        next = redirect;
    }
    return fail(ErrorCode::kConflict, "The address leads on and on.");
}

}  // namespace roost
