// The functions of the .js files beside this one. Strings go in as UTF-8 and are copied before the call
// returns; strings that come back are malloc'ed and belong to the caller (take_string frees them). Nodes,
// paragraphs, requests and streams are named by small numbers.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include <emscripten.h>

#define ROOST_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

extern "C" {

// page.js
void roost_page_init();
void roost_request_frame();
void roost_wake_in(double milliseconds);
double roost_now();
int roost_utc_offset(double at);
void roost_random(std::uint8_t* bytes, int size);
char* roost_load(const char* key);  // null if absent
void roost_store(const char* key, const char* value);
void roost_set_url(const char* fragment, int replaces);
char* roost_url();
void roost_set_title(const char* title);
void roost_announce(const char* text, int is_urgent);
void roost_copy(const char* text);
void roost_open_link(const char* url);
int roost_has_coarse_pointer();

// mirror.js, scroller.js
void roost_mirror_apply(const char* json);
void roost_mirror_focus(int node);
double roost_scroll_top(int node);

// network.js
void roost_fetch(int id, const char* method, const char* path, const char* headers, const char* body, double timeout);
void roost_open_stream(int id, const char* method, const char* path, const char* headers, const char* body);
void roost_close_stream(int id);

// painter.js
void roost_define_style(int style, double size, double line_height, int weight, int flags, const char* colour);
double roost_measure(const char* text, int style);
// Writes what paints text at most max_width wide; returns a handle for roost_paint(), good until the next call.
void roost_prepare_line(const char* text, int style, double max_width, float* out);
void roost_prepare_paragraph_line(int paragraph, int line, float* out);
void roost_paint(int x, int y, int width, int height, double origin_x, double origin_y);
void roost_clear_staging(int width, int height);
void roost_upload(unsigned texture, int x, int y, int width, int height);
void roost_set_pixel_ratio(double ratio);

// paragraphs.js
void roost_lay_out(const char* json);
void roost_drop_paragraph(int paragraph);
}

namespace roost::platform {

inline std::string take_string(char* text) {
    if (text == nullptr) return {};
    std::string out(text);
    std::free(text);
    return out;
}

}  // namespace roost::platform
