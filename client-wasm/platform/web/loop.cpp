#include "client-wasm/platform/web/loop.h"

#include <string>
#include <string_view>
#include <utility>

#include <emscripten.h>

#include "client-wasm/platform/web/imports.h"
#include "client-wasm/platform/web/web_platform.h"

namespace roost::platform {

namespace {

struct Page {
    WebPlatform platform;
    DrawFrame draw_frame;
    int frames = 0;
};

// The page calls plain functions, which have to find the program: the one global of the client. Never freed:
// it lives as long as the page.
Page* page = nullptr;

ui::NodeKey key_of(int element) {
    return page->platform.mirror().key_of(element);
}

void tick(bool is_drawn) {
    page->platform.begin_frame();
    const bool wants_more = page->draw_frame();
    page->platform.end_frame(is_drawn);
    if (is_drawn) ++page->frames;
    if (wants_more) page->platform.request_frame();
}

}  // namespace

void run_in_page(const std::function<DrawFrame(Platform&)>& make_program) {
    page = std::make_unique<Page>().release();
    if (!page->platform.open()) {
        roost_page_start_plain();
        return;
    }
    page->platform.read_page();
    page->draw_frame = make_program(page->platform);
    roost_page_start();
}

}  // namespace roost::platform

// What the page calls. Everything is queued for the next frame.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {

using namespace roost::platform;

EMSCRIPTEN_KEEPALIVE void roost_tick(bool is_drawn) {
    tick(is_drawn);
}
EMSCRIPTEN_KEEPALIVE int roost_frames() {
    return page->frames;
}
EMSCRIPTEN_KEEPALIVE void roost_on_activated(int element) {
    page->platform.push(Activated{key_of(element)});
}
EMSCRIPTEN_KEEPALIVE void roost_on_changed(int element, const char* value) {
    page->platform.push(FieldChanged{key_of(element), value});
}
EMSCRIPTEN_KEEPALIVE void roost_on_submitted(int element, const char* value) {
    page->platform.push(FieldSubmitted{key_of(element), value});
}
EMSCRIPTEN_KEEPALIVE void roost_on_focus(int element, bool is_visible) {
    page->platform.mirror().note_focus(key_of(element));
    page->platform.push(FocusMoved{key_of(element), is_visible});
}
EMSCRIPTEN_KEEPALIVE void roost_on_scrolled(int element, double top) {
    const auto key = key_of(element);
    page->platform.mirror().note_scroll(key, static_cast<float>(top));
    page->platform.push(Scrolled{key, static_cast<float>(top)});
}
EMSCRIPTEN_KEEPALIVE void roost_on_key(const char* name, bool has_control, bool has_shift, bool is_in_field) {
    page->platform.push(KeyPressed{name, has_control, has_shift, is_in_field});
}
EMSCRIPTEN_KEEPALIVE void roost_on_pointer(double x, double y, bool is_inside, bool changes_hover) {
    const PointerMoved moved{static_cast<float>(x), static_cast<float>(y), is_inside};
    if (changes_hover) return page->platform.push(moved);
    page->platform.push_quietly(moved);
}
EMSCRIPTEN_KEEPALIVE void roost_on_dragged(int node, double x) {
    page->platform.push(Dragged{page->platform.mirror().key_of(node), static_cast<float>(x)});
}
EMSCRIPTEN_KEEPALIVE void roost_on_resized() {
    page->platform.read_size();
}
EMSCRIPTEN_KEEPALIVE void roost_on_url(const char* fragment) {
    page->platform.push(UrlChanged{fragment});
}
EMSCRIPTEN_KEEPALIVE void roost_on_visibility(bool is_visible) {
    page->platform.push(VisibilityChanged{is_visible});
}
EMSCRIPTEN_KEEPALIVE void roost_on_online(bool is_online) {
    page->platform.push(OnlineChanged{is_online});
}
EMSCRIPTEN_KEEPALIVE void roost_on_copied(bool is_done) {
    page->platform.push(CopyEnded{is_done});
}
EMSCRIPTEN_KEEPALIVE void roost_on_theme() {
    page->platform.read_looks();
}
EMSCRIPTEN_KEEPALIVE void roost_on_selection(int from, int to) {
    page->platform.text_engine().selection_changed();
    page->platform.push(SelectionChanged{key_of(from), key_of(to)});
}
// The page frees it.
EMSCRIPTEN_KEEPALIVE char* roost_copied(int first, int last) {
    return page->platform.copied(key_of(first), key_of(last));
}
EMSCRIPTEN_KEEPALIVE void roost_on_menu(
    int element, double x, double y, const char* selected, const char* word
) {
    page->platform.push(MenuAsked{
        key_of(element), static_cast<float>(x), static_cast<float>(y), selected, word});
}
EMSCRIPTEN_KEEPALIVE void roost_on_fonts() {
    page->platform.text_engine().fonts_changed();
    page->platform.push(FontsChanged{});
}
EMSCRIPTEN_KEEPALIVE void roost_on_caret(int element, int offset, double x, double y, bool is_typed) {
    page->platform.push(CaretMoved{
        key_of(element), offset, static_cast<float>(x), static_cast<float>(y), is_typed});
}
EMSCRIPTEN_KEEPALIVE void roost_on_file(
    int id,
    const char* name,
    const char* mime_type,
    double size,
    const char* head,
    std::size_t head_size,
    const char* tail,
    std::size_t tail_size,
    int replaced
) {
    page->platform.push(FileAdded{
        id,
        name,
        mime_type,
        static_cast<std::int64_t>(size),
        std::string(head, head_size),
        std::string(tail, tail_size),
        replaced});
}
EMSCRIPTEN_KEEPALIVE void roost_on_drag(bool is_over) {
    page->platform.push(FilesDragged{is_over});
}
EMSCRIPTEN_KEEPALIVE void roost_on_voice(int news, double value, int file, double size) {
    page->platform.push(VoiceTold{static_cast<VoiceNews>(news), value, file, static_cast<std::int64_t>(size)}
    );
}
EMSCRIPTEN_KEEPALIVE void roost_on_picture() {
    page->platform.push(PictureRead{});
}
EMSCRIPTEN_KEEPALIVE void roost_on_image(int reading, int what, int width, int height, double seconds) {
    using Outcome = WebPictures::Outcome;
    const WebPictures::Arrival arrival{
        reading, static_cast<Outcome>(what), {width, height}, static_cast<float>(seconds)};
    page->platform.web_pictures().arrived(arrival);
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_peaks(
    const char* file, const std::uint8_t* peaks, std::size_t size, double seconds
) {
    page->platform.push(SoundRead{file, {peaks, peaks + size}, static_cast<float>(seconds)});
}
EMSCRIPTEN_KEEPALIVE void roost_on_sound(const char* file, int state, double at, double seconds) {
    const auto is = static_cast<SoundMoved::State>(state);
    page->platform.push(SoundMoved{file, is, static_cast<float>(at), static_cast<float>(seconds)});
}
EMSCRIPTEN_KEEPALIVE void roost_on_drawn(int id, const char* drawn) {
    page->platform.drawn_found(id, drawn);
}
EMSCRIPTEN_KEEPALIVE void roost_on_timer() {
    page->platform.timer_fired();
}
EMSCRIPTEN_KEEPALIVE void roost_on_context(bool is_there) {
    page->platform.context_changed(is_there);
}
EMSCRIPTEN_KEEPALIVE void roost_on_response(
    int id, int status, int retry_after, const char* bytes, std::size_t size
) {
    page->platform.network().responded(id, {status, std::string(bytes, size), retry_after});
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_progress(int id, int percent) {
    page->platform.network().progressed(id, percent);
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_stream_open(int id, int status) {
    page->platform.network().stream_opened(id, status);
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_stream_bytes(int id, const char* bytes, std::size_t size) {
    page->platform.network().stream_sent(id, std::string_view(bytes, size));
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_lock(int id, bool is_held) {
    page->platform.tabs().lock_changed(id, is_held);
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_told(const char* text) {
    page->platform.tabs().told(text);
    page->platform.request_frame();
}
EMSCRIPTEN_KEEPALIVE void roost_on_stream_close(int id) {
    page->platform.network().stream_closed(id);
    page->platform.request_frame();
}
}
// NOLINTEND(readability-identifier-naming)
