// How many streams one person and one address hold open, and may. A stream keeps its place until it is
// closed.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/app/principal.h"
#include "server/http/entrance.h"
#include "shared/base/result.h"

namespace roost {

struct StreamBounds {
    std::size_t per_agent = 64;                // or API key
    std::size_t per_address = 1024;            // a whole office behind one
    std::vector<AddressRange> uncounted = {};  // proxies, behind whom everybody stands
};

class StreamPlace;

// Any thread; outlives its places.
class StreamPlaces {
  public:
    explicit StreamPlaces(StreamBounds bounds) : bounds_(std::move(bounds)) {}

    // kUnavailable with a sentence that says whose streams are too many. Never null.
    Result<std::shared_ptr<StreamPlace>> take(const Principal& who, std::string_view address);

    std::size_t taken() const;
    // People who hold one; in no order.
    std::vector<AgentId> agents() const;

  private:
    friend class StreamPlace;
    using Counts = std::unordered_map<std::string, std::size_t>;
    void leave(Counts::value_type* agent, Counts::value_type* address);
    static void leave(Counts& counts, Counts::value_type* one);

    const StreamBounds bounds_;
    mutable std::mutex mutex_;  // guards all below; their entries never move
    Counts agents_;
    Counts addresses_;
};

// One stream's place: given back when it is destroyed.
class StreamPlace {
  public:
    using Entry = StreamPlaces::Counts::value_type;
    StreamPlace(StreamPlaces& places, Entry* agent, Entry* address)
        : places_(places), agent_(agent), address_(address) {}
    ~StreamPlace() { places_.leave(agent_, address_); }
    StreamPlace(const StreamPlace&) = delete;
    StreamPlace& operator=(const StreamPlace&) = delete;

  private:
    StreamPlaces& places_;
    Entry* const agent_;
    Entry* const address_;  // null = not counted
};

}  // namespace roost
