// Files held for the business and for its customers (cloud-api §3). Not synchronised; `now` is a parameter.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/simulator/exchange.h"
#include "server/simulator/identity.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost::simulator {

struct MediaFile {
    std::string mime_type;
    std::string bytes;
    bool is_inbound = false;
    UnixMillis created_at = 0;
};

// What goes wrong with a file that the business asks for.
enum class MediaTrouble {
    kGone,       // the look-up knows no such file
    kRefused,    // … or not this token
    kWrongHash,  // … or tells the hash of other bytes
    kOver,       // the address is too old
    kCutShort,   // half of the bytes come
    kEmpty,      // … or none
    kSlow,       // they take their time
    kRedirect,   // they lie on another host, which must not see the token
};

struct PlannedTrouble {
    MediaTrouble trouble = MediaTrouble::kGone;
    int delay_ms = 0;
};

// {"mode": "gone", "refused", "wrong_hash", "over", "cut_short", "empty", "slow" or "redirect", "delay_ms"?}.
// kInvalid naming the field.
Result<PlannedTrouble> parse_trouble(const Json& json);

class MediaStore {
  public:
    // The id. Inbound files live 7 days, uploaded ones 30.
    std::string add(MediaFile file, IdMaker& ids);
    bool has(const std::string& id, UnixMillis now) const;
    // Null if there is none (any more).
    const MediaFile* find(const std::string& id, UnixMillis now) const;
    bool remove(const std::string& id) { return files_.erase(id) > 0; }

    // Troubles come in the order they were planned, each once, at the next request that it is about.
    void plan(PlannedTrouble trouble) { troubles_.push_back(trouble); }
    void forget_troubles() { troubles_.clear(); }
    enum class Step { kLookUp, kBytes };
    std::optional<PlannedTrouble> take_trouble(Step step);

    // {"messaging_product","url","mime_type","sha256","file_size","id"}; the url is good for five minutes.
    std::optional<Json> look_up(const std::string& id, std::string_view base_url, UnixMillis now) const;
    // The bytes behind such a url; 404 once it is too old or does not fit.
    Reply bytes(const std::string& id, std::string_view expires, std::string_view hash, UnixMillis now) const;

  private:
    std::map<std::string, MediaFile> files_;
    std::deque<PlannedTrouble> troubles_;
};

// The answer to a file that is not to be uploaded: absent if type and size are as Meta wants them.
std::optional<GraphError> check_upload(std::string_view mime_type, std::size_t size);

// `image`, `audio`, … as an inbound message carries it.
Json inbound_media(const MediaFile& file, const std::string& id, std::string_view url);

}  // namespace roost::simulator
