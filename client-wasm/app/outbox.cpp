#include "client-wasm/app/outbox.h"

#include <algorithm>

#include "client-wasm/net/backoff.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr UnixMillis kLongestWait = 30 * kSecond;

Result<QueuedText> read_queued(const Json& json) {
    QueuedText text;
    ASSIGN_OR_RETURN(text.conversation, required_id<ConversationId>(json, "conversation"));
    ASSIGN_OR_RETURN(text.ref, required_string(json, "ref"));
    ASSIGN_OR_RETURN(text.body, required_string(json, "body"));
    ASSIGN_OR_RETURN(text.at, required_time(json, "at"));
    text.reply_to = read_quote(member(json, "reply_to"));
    return text;
}

}  // namespace

std::vector<QueuedText> Outbox::take_due(UnixMillis now) {
    std::vector<QueuedText> due;
    std::vector<ConversationId> seen;
    for (QueuedText& text : texts_) {
        if (std::find(seen.begin(), seen.end(), text.conversation) != seen.end()) continue;
        seen.push_back(text.conversation);
        if (text.is_on_its_way || text.not_before > now) continue;
        text.is_on_its_way = true;
        due.push_back(text);
    }
    return due;
}

void Outbox::add(QueuedText text) {
    const auto is_same = [&](const QueuedText& known) { return known.ref == text.ref; };
    if (std::none_of(texts_.begin(), texts_.end(), is_same)) texts_.push_back(std::move(text));
}

void Outbox::remove(const ClientRef& ref) {
    std::erase_if(texts_, [&](const QueuedText& text) { return text.ref == ref; });
}

void Outbox::postpone(const ClientRef& ref, UnixMillis now, double chance) {
    for (QueuedText& text : texts_) {
        if (text.ref != ref) continue;
        text.is_on_its_way = false;
        text.not_before = now + net::backoff(text.attempts++, chance, kLongestWait);
    }
}

void Outbox::hurry() {
    for (QueuedText& text : texts_)
        text.not_before = 0;
}

UnixMillis Outbox::wake_at() const {
    UnixMillis earliest = 0;
    for (const QueuedText& text : texts_) {
        if (text.is_on_its_way || text.not_before == 0) continue;
        if (earliest == 0 || text.not_before < earliest) earliest = text.not_before;
    }
    return earliest;
}

std::string Outbox::write() const {
    if (texts_.empty()) return "";
    return text_written_by([this](JsonWriter& out) {
        out.begin_array();
        for (const QueuedText& text : texts_) {
            out.begin_object().key("conversation").id(text.conversation).key("ref").string(text.ref);
            out.key("body").string(text.body).key("at").time(text.at);
            if (text.reply_to) {
                out.key("reply_to");
                write_quote(out, *text.reply_to);
            }
            out.end_object();
        }
        out.end_array();
    });
}

void Outbox::read(std::string_view json) {
    texts_.clear();
    const auto list = parse_json(json);
    if (!list || !list->is_array()) return;
    for (const Json& entry : *list) {
        if (auto text = read_queued(entry)) texts_.push_back(std::move(*text));
    }
}

}  // namespace roost
