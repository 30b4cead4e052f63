// Requests and streams over fetch(). What arrives is queued, and delivered at the start of a frame.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client-wasm/platform/platform.h"

namespace roost::platform {

class Network {
  public:
    void fetch(const Request& request, ResponseCallback done);
    UploadId upload(int file, const Request& request, ProgressCallback progress, ResponseCallback done);
    void cancel_upload(UploadId id);
    StreamId open_stream(const Request& request, StreamCallbacks callbacks);
    void close_stream(StreamId id);

    // From the browser.
    void responded(int id, Response response);
    void progressed(int id, int percent);
    void stream_opened(int id, int status);
    void stream_sent(int id, std::string_view bytes);
    void stream_closed(int id);

    // Calls back for everything that was queued; what callbacks start is queued in its turn.
    void deliver();
    // Hands the requests of this frame to the browser: after the drawing, which nobody should wait for
    // longer.
    void send();

  private:
    struct News {
        enum class Kind { kResponse, kProgress, kOpened, kBytes, kClosed };
        Kind kind = Kind::kResponse;
        int id = 0;
        Response response;  // kOpened: the status; kProgress: the percent; kBytes: the body
    };

    struct Outgoing {
        int id = 0;
        Request request;
    };

    static void start(int id, const Request& request, bool is_stream);
    void deliver_to_stream(News& news);

    int next_id_ = 1;
    std::unordered_map<int, ResponseCallback> waiting_;
    std::unordered_map<int, ProgressCallback> uploads_;
    std::unordered_map<int, StreamCallbacks> streams_;
    std::vector<News> news_;
    std::vector<Outgoing> outgoing_;
};

}  // namespace roost::platform
