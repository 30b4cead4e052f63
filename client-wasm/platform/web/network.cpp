#include "client-wasm/platform/web/network.h"

#include <utility>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

std::string lines_of(const Request& request) {
    std::string headers;
    for (const auto& [name, value] : request.headers)
        headers.append(name).append(": ").append(value).append("\n");
    return headers;
}

}  // namespace

void Network::start(int id, const Request& request, bool is_stream) {
    const std::string headers = lines_of(request);
    roost_net_fetch(
        id,
        request.method.c_str(),
        request.path.c_str(),
        headers.c_str(),
        request.body.data(),
        request.body.size(),
        static_cast<double>(request.timeout),
        is_stream
    );
}

void Network::fetch(const Request& request, ResponseCallback done) {
    const int id = next_id_++;
    waiting_.emplace(id, std::move(done));
    outgoing_.push_back({id, request});
}

void Network::send() {
    const auto requests = std::exchange(outgoing_, {});
    for (const Outgoing& one : requests)
        start(one.id, one.request, false);
}

UploadId Network::upload(int file, const Request& request, ProgressCallback progress, ResponseCallback done) {
    const int id = next_id_++;
    waiting_.emplace(id, std::move(done));
    uploads_.emplace(id, std::move(progress));
    roost_net_upload(id, file, request.path.c_str(), lines_of(request).c_str());
    return id;
}

void Network::cancel_upload(UploadId id) {
    waiting_.erase(id);
    if (uploads_.erase(id) > 0) roost_net_abort(id);
}

StreamId Network::open_stream(const Request& request, StreamCallbacks callbacks) {
    const int id = next_id_++;
    streams_.emplace(id, std::move(callbacks));
    start(id, request, true);
    return id;
}

void Network::close_stream(StreamId id) {
    if (streams_.erase(id) > 0) roost_net_abort(id);
}

void Network::responded(int id, Response response) {
    news_.push_back({News::Kind::kResponse, id, std::move(response)});
}

void Network::progressed(int id, int percent) {
    news_.push_back({News::Kind::kProgress, id, {percent, {}}});
}

void Network::stream_opened(int id, int status) {
    news_.push_back({News::Kind::kOpened, id, {status, {}}});
}

void Network::stream_sent(int id, std::string_view bytes) {
    news_.push_back({News::Kind::kBytes, id, {0, std::string(bytes)}});
}

void Network::stream_closed(int id) {
    news_.push_back({News::Kind::kClosed, id, {}});
}

void Network::deliver() {
    std::vector<News> news = std::exchange(news_, {});
    for (News& one : news) {
        if (one.kind == News::Kind::kProgress) {
            const auto upload = uploads_.find(one.id);
            if (upload != uploads_.end()) upload->second(one.response.status);
            continue;
        }
        if (one.kind != News::Kind::kResponse) {
            deliver_to_stream(one);
            continue;
        }
        const auto found = waiting_.find(one.id);
        if (found == waiting_.end()) continue;
        // Out of the map first: the callback may start another request.
        const ResponseCallback done = std::move(found->second);
        waiting_.erase(found);
        uploads_.erase(one.id);
        done(std::move(one.response));
    }
}

// A copy of what is called: it may close its own stream.
void Network::deliver_to_stream(News& news) {
    const auto found = streams_.find(news.id);
    if (found == streams_.end()) return;
    if (news.kind == News::Kind::kOpened) {
        const auto on_open = found->second.on_open;
        on_open(news.response.status);
    } else if (news.kind == News::Kind::kBytes) {
        const auto on_bytes = found->second.on_bytes;
        on_bytes(news.response.body);
    } else {
        const auto on_close = std::move(found->second.on_close);
        streams_.erase(found);
        on_close();
    }
}

}  // namespace roost::platform
