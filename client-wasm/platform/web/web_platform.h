// The browser as the client sees it; see platform.h.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client-wasm/platform/platform.h"
#include "client-wasm/platform/web/dom_mirror.h"
#include "client-wasm/platform/web/network.h"
#include "client-wasm/platform/web/tabs.h"
#include "client-wasm/platform/web/web_pictures.h"
#include "client-wasm/platform/web/web_text_engine.h"
#include "client-wasm/platform/web/window.h"

namespace roost::platform {

class WebPlatform : public Platform {
  public:
    WebPlatform();

    text::TextEngine& text() override { return text_; }
    ui::Pictures& pictures() override { return pictures_; }
    void take_input(std::vector<Input>& out) override;
    void present(const ui::Tree& tree) override { mirror_.present(tree); }
    void end_loading() override;
    void focus(ui::NodeKey key) override { mirror_.focus(key); }
    void select(ui::NodeKey first, ui::NodeKey last) override { mirror_.select(first, last); }
    void set_copy_source(CopySource source) override { copy_source_ = std::move(source); }
    float scroll_top(ui::NodeKey scroller) const override { return mirror_.scroll_top(scroller); }
    void fetch(const Request& request, ResponseCallback done) override;
    UploadId upload(int file, const Request& request, ProgressCallback progress, ResponseCallback done)
        override {
        return network_.upload(file, request, std::move(progress), std::move(done));
    }
    void cancel_upload(UploadId id) override { network_.cancel_upload(id); }
    StreamId open_stream(const Request& request, StreamCallbacks callbacks) override;
    void close_stream(StreamId id) override { network_.close_stream(id); }
    bool knows_tabs() const override;
    LockId hold(const std::string& name, LockWish wish, LockCallback changed) override {
        return tabs_.hold(name, wish, std::move(changed));
    }
    void release(LockId id) override { tabs_.release(id); }
    void hear_tabs(const std::string& channel, ToldCallback told) override {
        tabs_.hear(channel, std::move(told));
    }
    void tell_tabs(std::string_view text) override;
    UnixMillis now() const override;
    OffsetMinutes utc_offset(UnixMillis at) const override;
    std::string languages() const override;
    std::string format(std::string_view tag, Format format, std::int64_t value, OffsetMinutes offset)
        const override;
    std::string random_ref() override;
    void request_frame() override;
    void wake_at(UnixMillis when) override;
    std::optional<std::string> load(std::string_view key) const override;
    std::vector<std::string> stored(std::string_view prefix) const override;
    void store(std::string_view key, std::string_view value) override;
    void set_url(std::string_view fragment, bool replaces) override;
    std::string url() const override;
    void set_title(std::string_view title, int unread) override;
    void show_theme(bool is_dark) override;
    void show_icon(std::string_view address) override;
    void show_language(std::string_view tag, bool is_right_to_left) override;
    void announce(std::string_view text, bool is_urgent) override;
    void tell_host(std::string_view event, std::string_view json) override;
    void copy(std::string_view text) override;
    void open_link(std::string_view url) override;
    void download(std::string_view url) override;
    void save_text(std::string_view name, std::string_view text) override;
    void insert_text(ui::NodeKey field, std::string_view text, int replaced) override;
    std::string asset_path(std::string_view name) const override;
    void find_drawn(std::string_view signs, std::function<void(std::string)> done) override;
    void choose_files() override;
    void drop_file(int id) override;
    void convert_image(int id, std::int64_t most_bytes) override;
    void record_voice() override;
    void stop_recording(bool is_kept) override;
    void play_voice(int file) override;
    void pause_voice() override;
    void guard_page(bool is_guarded) override;
    void zoom_photo(ui::NodeKey photo, float factor) override { mirror_.zoom(photo, factor); }
    void read_sound(std::string_view file, std::string_view url) override;
    void play_sound(const SoundOrder& order) override;
    void pause_sound() override;
    void seek_sound(float at) override;
    void set_sound_speed(float speed) override;

    // ---- for the loop and for what the page tells
    bool open() { return window_.open(); }
    void read_page();  // size, theme and the rest, as the first input
    void read_size();
    void read_looks();
    void begin_frame();
    void end_frame(bool is_drawn);
    // For the next frame, which is asked for.
    void push(Input input);
    // For whichever frame comes next.
    void push_quietly(Input input) { inputs_.push_back(std::move(input)); }
    void timer_fired();
    // Time, name and text of each message, with a unit separator between and a record separator behind; in
    // memory of its own, which the caller frees.
    char* copied(ui::NodeKey first, ui::NodeKey last) const;
    void drawn_found(int id, std::string drawn);
    void context_changed(bool is_there);

    Network& network() { return network_; }
    Tabs& tabs() { return tabs_; }
    DomMirror& mirror() { return mirror_; }
    WebTextEngine& text_engine() { return text_; }
    WebPictures& web_pictures() { return pictures_; }

  private:
    WebTextEngine text_;
    WebPictures pictures_;
    DomMirror mirror_;
    Network network_;
    Tabs tabs_;
    Window window_;
    std::vector<Input> inputs_;
    CopySource copy_source_;
    std::unordered_map<int, std::function<void(std::string)>> questions_;  // of find_drawn()
    int next_question_ = 1;
    UnixMillis wake_at_ = 0;
    bool is_delivering_ = false;
};

}  // namespace roost::platform
