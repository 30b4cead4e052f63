// People are blocked and let in again: Meta is asked by the server, and what it says is told.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/model/block_refusal.h"

namespace roost {

namespace {

constexpr UnixMillis kMetaPatience = 45 * kSecond;

std::string refusal_said(const Words& words, const platform::Response& answer) {
    const Json problem = parse_json(answer.body).value_or(Json());
    const auto reason = parse_block_refusal(string_or(problem, "reason", ""));
    if (!reason) return sentence_of(words, net::error_of(answer));
    const Word& sentence = words.blocking.refusals.at(static_cast<std::size_t>(*reason));
    return fill(sentence, {string_or(problem, "detail", "")});
}

}  // namespace

void Client::execute(const ChangeBlock& command) {
    BlockingState& blocking = state_.blocking;
    if (blocking.is_busy) return;
    blocking = {command.id, true, {}};
    const std::string path = "/api/v1/conversations/" + to_string(command.id) + "/block";
    const std::string_view method = command.is_blocked ? "POST" : "DELETE";
    api_.ask_whole(method, path, {}, kMetaPatience, [this, command](const platform::Response& answer) {
        if (state_.is_signed_in) block_answered(command, answer);
    });
}

void Client::block_answered(const ChangeBlock& asked, const platform::Response& answer) {
    BlockingState& blocking = state_.blocking;
    blocking.is_busy = false;
    const Words& words = state_.locale.words();
    const auto row = read_conversation(parse_json(answer.body).value_or(Json()));
    if (!net::is_success(answer) || !row) {
        if (net::error_of(answer).code == ErrorCode::kUnauthorized) return signed_out();
        blocking.error = refusal_said(words, answer);
        return platform_.announce(blocking.error, true);
    }
    take_row(*row);
    const bool is_open = asked.id == state_.open;
    if (asked.is_blocked && is_open) put_voice_aside();
    if (state_.overlay == Overlay::kBlockQuestion) state_.overlay = Overlay::kNone;
    // The strip that it was asked in is gone.
    if (!asked.is_blocked && is_open) state_.composer.wants_focus = true;
    const Word& said = asked.is_blocked ? words.blocking.is_blocked : words.blocking.is_unblocked;
    platform_.announce(fill(said, {display_name(*row)}), false);
}

}  // namespace roost
