// Everything the client needs from the browser, and nothing else knows the browser. Tests use
// platform/headless.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client-wasm/text/text_engine.h"
#include "client-wasm/ui/looks.h"
#include "client-wasm/ui/pictures.h"
#include "client-wasm/ui/semantics.h"
#include "client-wasm/words/format.h"
#include "shared/base/time.h"

namespace roost::platform {

// ---- input: queued by the browser, drained once at the start of a frame
// -------------------------------------------

struct Activated {
    ui::NodeKey key = 0;
};  // click, Enter or Space on a button, row, link or tab
struct FieldChanged {
    ui::NodeKey key = 0;
    std::string value;
};
struct FieldSubmitted {
    ui::NodeKey key = 0;
    std::string value;
};  // Enter without Shift and outside composition
struct FocusMoved {
    ui::NodeKey key = 0;
    bool is_visible = false;
};  // 0 = nowhere; is_visible as :focus-visible
struct Scrolled {
    ui::NodeKey key = 0;
    float top = 0;
};
struct KeyPressed {   // only while no field has the focus, or with Ctrl/Meta, or Escape; never with Alt
    std::string key;  // KeyboardEvent.key: "j", "Escape", "ArrowDown", …
    bool has_control = false;  // Ctrl or ⌘
    bool has_shift = false;
    bool is_in_field = false;
};
struct PointerMoved {
    float x = 0;
    float y = 0;
    bool is_inside = false;
};
struct Dragged {
    ui::NodeKey key = 0;
    float x = 0;
};  // a splitter is held there
struct Resized {
    float width = 0;
    float height = 0;
    float pixel_ratio = 1;
};
struct UrlChanged {
    std::string fragment;
};  // "#/inbox/12", by link, back or forward
struct VisibilityChanged {
    bool is_visible = true;
};
struct OnlineChanged {
    bool is_online = true;
};
struct ThemeChanged {
    ui::Looks looks;
};  // what the system wants, also once at the start
// The messages in which the selection begins and ends; 0 = in none, or nothing is selected.
struct SelectionChanged {
    ui::NodeKey anchor = 0;
    ui::NodeKey focus = 0;
};
// A message's menu: right click, menu key, long press.
struct MenuAsked {
    ui::NodeKey key = 0;
    float x = -1;  // where; negative = by keyboard, at the message
    float y = -1;
    std::string selected;  // what copying would give, if something of the message is selected
    std::string word;      // what is selected of it alone, else the word under the pointer
};
struct FontsChanged {};
// What copy() came to.
struct CopyEnded {
    bool is_done = false;
};
// In a field that tells its caret, whenever ":" and two letters stand before it, and once when they do no
// more.
struct CaretMoved {
    ui::NodeKey key = 0;
    int offset = -1;  // bytes of the value; -1: nothing to complete there, or composing
    float x = 0;      // of the caret's upper end, in the viewport
    float y = 0;
    bool is_typed = false;  // by typing a letter, not by undo, paste or a movement
};
struct FileAdded {  // dropped, pasted or chosen; kept until drop_file()
    int id = 0;     // 0: a folder, which cannot be read
    std::string name;
    std::string mime_type;
    std::int64_t size = 0;
    std::string head = {};  // its first bytes, at most 64 KB
    std::string tail = {};  // its last ones, as many, as far as they are not in `head`
    int replaces = 0;       // made by convert_image() of this one; then `id` 0: it cannot be made
};
struct FilesDragged {
    bool is_over = false;
};
// Of the one recording and its playback.
enum class VoiceNews {
    kStarted,   // the microphone is open
    kHeard,     // `value`: how loud it was since the last one, 0 to 1; ten times a second
    kRecorded,  // `file` is kept until drop_file(), `size` in bytes
    kPlayed,    // `value`: seconds from the beginning
    kEnded,     // of the playback
    kRefused,   // the reader does not want us to listen
    kMissing,   // there is no microphone
    kBroken,    // this browser cannot, or it broke while recording
    kWithheld,  // the page around Roost keeps the microphone to itself
};
struct VoiceTold {
    VoiceNews news = VoiceNews::kStarted;
    double value = 0;
    int file = 0;
    std::int64_t size = 0;
};
struct PictureRead {};  // TextEngine::picture() has something to draw
struct SoundRead {
    std::string file;
    std::vector<std::uint8_t> peaks;  // loudness from the beginning to the end, 0 to 255
    float seconds = 0;
};
struct SoundMoved {
    enum class State : std::uint8_t { kPaused, kPlaying, kEnded, kBroken };
    std::string file;
    State state = State::kPaused;
    float at = 0;       // seconds
    float seconds = 0;  // of all of it; 0 = unknown
};
struct TimerFired {};  // the moment asked for by wake_at has come

using Input = std::variant<
    Activated,
    FieldChanged,
    FieldSubmitted,
    FocusMoved,
    Scrolled,
    KeyPressed,
    PointerMoved,
    Dragged,
    Resized,
    UrlChanged,
    VisibilityChanged,
    OnlineChanged,
    ThemeChanged,
    SelectionChanged,
    MenuAsked,
    FontsChanged,
    CopyEnded,
    CaretMoved,
    FileAdded,
    FilesDragged,
    VoiceTold,
    PictureRead,
    SoundRead,
    SoundMoved,
    TimerFired>;

// ---- network
// ------------------------------------------------------------------------------------------------------

struct Request {
    std::string method = "GET";
    std::string path;  // same origin, "/api/v1/…"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    UnixMillis timeout = 30'000;
};

struct Response {
    int status = 0;  // 0 = no answer: offline, timeout, aborted
    std::string body;
    int retry_after = 0;  // seconds, where the server says so
};

using ResponseCallback = std::function<void(Response)>;
using ProgressCallback = std::function<void(int percent)>;
using UploadId = int;  // never 0

// A response read while it arrives. Callbacks come on the one thread, never inside open_stream.
struct StreamCallbacks {
    std::function<void(int status)> on_open;  // headers are here
    std::function<void(std::string_view bytes)> on_bytes;
    std::function<void()> on_close;  // ended or broken; nothing follows
};
using StreamId = int;

// ---- other tabs of the same browser
// ------------------------------------------------------------------------------------------------------

enum class LockWish {
    kInLine,  // held as soon as those before have gone
    kSeize,   // held at once; whoever held it is told
};
using LockId = int;  // never 0
using LockCallback = std::function<void(bool is_held)>;
using ToldCallback = std::function<void(std::string_view text)>;

// One message of a selection that reaches over several.
struct CopiedMessage {
    UnixMillis at = 0;
    std::string name;
    std::string text;

    bool operator==(const CopiedMessage&) const = default;
};
// All messages from the one through the other, in order; empty if these are no messages of the open thread.
using CopySource = std::function<std::vector<CopiedMessage>(ui::NodeKey first, ui::NodeKey last)>;

struct SoundOrder {
    std::string file;
    std::string url;
    float at = -1;  // seconds; negative = where it is
    float speed = 1;
};

class Platform {
  public:
    virtual ~Platform() = default;

    virtual text::TextEngine& text() = 0;
    virtual ui::Pictures& pictures() = 0;

    // Moves everything queued since the last call into `out`, oldest first.
    virtual void take_input(std::vector<Input>& out) = 0;

    // Makes the DOM mirror equal to `tree`; unchanged trees cost next to nothing.
    virtual void present(const ui::Tree& tree) = 0;
    // This frame shows the first screen that is of use: what stood in its place meanwhile goes.
    virtual void end_loading() = 0;
    virtual void focus(ui::NodeKey key) = 0;  // after the next present()
    // Selects all that is mounted from one node through another.
    virtual void select(ui::NodeKey first, ui::NodeKey last) = 0;
    // Asked while the reader copies.
    virtual void set_copy_source(CopySource source) = 0;
    // Current scrollTop as the browser has it, also when the scroll event is still to come.
    virtual float scroll_top(ui::NodeKey scroller) const = 0;

    virtual void fetch(const Request& request, ResponseCallback done) = 0;
    // The bytes of a file that was added are the request's body. `progress` is what the server has of them,
    // told when it changes; a transfer that stands still for a minute is no answer. Neither is called inside
    // upload().
    virtual UploadId upload(
        int file, const Request& request, ProgressCallback progress, ResponseCallback done
    ) = 0;
    virtual void cancel_upload(UploadId id) = 0;  // no callback follows
    virtual StreamId open_stream(const Request& request, StreamCallbacks callbacks) = 0;
    virtual void close_stream(StreamId id) = 0;  // no callback follows

    // Whether this browser lets tabs know of each other; without it the four below do nothing.
    virtual bool knows_tabs() const = 0;
    // A lock among the tabs, kept until release() or the end of the page. Called back with true when it is
    // held and with false, as the last time, when another tab seized it; never inside hold().
    virtual LockId hold(const std::string& name, LockWish wish, LockCallback changed) = 0;
    virtual void release(LockId id) = 0;  // no callback follows
    // What other tabs tell on this channel, in place of the one before; an empty name hears nothing.
    virtual void hear_tabs(const std::string& channel, ToldCallback told) = 0;
    virtual void tell_tabs(std::string_view text) = 0;  // all the others

    virtual UnixMillis now() const = 0;
    virtual OffsetMinutes utc_offset(UnixMillis at) const = 0;
    // What the reader's system prefers, dearest first, separated by commas: "ar-EG,en".
    virtual std::string languages() const = 0;
    // By Intl, in the reader's own region where it speaks this language, and in the reader's own time zone.
    virtual std::string format(std::string_view tag, Format format, std::int64_t value, OffsetMinutes offset)
        const = 0;
    virtual std::string random_ref() = 0;  // 22 characters fit for a ClientRef, cryptographically random

    virtual void request_frame() = 0;           // something changed
    virtual void wake_at(UnixMillis when) = 0;  // a frame then at the latest; the earliest wish wins

    virtual std::optional<std::string> load(std::string_view key
    ) const = 0;  // localStorage; absent if unset or refused
    virtual std::vector<std::string> stored(std::string_view prefix) const = 0;  // keys, in their order
    virtual void store(std::string_view key, std::string_view value) = 0;        // empty value removes
    virtual void set_url(std::string_view fragment, bool replaces) = 0;
    virtual std::string url() const = 0;
    virtual void set_title(std::string_view title, int unread) = 0;
    // What the browser paints by itself, such as scroll bars, follows.
    virtual void show_theme(bool is_dark) = 0;
    virtual void show_icon(std::string_view address) = 0;                         // of the tab
    virtual void show_language(std::string_view tag, bool is_right_to_left) = 0;  // of the page
    virtual void announce(std::string_view text, bool is_urgent) = 0;
    // To the page around this one, where there is one: "message" or "sent", and of what, by ids alone. That
    // page is somebody else's.
    virtual void tell_host(std::string_view event, std::string_view json) = 0;
    // Ends with CopyEnded.
    virtual void copy(std::string_view text) = 0;
    virtual void open_link(std::string_view url) = 0;  // new tab, noopener
    virtual void download(std::string_view url) = 0;   // of our own server, under the name it says

    // A file of ours, made here, into the reader's folder of downloads.
    virtual void save_text(std::string_view name, std::string_view text) = 0;

    // As if it were typed at the field's caret, in place of the `replaced` UTF-16 units before it; undone
    // like typing, told as FieldChanged. The focus stays where it is.
    virtual void insert_text(ui::NodeKey field, std::string_view text, int replaced) = 0;
    // The address of a packaged file; empty if there is none.
    virtual std::string asset_path(std::string_view name) const = 0;
    // Which of the signs, one a line, come out as one emoji in colour: a '1' or '0' for each, later.
    virtual void find_drawn(std::string_view signs, std::function<void(std::string)> done) = 0;

    virtual void choose_files() = 0;  // the browser's dialog; within a click's or key's time
    virtual void drop_file(int id) = 0;
    // A picture as JPEG, scaled down until it has at most that many bytes: a FileAdded that replaces it.
    virtual void convert_image(int id, std::int64_t most_bytes) = 0;
    // Listens to the microphone until stop_recording(): in Ogg/Opus where the browser has it, else in
    // WebM/Opus or MP4. One at a time. All that follows comes as VoiceTold.
    virtual void record_voice() = 0;
    virtual void stop_recording(bool is_kept) = 0;  // not kept: nothing follows
    virtual void play_voice(int file) = 0;          // from where it was paused, or the beginning
    virtual void pause_voice() = 0;
    // The browser asks before the page is closed: something would be lost.
    virtual void guard_page(bool is_guarded) = 0;

    // A node of Role::kPhoto, about its middle; 0 shows all of it.
    virtual void zoom_photo(ui::NodeKey photo, float factor) = 0;

    // Tells SoundRead, unless the browser cannot read it.
    virtual void read_sound(std::string_view file, std::string_view url) = 0;
    // In place of what plays; tells SoundMoved while it does.
    virtual void play_sound(const SoundOrder& order) = 0;
    virtual void pause_sound() = 0;
    virtual void seek_sound(float at) = 0;
    virtual void set_sound_speed(float speed) = 0;
};

}  // namespace roost::platform
