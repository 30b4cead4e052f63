// Voice notes: from the microphone to the uploads.
#include <utility>

#include "client-wasm/app/client.h"

namespace roost {

void Client::execute(const RecordVoice& command) {
    put_voice_aside();
    if (state_.voice.phase != VoicePhase::kNone) return;  // the one before is still being made into a file
    state_.composer.picker = {};
    state_.voice.phase = VoicePhase::kAsking;
    state_.voice.conversation = command.id;
    state_.voice.wants_focus = true;
    platform_.record_voice();
}

void Client::execute(const StopVoice&) {
    if (state_.voice.phase != VoicePhase::kRecording) return;
    state_.voice.phase = VoicePhase::kStopping;
    platform_.stop_recording(true);
}

void Client::execute(const DropVoice&) {
    platform_.stop_recording(false);
    platform_.pause_voice();
    if (state_.voice.file != 0) platform_.drop_file(state_.voice.file);
    state_.voice = {};
    state_.composer.wants_focus = true;
}

void Client::execute(const SendVoice& command) {
    VoiceState& voice = state_.voice;
    voice.is_sent_when_ready = true;
    voice.reply_to = command.reply_to;
    if (voice.phase == VoicePhase::kRecording) return execute(StopVoice{});
    if (voice.phase != VoicePhase::kReview) return;
    platform_.pause_voice();
    const VoiceState sent = std::exchange(voice, {});
    Attachment attachment;
    attachment.file = sent.file;
    attachment.name = state_.locale.words().message.voice;
    attachment.mime_type = "audio/ogg";
    attachment.size = sent.size;
    attachment.fit = fit_media(attachment.mime_type, "", sent.size);
    attachment.is_voice = true;
    if (sent.is_for_tray) {
        state_.tray.kept[sent.conversation].push_back(std::move(attachment));
        return;
    }
    const bool is_open = sent.conversation == state_.open;
    if (is_open) jump_to_latest(sent.conversation);
    state_.composer.wants_focus |= is_open;
    send_file(sent.conversation, std::move(attachment), sent.reply_to);
    send_queued();
}

void Client::execute(const PlayVoice& command) {
    state_.voice.is_playing = command.is_playing;
    if (command.is_playing) platform_.play_voice(state_.voice.file);
    if (!command.is_playing) platform_.pause_voice();
}

// The reader goes elsewhere: what was said is not lost, but waits in the tray of its conversation.
void Client::put_voice_aside() {
    VoiceState& voice = state_.voice;
    if (voice.phase == VoicePhase::kAsking || voice.phase == VoicePhase::kFailed) return execute(DropVoice{});
    if (voice.phase == VoicePhase::kNone || voice.is_sent_when_ready) return;
    voice.is_for_tray = true;
    execute(SendVoice{});
}

void Client::voice_recorded(const platform::VoiceTold& told) {
    VoiceState& voice = state_.voice;
    if (voice.phase != VoicePhase::kRecording && voice.phase != VoicePhase::kStopping)
        return platform_.drop_file(told.file);
    voice.phase = VoicePhase::kReview;
    voice.file = told.file;
    voice.size = told.size;
    voice.wants_focus = true;
    if (voice.is_sent_when_ready) execute(SendVoice{voice.reply_to});
}

void Client::voice_told(const platform::VoiceTold& told) {
    VoiceState& voice = state_.voice;
    const UnixMillis now = platform_.now();
    switch (told.news) {
        case platform::VoiceNews::kStarted:
            if (voice.phase != VoicePhase::kAsking) return;
            voice.phase = VoicePhase::kRecording;
            voice.began_at = now;
            voice.wants_focus = true;
            return platform_.announce(state_.locale.words().sending.voice.recording, false);
        case platform::VoiceNews::kHeard:
            if (voice.phase != VoicePhase::kRecording) return;
            voice.length = now - voice.began_at;
            voice.levels.push_back(static_cast<float>(told.value));
            return;
        case platform::VoiceNews::kRecorded:
            return voice_recorded(told);
        case platform::VoiceNews::kPlayed:
            voice.played = static_cast<UnixMillis>(told.value * kSecond);
            return;
        case platform::VoiceNews::kEnded:
            voice.played = 0;
            voice.is_playing = false;
            return;
        case platform::VoiceNews::kRefused:
        case platform::VoiceNews::kMissing:
        case platform::VoiceNews::kBroken:
        case platform::VoiceNews::kWithheld:
            if (voice.phase != VoicePhase::kAsking && voice.phase != VoicePhase::kRecording) return;
            voice.phase = VoicePhase::kFailed;
            voice.wants_focus = true;
            break;
    }
    if (told.news == platform::VoiceNews::kRefused) voice.trouble = VoiceTrouble::kRefused;
    if (told.news == platform::VoiceNews::kWithheld) voice.trouble = VoiceTrouble::kWithheld;
    if (told.news == platform::VoiceNews::kMissing) voice.trouble = VoiceTrouble::kMissing;
}

}  // namespace roost
