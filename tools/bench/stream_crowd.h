// Many streams of server-sent events, held by one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/figures.h"
#include "tools/bench/sockets.h"

namespace roost::bench {

class StreamCrowd {
  public:
    // Opens `count` streams with the given request and waits until each has its head. is_complete() tells
    // whether all of them came.
    StreamCrowd(int port, const std::string& request, int count);

    bool is_complete() const { return opened_ == streams_.size(); }

    // Waits until every stream has received `marker`. Milliseconds from `start` to each arrival; fewer than
    // streams if some did not come within ten seconds.
    std::vector<double> wait_for(std::string_view marker, Moment start);

  private:
    struct Stream {
        Descriptor socket;
        std::string tail;  // the last bytes, since an event may come in pieces
        bool has_marker = false;
    };

    bool open_stream(int port, const std::string& request);
    // Reads what is there; true if the marker is now complete in it for the first time.
    bool receive(Stream& stream, std::string_view marker);

    Descriptor poll_;
    std::vector<Stream> streams_;
    std::size_t opened_ = 0;
};

}  // namespace roost::bench
