// Links to records of other programs, and conversations that are begun.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/json_writer.h"
#include "shared/wire/snapshot.h"
#include "shared/wire/vcard.h"

namespace roost {

namespace {

// Its four members, into an object begun by the caller.
void write_record(JsonWriter& out, const RecordLink& link) {
    out.key("type").string(link.record.type).key("id").string(link.record.id);
    out.text_member("title", link.title).text_member("url", link.url);
}

std::string link_body(const LinkRecord& asked) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        if (asked.message) {
            out.key("message").id(asked.message);
        } else {
            out.key("conversation").id(asked.conversation);
        }
        write_record(out, asked.link);
        out.end_object();
    });
}

}  // namespace

void Client::records_failed(const Error& error) {
    if (error.code == ErrorCode::kUnauthorized) return signed_out();
    state_.records.is_busy = false;
    state_.records.error = sentence_of(state_.locale.words(), error);
    platform_.announce(state_.records.error, true);
}

// The event brings what is linked.
void Client::execute(const LinkRecord& command) {
    RecordsState& records = state_.records;
    if (std::exchange(records.is_busy, true)) return;
    records.error.clear();
    const std::string name = command.link.title.empty() ? command.link.record.id : command.link.title;
    api_.ask("POST", "/api/v1/links", link_body(command), [this, name](const Result<Json>& answer) {
        if (!state_.is_signed_in) return;
        if (!answer) return records_failed(answer.error());
        state_.records.clear();
        state_.records.wants_focus = true;
        platform_.announce(fill(state_.locale.words().records.is_linked, {name}), false);
    });
}

void Client::execute(const UnlinkRecord& command) {
    RecordsState& records = state_.records;
    if (std::exchange(records.is_busy, true)) return;
    records.error.clear();
    const std::string path = "/api/v1/links/" + to_string(command.id);
    api_.ask("DELETE", path, "", [this, name = command.name](const Result<Json>& answer) {
        if (!state_.is_signed_in) return;
        // Somebody else was quicker.
        const bool is_gone = !answer && answer.error().code == ErrorCode::kNotFound;
        if (!answer && !is_gone) return records_failed(answer.error());
        state_.records.is_busy = false;
        state_.records.wants_focus = true;
        platform_.announce(fill(state_.locale.words().records.is_unlinked, {name}), false);
    });
}

void Client::execute(const ShowRecord& command) {
    state_.list.record = command.record;
    state_.list.record_pages = {};
    state_.list.owner.reset();
    list_narrowed();
}

void Client::execute(const StartConversation& command) {
    StartState& start = state_.start;
    if (std::exchange(start.is_busy, true)) return;
    start.error.clear();
    start.opens_when_refused = state_.overlay != Overlay::kStart;
    if (start.opens_when_refused) {
        start.number.set(command.number);
        start.account = command.account;
        start.shows_problems = false;
    }
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("number").string(command.number);
        if (command.account) out.key("account").id(command.account);
        // The server knows the page's record, but not what that page calls it.
        if (state_.page_record) {
            write_record(out.key("entity").begin_object(), *state_.page_record);
            out.end_object();
        }
        out.end_object();
    });
    api_.ask("POST", "/api/v1/conversations", body, [this](const Result<Json>& answer) {
        if (!state_.is_signed_in) return;
        if (!answer) return started(tl::unexpected(answer.error()));
        started(read_conversation(*answer));
    });
}

void Client::started(const Result<Conversation>& row) {
    StartState& start = state_.start;
    start.is_busy = false;
    if (!row) {
        if (row.error().code == ErrorCode::kUnauthorized) return signed_out();
        start.error = sentence_of(state_.locale.words(), row.error());
        if (start.opens_when_refused && state_.overlay == Overlay::kNone) state_.overlay = Overlay::kStart;
        return platform_.announce(start.error, true);
    }
    take_row(*row);
    if (state_.overlay == Overlay::kStart) state_.overlay = Overlay::kNone;
    leave_settings(false);
    open(row->id, {}, true);
    state_.composer.wants_focus = true;
}

void Client::execute(const SaveContacts& command) {
    platform_.save_text(vcard_name(command.cards), vcards(command.cards));
}

}  // namespace roost
