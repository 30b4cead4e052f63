// Files from the tray to the server: an echo for each at once, the bytes, then the message in its turn.
#include <utility>

#include "client-wasm/app/attachments.h"
#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/text/links.h"

namespace roost {

void Client::execute(const SendFiles& command) {
    const auto kept = state_.tray.kept.find(command.id);
    if (kept == state_.tray.kept.end()) return;
    std::vector<Attachment> files = std::move(kept->second);
    state_.tray.kept.erase(kept);
    jump_to_latest(command.id);
    std::optional<Quote> reply_to = command.reply_to;
    for (Attachment& one : files)
        send_file(command.id, std::move(one), std::exchange(reply_to, std::nullopt));
    if (!command.text.empty()) {
        QueuedMessage message;
        message.conversation = command.id;
        message.ref = platform_.random_ref();
        message.content = Text{command.text, text::has_web_link(command.text)};
        enqueue(std::move(message));
    }
    send_queued();
}

void Client::send_file(ConversationId id, Attachment attachment, std::optional<Quote> reply_to) {
    QueuedMessage message;
    message.conversation = id;
    message.ref = platform_.random_ref();
    message.content = content_of(attachment);
    message.reply_to = std::move(reply_to);
    message.file = attachment.file;
    SentFile& sent = state_.sent_files[message.ref];
    sent.picture = ui::local_picture(attachment.file);
    sent.attachment = std::move(attachment);
    enqueue(std::move(message));
}

void Client::upload(const QueuedMessage& message) {
    const ClientRef ref = message.ref;
    SentFile& file = state_.sent_files[ref];
    file.percent = 0;
    file.upload = api_.upload(
        message.file,
        file.attachment.is_voice ? "voice" : file_kind(message.content),
        [this, ref](int percent) {
            const auto found = state_.sent_files.find(ref);
            if (found != state_.sent_files.end()) found->second.percent = percent;
        },
        [this, ref](const Result<MediaCopy>& answer) { uploaded(ref, answer); }
    );
}

// What is seen of it stays on the screen when it becomes a message.
void Client::show_as_stored(SentFile& file, const std::string& id) {
    platform_.pictures().rename(file.picture, id);
    file.picture = id;
}

void Client::uploaded(const ClientRef& ref, const Result<MediaCopy>& answer) {
    const QueuedMessage* queued = outbox_.find(ref);
    if (!state_.is_signed_in || queued == nullptr) return;  // taken back meanwhile
    state_.sent_files[ref].upload = 0;
    if (answer) {
        outbox_.uploaded(ref, *answer);
        show_as_stored(state_.sent_files[ref], answer->id);
    } else if (may_pass(answer.error().code) || answer.error().code == ErrorCode::kUnauthorized) {
        state_.sent_files[ref].percent = 0;
        outbox_.postpone(ref, platform_.now(), chance());
        doubt_session();
    } else {
        refused(*queued, answer.error());
        touched(queued->conversation);
    }
    store_outbox();
}

// A server that does not want the bytes hangs up, and its reason is lost on the way: the session may be over.
void Client::doubt_session() {
    api_.renew([this](const Result<net::SessionGrant>& grant) {
        if (state_.is_signed_in && !grant && grant.error().code == ErrorCode::kUnauthorized) signed_out();
    });
}

void Client::execute(const TakeBackFile& command) {
    const QueuedMessage* queued = outbox_.find(command.ref);
    const auto found = state_.sent_files.find(command.ref);
    if (queued == nullptr || found == state_.sent_files.end()) return;
    if (queued->is_on_its_way && !needs_upload(*queued)) return;  // the message is on its way: too late
    if (found->second.upload != 0) api_.cancel_upload(found->second.upload);
    Attachment attachment = std::move(found->second.attachment);
    attachment.caption.set(attachment.caption.value);  // in a new field
    const std::string sentence = fill(state_.locale.words().sending.uploads.taken_back, {attachment.name});
    platform_.announce(sentence, false);
    state_.tray.kept[command.conversation].push_back(std::move(attachment));
    state_.sent_files.erase(found);
    outbox_.remove(command.ref);
    store_outbox();
    drop_echo(inbox_, command.conversation, command.ref);
    touched(command.conversation);
    state_.composer.wants_focus = true;
    send_due();
}

void Client::execute(const RetryEcho& command) {
    state_.composer.wants_focus = true;  // the button goes away
    outbox_.try_again(command.ref);
    const QueuedMessage* queued = outbox_.find(command.ref);
    if (queued != nullptr) echo(*queued);
    send_due();
}

// Nothing of it is needed any more.
void Client::forget_queued(const ClientRef& ref) {
    outbox_.remove(ref);
    const auto found = state_.sent_files.find(ref);
    if (found == state_.sent_files.end()) return;
    platform_.drop_file(found->second.attachment.file);
    state_.sent_files.erase(found);
}

void Client::execute(const ConvertImage& command) {
    Attachment* one = attachment_with(command.file);
    if (one == nullptr) return;
    one->conversion = Conversion::kRunning;
    platform_.convert_image(command.file, one->fit.limit);
}

// In the tray, or in a header of a template; null if it is not there any more.
Attachment* Client::attachment_with(int file) {
    TemplateFile* header = template_file(file);
    return header != nullptr ? &header->attachment : find_attachment(state_.tray, file);
}

// In the place of the one it was made of.
void Client::image_converted(const platform::FileAdded& file) {
    Attachment* one = attachment_with(file.replaces);
    if (one == nullptr) {
        if (file.id != 0) platform_.drop_file(file.id);
        return;
    }
    const UploadWords& words = state_.locale.words().sending.uploads;
    if (file.id == 0) {
        one->conversion = Conversion::kFailed;
        return platform_.announce(words.cannot_convert, true);
    }
    platform_.drop_file(file.replaces);
    const FieldText caption = std::move(one->caption);
    *one = attachment_of(file);
    one->caption.set(caption.value);
    platform_.announce(fill(words.converted, {file.name}), false);
    execute(UploadTemplateFile{file.id});  // if it is a template's
}

void Client::drop_all_files() {
    for (const auto& [conversation, files] : state_.tray.kept) {
        for (const Attachment& one : files)
            platform_.drop_file(one.file);
    }
    for (const auto& [ref, file] : state_.sent_files) {
        if (file.upload != 0) api_.cancel_upload(file.upload);
        platform_.drop_file(file.attachment.file);
    }
    if (state_.voice.phase != VoicePhase::kNone) execute(DropVoice{});
    drop_template_files();
    state_.tray = {};
    state_.sent_files.clear();
}

}  // namespace roost
