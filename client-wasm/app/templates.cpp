// The templates that may be sent: loaded when they are first shown, read again when they change, sent like
// any message.
#include <algorithm>
#include <utility>

#include "client-wasm/app/attachments.h"
#include "client-wasm/app/client.h"
#include "client-wasm/views/attachment_tray.h"
#include "client-wasm/views/file_field.h"
#include "client-wasm/views/template_choice.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/utf8.h"

namespace roost {

void Client::execute(const LoadTemplates& command) {
    if (command.is_whole) restore_template_sheets();
    TemplateList& list = command.is_whole ? state_.desk.list : state_.templates.list;
    if (list.account != command.account) {
        list = {};
        list.account = command.account;
    }
    if (list.is_loading || (!command.is_anew && (list.has_answer || !list.error.empty()))) return;
    load_templates(list);
}

void Client::reload_templates() {
    for (TemplateList* list : {&state_.templates.list, &state_.desk.list})
        if (list->has_answer || list->is_loading) load_templates(*list);
}

// An answer that is on its way may be older than what is asked for now.
void Client::load_templates(TemplateList& list) {
    list.generation = ++template_generation_;
    load_templates(list, "");
}

// Page by page; what was known stays until the first one is there.
void Client::load_templates(TemplateList& list, const std::string& after) {
    list.is_loading = true;
    const int generation = list.generation;
    const bool is_first = after.empty();
    const bool is_whole = &list == &state_.desk.list;
    const net::TemplateQuery query{list.account, after, is_whole};
    api_.templates(query, [=, this, &list](Result<net::TemplatePage> page) {
        if (!state_.is_signed_in || generation != list.generation) return;
        list.is_loading = false;
        if (!page) {
            if (page.error().code == ErrorCode::kUnauthorized) return signed_out();
            list.error = sentence_of(state_.locale.words(), page.error());
            return platform_.announce(list.error, true);
        }
        list.error.clear();
        list.has_answer = true;
        if (is_first) list.all.clear();
        if (is_first) list.searched.clear();
        for (MessageTemplate& one : page->templates) {
            list.searched.push_back(searched_words(one));
            list.all.push_back(std::move(one));
        }
        if (!page->next.empty()) load_templates(list, page->next);
    });
}

void Client::execute(const OpenTemplates& command) {
    if (command.id != state_.open) open(command.id, {}, true);
    TemplateState& templates = state_.templates;
    begin_anew(templates.draft, command.id);
    templates.draft.offered = command.text;
    templates.draft.instead_of = command.instead_of;
    if (!templates.is_inline) state_.overlay = Overlay::kTemplates;
    templates.wants_focus = true;
}

void Client::execute(const SendTemplate& command) {
    QueuedMessage message;
    message.conversation = command.id;
    message.ref = platform_.random_ref();
    message.content = command.content;
    // The words that the window was closed for have gone out.
    const bool is_draft = trim(state_.composer.draft.value) == state_.templates.draft.offered;
    if (is_draft && state_.composer.conversation == command.id) {
        state_.composer.draft.set("");
        execute(SaveDraft{command.id, ""});
    }
    const ClientRef refused = state_.templates.draft.instead_of;
    begin_anew(state_.templates.draft, {});
    if (!refused.empty()) execute(DropEcho{command.id, refused});
    drop_template_files();
    jump_to_latest(command.id);
    enqueue(std::move(message));
    send_queued();
    state_.composer.wants_focus = true;
}

// Another one in the place of a known one, beside those for other headers of the same template.
TemplateFile& Client::place_template_file(const TemplateFileUse& use) {
    auto& files = state_.templates.files;
    std::erase_if(files, [&](const TemplateFile& one) {
        const bool stays = one.use.conversation == use.conversation && one.use.pattern == use.pattern &&
                           one.use.slot != use.slot;
        if (!stays) forget(one);
        return !stays;
    });
    TemplateFile& placed = files.emplace_back();
    placed.use = use;
    return placed;
}

// False: it is not for a template. A picture that WhatsApp does not take as it is becomes one that it takes.
bool Client::take_template_file(const platform::FileAdded& added) {
    TemplateState& templates = state_.templates;
    if (templates.takes.header == TemplateHeader::kNone) return false;
    TemplateFile& file = place_template_file(templates.takes);
    Attachment& one = file.attachment = attachment_of(added);
    const MediaKind wanted = kind_for(file.use.header);
    if (one.fit.kind != wanted) one.fit = {wanted, MediaProblem::kWrongFormat, 0};
    // Several that are chosen at once go to one header after the other.
    templates.draft.file_slot.clear();
    const MessageTemplate* chosen = file.use.conversation ? chosen_template(templates) : nullptr;
    if (chosen != nullptr) templates.takes = file_use_of(templates, *chosen);
    if (one.fit.limit > 0 && can_convert(one)) {
        execute(ConvertImage{one.file});
        return true;
    }
    const std::string problem = problem_label(state_.locale, one);
    const std::string added_said = fill(state_.locale.words().attachments.added, {one.name});
    platform_.announce(problem.empty() ? added_said : problem, !problem.empty());
    execute(UploadTemplateFile{one.file});
    return true;
}

TemplateFile* Client::template_file(int number) {
    auto& files = state_.templates.files;
    const auto found = std::find_if(files.begin(), files.end(), [number](const TemplateFile& one) {
        return one.attachment.file == number;
    });
    return found == files.end() ? nullptr : &*found;
}

void Client::execute(const UploadTemplateFile& command) {
    TemplateFile* file = template_file(command.file);
    if (file == nullptr || file->upload != 0 || file->attachment.fit.problem != MediaProblem::kNone) return;
    file->error.clear();
    file->percent = 0;
    const int number = command.file;
    file->upload = api_.upload(
        number,
        template_header_name(file->use.header),
        [this, number](int percent) {
            if (TemplateFile* one = template_file(number)) one->percent = percent;
        },
        [this, number](const Result<MediaCopy>& answer) { template_file_ends(number, answer); }
    );
}

void Client::template_file_ends(int number, const Result<MediaCopy>& answer) {
    TemplateFile* file = template_file(number);
    if (!state_.is_signed_in || file == nullptr) return;  // another one was chosen meanwhile
    file->upload = 0;
    if (answer) {
        file->copy = *answer;
        if (!file->use.conversation) take_sample(*file);
        return;
    }
    // Whether it is the session that has ended is not known yet.
    Error error = answer.error();
    if (error.code == ErrorCode::kUnauthorized) error = {ErrorCode::kUnavailable, ""};
    file->error = sentence_of(state_.locale.words(), error);
    file->can_retry = may_pass(error.code);
    platform_.announce(file->error, true);
    if (file->can_retry) doubt_session();
}

// It stays with the sheet when the page is loaded anew.
void Client::take_sample(const TemplateFile& file) {
    TemplateSheet& sheet = state_.desk.sheets[file.use.pattern];
    sheet.fields["sample.header"].set(file.copy.id);
    sheet.has_changed = true;
    std::erase_if(sheet.troubles, [](const TemplateTrouble& one) { return one.field == "sample.header"; });
    execute(KeepTemplateSheets{});
}

void Client::forget(const TemplateFile& file) {
    if (file.upload != 0) api_.cancel_upload(file.upload);
    if (file.attachment.file != 0) platform_.drop_file(file.attachment.file);
}

void Client::drop_template_files() {
    for (const TemplateFile& one : state_.templates.files)
        forget(one);
    state_.templates.files.clear();
}

}  // namespace roost
