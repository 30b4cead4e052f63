// The database as a file: copied while it is in use, checked, summed up and looked into. Any thread; other
// processes may be writing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/numbers.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/model/conversation.h"

namespace roost {

// Where open_store() keeps it.
std::string store_file_of(const std::string& data_folder);

// As of one moment, into a file that does not exist yet and needs no other beside it. kUnavailable when there
// is no database, or the disk refuses; then nothing is left there.
Status copy_store(const std::string& from, const std::string& to);

struct StoreSum {
    std::int64_t messages = 0;
    std::string hash;  // SHA-256 over every row of every table, in hexadecimal: equal content, equal hash
};
Result<StoreSum> sum_store(const std::string& file);

Result<std::int64_t> count_messages(const std::string& file);

// One sentence for each thing that is wrong; none = all is well. kUnavailable when it cannot be read at all.
Result<std::vector<std::string>> check_store(const std::string& file);
// The files that messages name, by their ids.
Result<std::vector<std::string>> named_media_files(const std::string& file);

// A look from outside, which starts nothing, makes nothing and brings no schema up to date. Each is
// kUnavailable or kInternal when there is nothing to read, or its schema is another one.
struct StoreGlance {
    int schema = 0;
    int known_schema = 0;            // of this program
    UnixMillis last_webhook_at = 0;  // 0 = none is stored
};
Result<StoreGlance> glance_at_store(const std::string& file);
// The newest first.
Result<std::vector<Conversation>> newest_conversations(const std::string& file, int limit);
// The numbers that were connected in the client, in the order of their connecting.
Result<std::vector<ConnectionRow>> stored_connections(const std::string& file);
// With one of our WhatsApp numbers; absent if there is none.
Result<std::optional<Conversation>> conversation_with_number(
    const std::string& file, std::string_view phone_number_id, std::string_view wa_id
);

}  // namespace roost
