// Emoji and files for the composer.
#include <algorithm>
#include <string>
#include <utility>

#include "client-wasm/app/attachments.h"
#include "client-wasm/app/client.h"
#include "shared/wire/send.h"

namespace roost {

void Client::execute(const LoadEmoji&) {
    EmojiState& state = state_.emoji;
    const std::string language(state_.locale.words().language.tag);
    const bool is_there = state.phase == EmojiPhase::kLoading || state.phase == EmojiPhase::kReady;
    if (is_there && state.language == language) return;
    restore_emoji_habits();
    state.language = language;
    state.phase = EmojiPhase::kFailed;
    platform::Request request;
    request.path = platform_.asset_path("emoji." + language);
    if (request.path.empty()) return;
    state.phase = EmojiPhase::kLoading;
    platform_.fetch(request, [this, language](const platform::Response& answer) {
        if (language == state_.emoji.language) take_emoji(answer);
    });
}

void Client::take_emoji(const platform::Response& answer) {
    if (state_.emoji.phase != EmojiPhase::kLoading) return;  // signed out meanwhile
    auto list = answer.status == 200 ? emoji::EmojiList::parse(answer.body) : std::nullopt;
    if (!list) {
        state_.emoji.phase = EmojiPhase::kFailed;
        return;
    }
    state_.emoji.list = std::move(*list);
    platform_.find_drawn(state_.emoji.list.signs(), [this](const std::string& is_drawn) {
        if (state_.emoji.phase != EmojiPhase::kLoading) return;
        state_.emoji.list.keep_drawn(is_drawn);
        state_.emoji.phase = EmojiPhase::kReady;
        ++state_.emoji.revision;
        platform_.request_frame();
    });
}

void Client::restore_emoji_habits() {
    const std::string me = to_string(inbox_.me);
    state_.emoji.recents = emoji::read_recents(platform_.load("emoji.recent." + me).value_or(""));
    const std::string tone = platform_.load("emoji.tone." + me).value_or("");
    const bool is_tone = tone.size() == 1 && tone[0] >= '1' && tone[0] <= '0' + emoji::kDarkestTone;
    state_.emoji.tone = is_tone ? tone[0] - '0' : 0;
}

void Client::execute(const InsertEmoji& command) {
    platform_.insert_text(command.field, command.text, command.replaced);
    emoji::note_use(state_.emoji.recents, command.sign);
    platform_.store("emoji.recent." + to_string(inbox_.me), emoji::write_recents(state_.emoji.recents));
}

void Client::execute(const ChooseTone& command) {
    state_.emoji.tone = command.tone;
    ++state_.emoji.revision;
    const std::string stored = command.tone == 0 ? "" : std::to_string(command.tone);
    platform_.store("emoji.tone." + to_string(inbox_.me), stored);
}

void Client::execute(const ChooseFiles&) {
    platform_.choose_files();
}

void Client::file_added(const platform::FileAdded& file) {
    if (file.replaces != 0) return image_converted(file);
    if (file.id == 0) {
        if (state_.open) platform_.announce(state_.locale.words().attachments.folder, true);
        return;
    }
    if (!state_.is_signed_in) return platform_.drop_file(file.id);
    if (take_template_file(file) || take_profile_picture(file)) return;
    if (!state_.open || state_.settings.section != SettingsSection::kNone || !may(state_, permission::kSend))
        return platform_.drop_file(file.id);
    const Conversation* row = find_conversation(inbox_, state_.open);
    if (row != nullptr && row->platform != Platform::kWhatsApp) {
        platform_.announce(state_.locale.words().sending.uploads.only_whatsapp, true);
        return platform_.drop_file(file.id);
    }
    if (row != nullptr && row->is_blocked) {
        platform_.announce(state_.locale.words().blocking.not_sent, true);
        return platform_.drop_file(file.id);
    }
    if (row != nullptr && !check_may_send(*row, Text{"?", false}, server_now())) {
        const ComposerWords& words = state_.locale.words().composer;
        const bool has_templates = row->platform == Platform::kWhatsApp;
        platform_.announce(has_templates ? words.closed_whatsapp : words.closed_other, true);
        return platform_.drop_file(file.id);
    }
    state_.tray.kept[state_.open].push_back(message_file(file));
    platform_.announce(fill(state_.locale.words().attachments.added, {file.name}), false);
}

void Client::execute(const RemoveAttachment& command) {
    const auto found = state_.tray.kept.find(command.conversation);
    if (found == state_.tray.kept.end()) return;
    const auto gone =
        std::erase_if(found->second, [&](const Attachment& one) { return one.file == command.file; });
    if (gone > 0) platform_.drop_file(command.file);
    if (found->second.empty()) state_.tray.kept.erase(found);
}

void Client::execute(const Say& command) {
    platform_.announce(command.sentence, command.is_urgent);
}

}  // namespace roost
