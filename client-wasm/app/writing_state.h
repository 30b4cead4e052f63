// What belongs to writing a message beside its text: emoji, and files that wait to be sent.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "client-wasm/emoji/emoji_list.h"
#include "client-wasm/emoji/grid.h"
#include "client-wasm/emoji/recents.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/message.h"
#include "shared/wire/media_limits.h"

namespace roost {

enum class EmojiPhase { kNotLoaded, kLoading, kReady, kFailed };

// The list of the reader's language, and the reader's habits.
struct EmojiState {
    EmojiPhase phase = EmojiPhase::kNotLoaded;
    std::string language;  // that it was loaded for
    emoji::EmojiList list;
    int revision = 0;  // rises when list, recents or tone change
    std::vector<emoji::Recent> recents;
    emoji::Tone tone = 0;
};

// What the picker shows, kept while nothing of it changes.
struct EmojiCells {
    std::vector<const emoji::Emoji*> cells;
    emoji::Grid grid;
    emoji::GridShape shape;
    std::string query;
    int revision = -1;  // of EmojiState
};

// The message that an emoji is chosen for.
struct ReactionTarget {
    ConversationId conversation;
    std::string wamid;
};

struct EmojiPickerState {
    bool is_open = false;
    bool was_shown = false;  // as of the last frame: to lead the focus
    bool is_choosing_tone = false;
    FieldText search;
    std::optional<ReactionTarget> reacts_to;  // absent: it writes into the field
    std::optional<std::size_t> active;        // a cell of the grid
    bool has_walked = false;                  // by arrows since the last letter
    // The recents as they were when it opened: nothing moves under the pointer.
    std::vector<emoji::Recent> shown_recents;
    EmojiCells shown;
    int scroll_revision = 0;
    std::optional<float> scroll_to;
};

struct EmojiCompletionState {
    std::size_t active = 0;
    std::size_t start = 0;                 // of the code whose suggestions are shown
    std::string query;                     // what it says; empty: nothing is being written
    bool is_shown = false;                 // as of the last frame
    std::optional<std::size_t> dismissed;  // start of the code for which the reader wants no list
};

enum class Conversion { kNone, kRunning, kFailed };

struct Attachment {
    int file = 0;  // the platform's number
    std::string name;
    std::string mime_type;  // as the bytes say
    std::int64_t size = 0;
    int width = 0;  // pixels of a picture or film; 0 = unknown
    int height = 0;
    MediaFit fit;
    FieldText caption;
    Conversion conversion = Conversion::kNone;
    bool is_voice = false;  // recorded here
    bool is_sticker = false;

    bool has_caption() const { return takes_caption(fit.kind) && !is_sticker; }
};

enum class VoicePhase {
    kNone,
    kAsking,  // the browser asks the reader for the microphone
    kRecording,
    kStopping,  // the file is being made
    kReview,    // to be listened to, sent or thrown away
    kFailed,
};
enum class VoiceTrouble { kRefused, kWithheld, kMissing, kBroken };

// The voice note that is being recorded: one at a time.
struct VoiceState {
    VoicePhase phase = VoicePhase::kNone;
    ConversationId conversation;
    UnixMillis began_at = 0;
    UnixMillis length = 0;      // of what is recorded
    std::vector<float> levels;  // how loud it was, 0 to 1, every tenth of a second
    bool is_sent_when_ready = false;
    std::optional<Quote> reply_to = std::nullopt;  // of what is sent then
    bool is_for_tray = false;                      // when ready: the reader has gone elsewhere
    int file = 0;                                  // the platform's, from kReview on
    std::int64_t size = 0;                         // bytes
    bool is_playing = false;
    UnixMillis played = 0;
    VoiceTrouble trouble = VoiceTrouble::kBroken;
    bool wants_focus = false;
};

// Something was said that is nowhere else.
inline bool holds_voice(const VoiceState& voice) {
    return voice.phase == VoicePhase::kRecording || voice.phase == VoicePhase::kStopping ||
           voice.phase == VoicePhase::kReview;
}

// A file that was sent off and is no message of the server's yet.
struct SentFile {
    Attachment attachment;
    std::string picture;  // under which name ui::Pictures has it
    int percent = 0;      // of it that the server has
    int upload = 0;       // the platform's number; 0 = nothing is on its way
};
using SentFiles = std::map<ClientRef, SentFile>;  // by the name of the echo

// Files wait for each conversation apart, until they are removed or the reader signs out.
struct TrayState {
    std::map<ConversationId, std::vector<Attachment>> kept;
    bool is_dragged_over = false;  // files hang over the page right now
    int scroll_revision = 0;
};

}  // namespace roost
