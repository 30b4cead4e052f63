#include "client-wasm/app/outbox.h"

#include <algorithm>

#include "client-wasm/net/backoff.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr UnixMillis kLongestWait = 30 * kSecond;
constexpr int kMostUploads = 2;

Result<QueuedMessage> read_queued(const Json& json) {
    QueuedMessage message;
    ASSIGN_OR_RETURN(message.conversation, required_id<ConversationId>(json, "conversation"));
    ASSIGN_OR_RETURN(message.ref, required_string(json, "ref"));
    ASSIGN_OR_RETURN(message.at, required_time(json, "at"));
    message.reply_to = read_quote(member(json, "reply_to"));
    const Json& body = member(json, "body");  // what a client of an older version has left
    if (body.is_string()) {
        message.content = Text{body.get_ref<const std::string&>(), false};
        return message;
    }
    ASSIGN_OR_RETURN(const std::string type, required_string(json, "type"));
    message.content = parse_content(json);
    if (std::holds_alternative<Unsupported>(message.content)) return fail(ErrorCode::kInvalid, type);
    message.is_refused = needs_upload(message);
    return message;
}

}  // namespace

bool needs_upload(const QueuedMessage& message) {
    const MediaRef* media = media_in(message.content);
    return media != nullptr && media->file.id.empty() && media->link.empty();
}

std::vector<QueuedMessage> Outbox::take_due(UnixMillis now) {
    std::vector<QueuedMessage> due;
    std::vector<ConversationId> seen;
    auto uploads = std::count_if(messages_.begin(), messages_.end(), [](const QueuedMessage& one) {
        return one.is_on_its_way && needs_upload(one);
    });
    for (QueuedMessage& message : messages_) {
        if (message.is_refused) continue;
        const bool is_first = std::find(seen.begin(), seen.end(), message.conversation) == seen.end();
        if (is_first) seen.push_back(message.conversation);
        const bool is_upload = needs_upload(message);
        if (message.is_on_its_way || message.not_before > now) continue;
        message.not_before = 0;
        if (is_upload ? uploads >= kMostUploads : !is_first) continue;
        if (is_upload) ++uploads;
        message.is_on_its_way = true;
        due.push_back(message);
    }
    return due;
}

void Outbox::add(QueuedMessage message) {
    if (find(message.ref) == nullptr) messages_.push_back(std::move(message));
}

std::size_t Outbox::place_of(const ClientRef& ref) const {
    std::size_t place = 0;
    while (place < messages_.size() && messages_[place].ref != ref)
        ++place;
    return place;
}

const QueuedMessage* Outbox::find(const ClientRef& ref) const {
    const std::size_t place = place_of(ref);
    return place < messages_.size() ? &messages_[place] : nullptr;
}

QueuedMessage* Outbox::known(const ClientRef& ref) {
    const std::size_t place = place_of(ref);
    return place < messages_.size() ? &messages_[place] : nullptr;
}

void Outbox::uploaded(const ClientRef& ref, const MediaCopy& file) {
    QueuedMessage* message = known(ref);
    MediaRef* media = message == nullptr ? nullptr : media_in(message->content);
    if (media == nullptr) return;
    media->file = file;
    // A browser that records in another way sends what it recorded as a piece of music.
    if (auto* audio = std::get_if<Audio>(&message->content))
        audio->is_voice = audio->is_voice && file.mime_type.starts_with("audio/ogg");
    message->is_on_its_way = false;
    message->attempts = 0;
}

void Outbox::remove(const ClientRef& ref) {
    std::erase_if(messages_, [&](const QueuedMessage& message) { return message.ref == ref; });
}

void Outbox::refuse(const ClientRef& ref) {
    QueuedMessage* message = known(ref);
    if (message == nullptr) return;
    message->is_on_its_way = false;
    message->is_refused = true;
}

void Outbox::try_again(const ClientRef& ref) {
    QueuedMessage* message = known(ref);
    if (message == nullptr) return;
    message->is_refused = false;
    message->attempts = 0;
    message->not_before = 0;
}

void Outbox::postpone(const ClientRef& ref, UnixMillis now, double chance) {
    QueuedMessage* message = known(ref);
    if (message == nullptr) return;
    message->is_on_its_way = false;
    message->not_before = now + net::backoff(message->attempts++, chance, kLongestWait);
}

void Outbox::hurry() {
    for (QueuedMessage& message : messages_)
        message.not_before = 0;
}

std::vector<QueuedMessage> Outbox::move_behind(ConversationId conversation, UnixMillis at) {
    std::vector<QueuedMessage> moved;
    for (QueuedMessage& message : messages_) {
        if (message.conversation != conversation || message.is_refused || message.at > at) continue;
        message.at = ++at;
        moved.push_back(message);
    }
    return moved;
}

bool Outbox::has_uploads() const {
    return std::any_of(messages_.begin(), messages_.end(), [](const QueuedMessage& message) {
        return message.file != 0 && needs_upload(message);
    });
}

int Outbox::waiting() const {
    return static_cast<int>(std::count_if(
        messages_.begin(), messages_.end(), [](const QueuedMessage& message) { return !message.is_refused; }
    ));
}

UnixMillis Outbox::wake_at() const {
    UnixMillis earliest = 0;
    for (const QueuedMessage& message : messages_) {
        if (message.is_on_its_way || message.is_refused || message.not_before == 0) continue;
        if (earliest == 0 || message.not_before < earliest) earliest = message.not_before;
    }
    return earliest;
}

std::string Outbox::write() const {
    if (messages_.empty()) return "";
    return text_written_by([this](JsonWriter& out) {
        out.begin_array();
        for (const QueuedMessage& message : messages_) {
            out.begin_object().key("conversation").id(message.conversation).key("ref").string(message.ref);
            out.key("at").time(message.at);
            write_content_members(out, message.content);
            if (message.reply_to) {
                out.key("reply_to");
                write_quote(out, *message.reply_to);
            }
            out.end_object();
        }
        out.end_array();
    });
}

void Outbox::read(std::string_view json) {
    messages_.clear();
    const auto list = parse_json(json);
    if (!list || !list->is_array()) return;
    for (const Json& entry : *list) {
        if (auto message = read_queued(entry)) messages_.push_back(std::move(*message));
    }
}

}  // namespace roost
