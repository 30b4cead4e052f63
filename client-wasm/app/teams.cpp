// Who looks after conversations, and who is here.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

template <class Id>
void write_owner(JsonWriter& out, std::string_view name, const std::optional<Id>& owner) {
    if (!owner) return;
    out.key(name);
    if (*owner) {
        out.id(*owner);
    } else {
        out.raw("null");
    }
}

std::string body_of(const AssignConversation& asked) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_owner(out, "assignee", asked.assignee);
        write_owner(out, "team", asked.team);
        out.end_object();
    });
}

void take(Conversation& row, const AssignConversation& asked) {
    row.assignee = asked.assignee.value_or(row.assignee);
    row.team = asked.team.value_or(row.team);
}

}  // namespace

// At once; the event says the same. A refusal puts it back, unless more has happened since.
void Client::execute(const AssignConversation& command) {
    const auto known = inbox_.conversations.find(command.id);
    if (known == inbox_.conversations.end()) return;
    const Conversation before = known->second;
    take(known->second, command);
    list_changed();
    thread_changed();
    const std::string path = "/api/v1/conversations/" + to_string(command.id);
    api_.ask("PATCH", path, body_of(command), [this, before](const Result<Json>& answer) {
        if (!state_.is_signed_in || answer) return;
        if (answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        const auto row = inbox_.conversations.find(before.id);
        if (row != inbox_.conversations.end() && row->second.rev == before.rev) row->second = before;
        list_changed();
        thread_changed();
        platform_.announce(sentence_of(state_.locale.words(), answer.error()), true);
    });
}

void Client::execute(const ShowOwner& command) {
    state_.list.owner = command.owner;
    state_.list.owner_pages = {};
    state_.list.record.reset();
    list_narrowed();
}

void Client::execute(const ChooseAvailability& command) {
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("availability").string(availability_name(command.wanted)).end_object();
    });
    const auto me = inbox_.colleagues.find(inbox_.me);
    if (me != inbox_.colleagues.end()) me->second.availability = command.wanted;
    api_.ask("PUT", "/api/v1/availability", body, [this](const Result<Json>& answer) {
        if (!state_.is_signed_in || answer) return;
        if (answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        platform_.announce(sentence_of(state_.locale.words(), answer.error()), true);
    });
}

// Teams themselves come with events.
void Client::load_sight() {
    api_.ask("GET", "/api/v1/teams", "", [this](const Result<Json>& answer) {
        if (!state_.is_signed_in) return;
        if (answer) state_.teams.agents_see = parse_agents_see(string_or(*answer, "agents_see", ""));
    });
}

// It is taken from whoever had it open: what was written stays with the draft.
void Client::take_gone(const ConversationGone& gone, const std::string& name) {
    if (gone.conversation != state_.open) return;
    platform_.announce(fill(state_.locale.words().team.gone, {name}), true);
    close(true);
}

void Client::tell_given(const Conversation* before, const Conversation& row) {
    const bool is_new = before == nullptr || before->assignee != inbox_.me;
    if (!is_new || row.assignee != inbox_.me) return;
    platform_.announce(fill(state_.locale.words().team.given, {display_name(row)}), false);
}

}  // namespace roost
