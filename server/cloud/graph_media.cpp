#include "server/cloud/graph_media.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "server/cloud/graph_answer.h"
#include "server/cloud/meta_hosts.h"
#include "server/media/public_address.h"
#include "server/web_get.h"
#include "shared/base/json.h"

namespace roost {

namespace {

constexpr std::size_t kLongestAnswer = std::size_t{64} * 1024;
constexpr int kMostRedirects = 3;
constexpr UnixMillis kLongestTransfer = 30 * kMinute;
constexpr long kLeastBytesPerSecond = 256;

int end_when_stopping(void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(is_stopping)->load() ? 1 : 0;
}

curl_socket_t open_public_socket(void*, curlsocktype, curl_sockaddr* address) {
    if (!is_public_address(address->addr)) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// What curl hands over: a file's bytes go on, anything else is an answer to be read.
struct Receiver {
    CURL* curl = nullptr;
    const TakeBytes* take = nullptr;  // null = there is no file
    std::string answer = {};
    bool is_cut_off = false;
};

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* receiver) {
    auto& to = *static_cast<Receiver*>(receiver);
    const std::string_view piece(bytes, size * count);
    long http = 0;
    curl_easy_getinfo(to.curl, CURLINFO_RESPONSE_CODE, &http);
    if (to.take != nullptr && http == 200) {
        to.is_cut_off = !(*to.take)(piece);
        return to.is_cut_off ? 0 : piece.size();
    }
    const auto room = kLongestAnswer - std::min(kLongestAnswer, to.answer.size());
    to.answer.append(piece.substr(0, room));
    return piece.size();
}

}  // namespace

// One request, or a chain of redirects.
class GraphMedia::Call {
  public:
    enum class Token { kShown, kHidden };

    Call(const GraphMedia& media, const TakeBytes* take) : curl_(curl_easy_init()), receiver_{curl_, take} {
        const auto& options = media.options_;
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_limit));
        set(CURLOPT_LOW_SPEED_LIMIT, kLeastBytesPerSecond);
        set(CURLOPT_LOW_SPEED_TIME,
            static_cast<long>(std::max<UnixMillis>(1, options.stall_limit / kSecond)));
        set(CURLOPT_FOLLOWLOCATION, 0L);  // each step is looked at first
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_USERAGENT, "roost");
        set(CURLOPT_WRITEFUNCTION, receive);
        set(CURLOPT_WRITEDATA, &receiver_);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, end_when_stopping);
        set(CURLOPT_XFERINFODATA, &media.is_stopping_);
        if (is_loopback(options.url)) set(CURLOPT_PROXY, "");
    }
    ~Call() {
        curl_mime_free(form_);
        curl_slist_free_all(headers_);
        curl_easy_cleanup(curl_);
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    void show_token(const std::string& token) {
        headers_ = curl_slist_append(headers_, ("Authorization: Bearer " + token).c_str());
        headers_ = curl_slist_append(headers_, "Expect:");
        set(CURLOPT_HTTPHEADER, headers_);
    }
    // Wherever it leads, it leads to no machine beside this one.
    void stay_outside() {
        set(CURLOPT_PROXY, "");  // a proxy would resolve the name where nobody checks it
        set(CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
    }
    void limit_time(UnixMillis limit) { set(CURLOPT_TIMEOUT_MS, static_cast<long>(limit)); }

    void add_text(const char* name, std::string_view text) {
        auto* const part = new_part(name);
        curl_mime_data(part, text.data(), text.size());
    }
    // Read from the disk while it leaves.
    void add_file(const std::string& path, std::string_view mime_type) {
        auto* const part = new_part("file");
        curl_mime_filedata(part, path.c_str());
        curl_mime_filename(part, "file");
        curl_mime_type(part, std::string(mime_type).c_str());
    }

    // As the whole body, from its first byte on.
    void send_body(std::FILE* file, std::int64_t size) {
        headers_ = curl_slist_append(headers_, "file_offset: 0");
        headers_ = curl_slist_append(headers_, "Content-Type: application/octet-stream");
        set(CURLOPT_HTTPHEADER, headers_);
        set(CURLOPT_READDATA, file);
        begin_post(size);
    }
    void begin_post(std::int64_t size) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size));
        if (size == 0) set(CURLOPT_POSTFIELDS, "");
    }

    CURLcode run(const std::string& url) {
        receiver_.answer.clear();
        set(CURLOPT_URL, url.c_str());
        if (form_ != nullptr) set(CURLOPT_MIMEPOST, form_);
        return curl_easy_perform(curl_);
    }

    int http() const {
        long code = 0;
        curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
        return static_cast<int>(code);
    }
    // Where a redirect leads; empty if there is none.
    std::string next_url() const {
        char* url = nullptr;
        curl_easy_getinfo(curl_, CURLINFO_REDIRECT_URL, &url);
        return url == nullptr ? "" : url;
    }
    // Meta's refusal, if it is one.
    std::variant<CloudRefusal, CloudUnreachable> refusal() const {
        curl_off_t seconds = 0;
        curl_easy_getinfo(curl_, CURLINFO_RETRY_AFTER, &seconds);
        const auto wait = std::clamp<UnixMillis>(seconds, 0, 3600) * kSecond;
        auto outcome = read_graph_answer(http(), receiver_.answer, wait);
        if (auto* refused = std::get_if<CloudRefusal>(&outcome)) return std::move(*refused);
        return CloudUnreachable{"Meta answered " + std::to_string(http()) + "."};
    }
    const std::string& answer() const { return receiver_.answer; }
    bool is_cut_off() const { return receiver_.is_cut_off; }

  private:
    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl_, option, value);
    }

    curl_mimepart* new_part(const char* name) {
        if (form_ == nullptr) form_ = curl_mime_init(curl_);
        auto* const part = curl_mime_addpart(form_);
        curl_mime_name(part, name);
        return part;
    }

    CURL* curl_;
    Receiver receiver_;
    curl_slist* headers_ = nullptr;
    curl_mime* form_ = nullptr;
};

namespace {

template <class Outcome, class Refusal>
Outcome widened(Refusal refusal) {
    return std::visit([](auto& known) { return Outcome(std::move(known)); }, refusal);
}

}  // namespace

MediaLookUp GraphMedia::look_up(std::string_view account_key, std::string_view media_id) const {
    Call call(*this, nullptr);
    call.show_token(options_.access_token);
    call.limit_time(options_.call_limit);
    auto url = options_.url + "/" + options_.version + "/" + url_escaped(media_id);
    url += "?phone_number_id=" + url_escaped(account_key);
    const auto done = call.run(url);
    if (done != CURLE_OK) return CloudUnreachable{curl_easy_strerror(done)};
    if (call.http() != 200) return widened<MediaLookUp>(call.refusal());
    const auto answer = parse_json(call.answer());
    if (!answer) return CloudUnreachable{"The answer of Meta is unreadable."};
    MediaAddress address;
    address.url = string_or(*answer, "url", "");
    address.sha256 = string_or(*answer, "sha256", "");
    address.size = optional_integer(*answer, "file_size").value_or(0);
    if (address.url.empty()) return CloudUnreachable{"The answer of Meta names no address."};
    return address;
}

MediaDownload GraphMedia::download(const MediaAddress& address, const TakeBytes& take) const {
    // Meta hands out addresses of its own. Any other one was not made by Meta.
    if (!may_see_token(address.url, options_.url))
        return CloudRefusal{0, 0, "The address of the file is not one of Meta's.", 0};
    auto url = address.url;
    for (int step = 0; step <= kMostRedirects; ++step) {
        Call call(*this, &take);
        call.limit_time(kLongestTransfer);
        if (is_same_origin(url, address.url)) {
            call.show_token(options_.access_token);
        } else if (!is_loopback(options_.url)) {
            call.stay_outside();
        }
        const auto done = call.run(url);
        if (call.is_cut_off()) return MediaCutOff{};
        if (done != CURLE_OK) return CloudUnreachable{curl_easy_strerror(done)};
        if (call.http() == 200) return MediaReceived{};
        if (call.http() < 300 || call.http() >= 400) return widened<MediaDownload>(call.refusal());
        url = call.next_url();
        if (url.empty()) break;
    }
    return CloudUnreachable{"The address of the file leads nowhere."};
}

MediaUploadOutcome GraphMedia::upload(
    std::string_view account_key, const std::string& path, std::string_view mime_type
) const {
    Call call(*this, nullptr);
    call.show_token(options_.access_token);
    call.limit_time(kLongestTransfer);
    call.add_text("messaging_product", "whatsapp");
    call.add_text("type", mime_type);
    call.add_file(path, mime_type);
    const auto url = options_.url + "/" + options_.version + "/" + url_escaped(account_key) + "/media";
    const auto done = call.run(url);
    if (done != CURLE_OK) return CloudUnreachable{curl_easy_strerror(done)};
    if (call.http() != 200) return widened<MediaUploadOutcome>(call.refusal());
    const auto answer = parse_json(call.answer());
    auto id = answer ? text_or_number(*answer, "id") : std::string();
    if (id.empty()) return CloudUnreachable{"The answer of Meta names no file."};
    return MediaUploaded{std::move(id)};
}

tl::expected<Json, std::variant<CloudRefusal, CloudUnreachable>> GraphMedia::ask(
    Call& call, const std::string& path
) const {
    using Failure = std::variant<CloudRefusal, CloudUnreachable>;
    const auto done = call.run(options_.url + "/" + options_.version + "/" + path);
    if (done != CURLE_OK) return tl::unexpected(Failure(CloudUnreachable{curl_easy_strerror(done)}));
    if (call.http() != 200) return tl::unexpected(call.refusal());
    auto answer = parse_json(call.answer());
    if (!answer) return tl::unexpected(Failure(CloudUnreachable{"The answer of Meta is unreadable."}));
    return *std::move(answer);
}

// The store belongs to the app, whose id the token knows.
SampleOutcome GraphMedia::upload_sample(const std::string& path, std::string_view mime_type) const {
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    std::error_code trouble;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path, trouble));
    if (file == nullptr || trouble) return CloudUnreachable{"The file cannot be read."};
    Call asking(*this, nullptr);
    asking.show_token(options_.access_token);
    asking.limit_time(options_.call_limit);
    auto token = ask(asking, "debug_token?input_token=" + url_escaped(options_.access_token));
    if (!token) return widened<SampleOutcome>(std::move(token.error()));
    const auto app = text_or_number(member(*token, "data"), "app_id");
    Call opening(*this, nullptr);
    opening.show_token(options_.access_token);
    opening.limit_time(options_.call_limit);
    opening.begin_post(0);
    auto session =
        ask(opening,
            url_escaped(app) + "/uploads?file_name=sample&file_length=" + std::to_string(size) +
                "&file_type=" + url_escaped(mime_type));
    if (!session) return widened<SampleOutcome>(std::move(session.error()));
    Call filling(*this, nullptr);
    filling.show_token(options_.access_token);
    filling.limit_time(kLongestTransfer);
    filling.send_body(file.get(), size);
    // Its id is a path with a signature behind it, and goes as it came.
    auto filled = ask(filling, string_or(*session, "id", ""));
    if (!filled) return widened<SampleOutcome>(std::move(filled.error()));
    auto handle = string_or(*filled, "h", "");
    if (handle.empty()) return CloudUnreachable{"The answer of Meta names no file."};
    return UploadedSample{std::move(handle)};
}

}  // namespace roost
