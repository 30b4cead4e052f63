// What a message knows of its file, inside a transaction: expected, there, or given up.
#pragma once

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/message.h"

namespace roost {

// Meta keeps the files of customers for seven days (cloud-api §3).
inline constexpr UnixMillis kMetaKeepsFiles = 7 * kDay;

// Before a message is entered: one with a file that Meta holds begins as pending.
void expect_file(Message& message, Platform platform);
// After it: the job that fetches the file. Nothing for messages without a pending one.
Status want_file(Transaction& transaction, const Message& message, UnixMillis give_up_at);

// The content after an edit keeps the file of the one before; another one is expected.
void keep_file(const Content& before, Content& after);

// A message that is to be sent names files that were uploaded: it learns what they are. kInvalid or kTooLarge
// if there is none, or WhatsApp does not take it as this kind of message.
Status take_uploaded_files(Transaction& transaction, Platform platform, Content& content);
// Meta had reasons to refuse the message: its files are uploaded anew the next time.
Status forget_uploads(Transaction& transaction, const Message& message, AccountId account);

MediaCopy stored_copy(const std::string& id, const MediaType& type, std::int64_t size);

// Stores and announces what became of the file. Nothing if the message has none (any more).
Status change_file(Transaction& transaction, MessageId message, const MediaCopy& file);

}  // namespace roost
