// What the C++ asks of the browser: implemented in imports.js, which hands over to glue/*.js. Elements and
// paragraphs are small numbers on the border; texts are UTF-8 with a length, or end with a 0 byte.
#pragma once

#include <cstddef>
#include <cstdint>

// NOLINTBEGIN(readability-identifier-naming)
extern "C" {

// ---- page
void roost_page_start();
double roost_page_width();
double roost_page_height();
double roost_page_pixel_ratio();
bool roost_page_is_dark();
bool roost_page_wants_contrast();
int roost_page_forced_colours(std::uint32_t* out);  // six of SystemColours, ABGR; 0 if none are forced
bool roost_page_is_touch();
bool roost_page_is_hidden();
bool roost_page_is_online();
void roost_page_prepare_canvas();
void roost_page_size_canvas(int width, int height, double css_width, double css_height);
void roost_page_request_frame();
void roost_page_wake_in(double millis);
int roost_page_utc_offset(double at);
char* roost_page_languages();                                        // the caller frees it
char* roost_page_format(const char* tag, int format, double value);  // Format; the caller frees it
char* roost_page_load(const char* key);       // the caller frees it; null if unset or refused
char* roost_page_stored(const char* prefix);  // keys, each with a line break after it; the caller frees it
void roost_page_store(const char* key, const char* value);
void roost_page_set_url(const char* fragment, bool replaces);
char* roost_page_url();  // the caller frees it
void roost_page_set_title(const char* title, int unread);
void roost_page_show_theme(bool is_dark);
void roost_page_show_icon(const char* address);
void roost_page_show_language(const char* tag, bool is_right_to_left);
void roost_page_announce(const char* text, bool is_urgent);
void roost_host_tell(const char* event, const char* json);
void roost_page_copy(const char* text);
void roost_page_open_link(const char* url);
void roost_page_guard(bool is_guarded);
void roost_page_download(const char* url);
void roost_page_save(const char* name, const char* text, std::size_t size);
void roost_page_start_plain();  // in place of the program, which cannot draw
void roost_page_end_loading();

// ---- network
void roost_net_fetch(
    int id,
    const char* method,
    const char* path,
    const char* headers,  // "Name: value" lines
    const char* body,
    std::size_t body_size,
    double timeout,
    bool is_stream
);
void roost_net_upload(int id, int file, const char* path, const char* headers);
void roost_net_abort(int id);

// ---- tabs
bool roost_tabs_are_known();
void roost_tabs_hold(int id, const char* name, bool seizes);
void roost_tabs_release(int id);
void roost_tabs_hear(const char* channel);
void roost_tabs_tell(const char* text, std::size_t size);

// ---- mirror
void roost_node_create(int node, int role, int parent, int after);
void roost_node_move(int node, int parent, int after);
void roost_node_remove(int node);
void roost_node_place(int node, double x, double y, double width, double height);
void roost_node_words(
    int node,
    const char* label,
    const char* description,
    const char* language,
    const char* href,
    int level,
    int position,
    int set_size
);
void roost_node_state(int node, unsigned bits);
void roost_node_range(int node, int least, int most, int now);
void roost_node_field(
    int node,
    const char* placeholder,
    const char* autocomplete,
    double font_size,
    double line_height,
    std::uint32_t colour,
    double padding_x,
    double padding_y,
    double padding_end,
    unsigned flags  // FieldFlag in dom_mirror.cpp
);
// The list box the field leads and the option in it, -1 for none, and ui::KeysTaken.
void roost_node_popup(int node, int list, int active_option, int keys_taken);
void roost_node_value(int node, const char* value);
void roost_node_insert(int node, const char* text, int replaced);
void roost_node_scroller(int node, double content_height);
void roost_node_scroll_to(int node, double top);
double roost_node_scroll_top(int node);
void roost_node_paragraph(int node, int paragraph, double x, double y);  // -1: none
void roost_node_focus(int node);
void roost_node_relate(int node, int list, int active);  // of a combobox; -1: none
void roost_node_select(int first, int last);             // everything from the one through the other
void roost_node_zoom(int node, double factor);           // a photo; 0 = all of it

// ---- files and emoji
void roost_files_choose();
void roost_files_drop(int file);
void roost_files_convert(int file, double most_bytes);
// Measures what a file shows, for roost_text_paint(), as wide and high as the cell; false if it shows
// nothing.
bool roost_files_measure(int file, int width, int height);
char* roost_page_asset(const char* name);                // the caller frees it; null if there is none
void roost_emoji_find_drawn(int id, const char* signs);  // answered by roost_on_drawn

// ---- voice
void roost_voice_record();
void roost_voice_stop(bool is_kept);
void roost_voice_play(int file);
void roost_voice_pause();
// ---- pictures of messages; what becomes of a reading is told by roost_on_image
void roost_pictures_read(
    int reading,
    const char* url,
    bool is_film,
    int width,  // of the box to cover, in device pixels
    int height,
    int natural_width,  // of the file; 0 = unknown
    int natural_height
);
void roost_pictures_upload(int reading, unsigned texture);  // which is bound then; the reading is over
void roost_pictures_drop(int reading);
void roost_pictures_stop();  // nothing of what was asked for comes any more

// ---- sounds of messages
void roost_sounds_read(const char* file, const char* url);  // answered by roost_on_peaks
void roost_sounds_play(const char* file, const char* url, double at, double speed);  // at < 0: where it is
void roost_sounds_pause();
void roost_sounds_seek(double at);
void roost_sounds_set_speed(double speed);

// ---- text
int roost_text_font(double size, double line_height, int weight, bool is_italic, bool is_monospaced);
void roost_text_set_ratio(double pixel_ratio);  // forgets fonts
double roost_text_width(const char* text, std::size_t size, int font);
// Measures a line; roost_text_paint() paints what was measured last. `out`: width, is cut, is right to left,
// and the cell in device pixels from the line box's corner: left, top, width, height.
void roost_text_measure_line(
    const char* text, std::size_t size, int font, std::uint32_t colour, double max_width, float* out
);
void roost_text_measure_paragraph_line(int paragraph, int line, float* out);
void roost_text_paint(int page, int x, int y);
void roost_paragraph_add(
    int paragraph,
    const char* text,
    std::size_t size,
    int font,
    std::uint32_t colour,
    std::uint32_t link_colour,
    double max_width,
    const std::int32_t* format,  // see text/flat_format.h
    int format_size,
    const char* hrefs
);
// Lays out everything that was added since the last call, at once.
void roost_paragraph_lay_out();
// width, height, is the last line right to left, is it in a drawn block, count of lines, count of drawn
// blocks; then x, y, width, height of each line; then kind, y, height, is right to left of each quote and
// piece of code. Returns how many figures there are, at most `room` written.
int roost_paragraph_figures(int paragraph, float* out, int room);
// x, y, width, height of each rectangle that covers pieces of the text, each from one offset to the next (see
// text/flat_format.h); returns how many there are, at most `room` written.
int roost_paragraph_ranges(int paragraph, const std::int32_t* offsets, int count, float* out, int room);
void roost_paragraph_remove(int paragraph);
// paragraph, x, y, width, height of each rectangle; returns how many there are, at most `room` written.
int roost_text_selection(float* out, int room);

// ---- atlas
void roost_atlas_add_page(int page, unsigned texture, int edge);
void roost_atlas_fill(int page, int x, int y, int width, int height);  // white
void roost_atlas_upload();
void roost_atlas_reset();
}
// NOLINTEND(readability-identifier-naming)
