// A browser without a browser: answers that tests script, time that stands still until they move it,
// scrollers and fields that behave.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client-wasm/platform/headless/fake_browser.h"
#include "client-wasm/platform/headless/fake_pictures.h"
#include "client-wasm/platform/headless/fake_text_engine.h"
#include "client-wasm/platform/headless/plain_format.h"
#include "client-wasm/platform/platform.h"

namespace roost::platform {

class HeadlessPlatform : public Platform {
  public:
    // Alone in a browser of its own, or one more tab of another's.
    HeadlessPlatform() : HeadlessPlatform(std::make_shared<FakeBrowser>()) {}
    explicit HeadlessPlatform(std::shared_ptr<FakeBrowser> shared) : browser(std::move(shared)) {}
    ~HeadlessPlatform() override { leave_page(); }
    HeadlessPlatform(const HeadlessPlatform&) = delete;
    HeadlessPlatform& operator=(const HeadlessPlatform&) = delete;
    // What the page held is given back, as on a reload or when the tab is closed.
    void leave_page();

    std::shared_ptr<FakeBrowser> browser;

    // ---- script: how requests are answered. `path` matches from the start; the newest rule wins.
    void answer(std::string method, std::string path, Response response);
    // Nothing under this path is answered by itself any more.
    void leave_waiting(std::string_view method, std::string_view path);
    void answer_once(std::string method, std::string path, Response response);
    // Requests without a rule wait until the test answers them. False if none is waiting.
    bool respond(std::string_view method, std::string_view path, const Response& response);
    bool is_waiting(std::string_view method, std::string_view path) const;
    int count_requests(std::string_view method, std::string_view path) const;

    // How far the upload of this file has come. False if none is on its way.
    bool upload_reaches(int file, int percent);

    // ---- script: the newest stream that is open
    bool has_stream() const { return stream_.has_value(); }
    void stream_answers(int status);
    void stream_sends(std::string_view bytes);
    void stream_breaks();

    // ---- script: the reader
    void push(Input input) { inputs_.push_back(std::move(input)); }
    void resize(float width, float height, float pixel_ratio = 1);
    void scroll(ui::NodeKey key, float top);

    // ---- what came out
    ui::Tree tree;
    int presented = 0;
    bool has_loaded = false;
    std::vector<Request> requests;
    std::vector<std::pair<std::string, bool>> announced;  // text, is_urgent
    std::vector<std::pair<std::string, std::string>> told_host;
    std::map<std::string, std::string, std::less<>>& storage = browser->storage;
    std::string title;
    bool shows_dark = false;
    std::string icon;
    std::string preferred_languages = "en";
    std::string page_language;
    bool is_page_right_to_left = false;
    ui::NodeKey focused = 0;
    std::pair<ui::NodeKey, ui::NodeKey> selected;  // by the program
    CopySource copy_source;
    std::string copied;  // by the program
    bool may_copy = true;
    int unread = 0;
    std::string fragment;
    int frames_wanted = 0;
    UnixMillis wake = 0;  // the earliest wish since the last take_input()
    UnixMillis time = 1'789'996'040'000;
    OffsetMinutes offset = 0;
    FakeTextEngine engine;
    FakePictures shown_pictures;
    std::vector<std::string> opened_links;
    std::vector<std::string> downloads;
    std::vector<std::pair<std::string, std::string>> saved;  // name and text
    std::map<ui::NodeKey, std::string> field_values;
    std::string undrawn;             // signs that this engine has no emoji for, one a line
    std::vector<int> dropped_files;  // by drop_file()
    std::vector<std::pair<int, std::int64_t>> converted_images;
    bool is_guarded = false;
    bool is_recording = false;
    bool was_recording_kept = false;
    int playing = 0;
    int file_dialogs = 0;
    bool has_assets = true;
    std::vector<float> zooms;  // of the picture in full size
    std::vector<std::string> read_sounds;
    SoundOrder sound;  // the last one that was to be played
    bool is_sounding = false;

    // ---- Platform
    text::TextEngine& text() override { return engine; }
    ui::Pictures& pictures() override { return shown_pictures; }
    void take_input(std::vector<Input>& out) override;
    void present(const ui::Tree& shown) override;
    void end_loading() override { has_loaded = true; }
    void focus(ui::NodeKey key) override;
    void select(ui::NodeKey first, ui::NodeKey last) override { selected = {first, last}; }
    void set_copy_source(CopySource source) override { copy_source = std::move(source); }
    float scroll_top(ui::NodeKey scroller) const override;
    void fetch(const Request& request, ResponseCallback done) override;
    // The request's body then names the file: "file 3".
    UploadId upload(int file, const Request& request, ProgressCallback progress, ResponseCallback done)
        override;
    void cancel_upload(UploadId id) override;
    StreamId open_stream(const Request& request, StreamCallbacks callbacks) override;
    void close_stream(StreamId id) override;
    bool knows_tabs() const override { return browser->knows_tabs; }
    LockId hold(const std::string& name, LockWish wish, LockCallback changed) override;
    void release(LockId id) override { browser->release(id); }
    void hear_tabs(const std::string& channel, ToldCallback told) override;
    void tell_tabs(std::string_view text) override { browser->tell(this, text); }
    UnixMillis now() const override { return time; }
    OffsetMinutes utc_offset(UnixMillis) const override { return offset; }
    std::string languages() const override { return preferred_languages; }
    std::string format(std::string_view tag, Format format, std::int64_t value, OffsetMinutes offset_then)
        const override {
        return plain_format(tag, format, value, offset_then);
    }
    std::string random_ref() override;
    void request_frame() override { ++frames_wanted; }
    void wake_at(UnixMillis when) override;
    std::optional<std::string> load(std::string_view key) const override;
    std::vector<std::string> stored(std::string_view prefix) const override;
    void store(std::string_view key, std::string_view value) override;
    void set_url(std::string_view place, bool replaces) override;
    std::string url() const override { return fragment; }
    void set_title(std::string_view text, int count) override;
    void show_theme(bool is_dark) override { shows_dark = is_dark; }
    void show_icon(std::string_view address) override { icon = address; }
    void show_language(std::string_view tag, bool is_right_to_left) override {
        page_language = tag;
        is_page_right_to_left = is_right_to_left;
    }
    void announce(std::string_view text, bool is_urgent) override;
    void tell_host(std::string_view event, std::string_view json) override;
    void copy(std::string_view words) override {
        if (may_copy) copied = words;
        push(CopyEnded{may_copy});
    }
    void open_link(std::string_view url) override { opened_links.emplace_back(url); }
    void save_text(std::string_view name, std::string_view text) override { saved.emplace_back(name, text); }
    void download(std::string_view url) override { downloads.emplace_back(url); }
    void insert_text(ui::NodeKey field, std::string_view text, int replaced) override;
    std::string asset_path(std::string_view name) const override;
    void find_drawn(std::string_view signs, std::function<void(std::string)> done) override;
    void choose_files() override { ++file_dialogs; }
    void drop_file(int id) override { dropped_files.push_back(id); }
    void convert_image(int id, std::int64_t most_bytes) override {
        converted_images.emplace_back(id, most_bytes);
    }
    void record_voice() override { is_recording = true; }
    void stop_recording(bool is_kept) override {
        // The test says when the file is there.
        is_recording = false;
        was_recording_kept = is_kept;
    }
    void play_voice(int file) override { playing = file; }
    void pause_voice() override { playing = 0; }
    void guard_page(bool guards) override { is_guarded = guards; }
    void zoom_photo(ui::NodeKey, float factor) override { zooms.push_back(factor); }
    void read_sound(std::string_view file, std::string_view) override { read_sounds.emplace_back(file); }
    void play_sound(const SoundOrder& order) override {
        sound = order;
        is_sounding = true;
    }
    void pause_sound() override { is_sounding = false; }
    void seek_sound(float at) override { sound.at = at; }
    void set_sound_speed(float speed) override { sound.speed = speed; }

  private:
    struct Rule {
        std::string method;
        std::string path;
        Response response;
        bool is_once = false;
    };
    struct Waiting {
        Request request;
        ResponseCallback done;
        UploadId upload = 0;
    };
    struct Upload {
        UploadId id = 0;
        int file = 0;
        ProgressCallback progress;
    };
    struct OpenStream {
        StreamId id = 0;
        StreamCallbacks callbacks;
    };
    struct ScrollerState {
        float top = 0;
        int revision = 0;
    };

    const Rule* find_rule(const Request& request) const;
    void forget_fields();

    std::deque<Rule> rules_;
    std::vector<Waiting> waiting_;
    std::vector<Upload> uploads_;
    std::optional<OpenStream> stream_;
    std::vector<Input> inputs_;
    std::map<ui::NodeKey, ScrollerState> scrollers_;
    std::map<ui::NodeKey, int> field_revisions_;
    int next_stream_ = 1;
    UploadId next_upload_ = 1;
};

}  // namespace roost::platform
