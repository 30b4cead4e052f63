// Templates are made, changed and deleted: what was written stays until Meta has it.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/app/template_drafts.h"
#include "client-wasm/words/trouble.h"

namespace roost {

void Client::execute(const SubmitTemplate& command) {
    TemplateDesk& desk = state_.desk;
    if (desk.task != DeskTask::kNone) return;
    desk.task = DeskTask::kSubmit;
    desk.sheets[command.id].troubles.clear();
    desk.sheets[command.id].error.clear();
    api_.change_template(command.id, command.body, [this, id = command.id](const auto& failure) {
        TemplateDesk& after = state_.desk;
        if (!state_.is_signed_in) return;
        after.task = DeskTask::kNone;
        if (failure) return template_refused(id, *failure);
        after.sheets[id].has_changed = false;
        execute(KeepTemplateSheets{});
        if (after.id == id) after.is_editing = false;
        after.wants_focus = true;
        platform_.announce(state_.locale.words().desk.submitted, false);
        load_templates(after.list);
    });
}

void Client::execute(const KeepTemplateSheets&) {
    platform_.store("templates." + to_string(inbox_.me), write_sheets(state_.desk.sheets));
}

void Client::restore_template_sheets() {
    if (!state_.desk.sheets.empty()) return;
    state_.desk.sheets = read_sheets(platform_.load("templates." + to_string(inbox_.me)).value_or(""));
}

void Client::execute(const RemoveTemplate& command) {
    TemplateDesk& desk = state_.desk;
    if (desk.task != DeskTask::kNone) return;
    desk.task = DeskTask::kRemove;
    api_.change_template(command.id, "", [this, id = command.id](const auto& failure) {
        TemplateDesk& after = state_.desk;
        if (!state_.is_signed_in) return;
        after.task = DeskTask::kNone;
        const bool is_gone = !failure || failure->error.code == ErrorCode::kNotFound;
        if (!is_gone) return template_refused(id, *failure);
        after.sheets.erase(id);
        execute(KeepTemplateSheets{});
        if (after.id == id) after.is_editing = after.asks_removal = false;
        after.wants_focus = true;
        platform_.announce(state_.locale.words().desk.removed, false);
        load_templates(after.list);
    });
}

// Each field says what is wrong with it; what is about the whole stands above the button.
void Client::template_refused(const std::string& id, const net::TemplateFailure& failure) {
    const Words& words = state_.locale.words();
    TemplateDesk& desk = state_.desk;
    desk.asks_removal = false;
    TemplateSheet& sheet = desk.sheets[id];
    sheet.error = sentence_of(words, failure.error);
    const bool is_meta_away = failure.error.code == ErrorCode::kUnavailable && !failure.error.message.empty();
    if (is_meta_away) sheet.error = words.desk.meta_away;
    for (const net::FieldProblem& one : failure.fields) {
        sheet.error = one.field.empty() ? one.sentence : "";
        if (!one.field.empty()) sheet.troubles.push_back({one.field, one.code, one.sentence});
    }
    if (failure.error.code == ErrorCode::kUnauthorized) doubt_session();
    desk.wants_focus = !sheet.troubles.empty();
    platform_.announce(sheet.error.empty() ? sheet.troubles.front().sentence : sheet.error, true);
}

}  // namespace roost
