// What Meta says about the account, for an administrator.
#include <algorithm>

#include "client-wasm/app/client.h"

namespace roost {

void Client::load_notices() {
    if (!may(state_, permission::kReadNotices)) return;
    // Answers overtake each other, and what was dismissed meanwhile.
    const int asked = ++notice_generation_;
    api_.notices([this, asked](const Result<std::vector<AccountNotice>>& notices) {
        if (notices && state_.is_signed_in && asked == notice_generation_) state_.notices = *notices;
    });
}

void Client::execute(const DismissNotice& command) {
    auto& notices = state_.notices;
    notices.erase(
        std::remove_if(notices.begin(), notices.end(), [&](const auto& one) { return one.id == command.id; }),
        notices.end()
    );
    ++notice_generation_;
    api_.dismiss_notice(command.id, [this] {
        if (state_.is_signed_in) load_notices();
    });
}

}  // namespace roost
