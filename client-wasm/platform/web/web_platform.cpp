#include "client-wasm/platform/web/web_platform.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include <emscripten.h>
#include <emscripten/html5.h>
#include <unistd.h>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;

// Phones have less memory, and smaller screens to fill. Four megabytes of 24 and 64 are the canvas to paint
// on.
text::AtlasLimits atlas_limits() {
    if (roost_page_is_touch()) return {1536, 20 * kMegabyte};  // wide enough for a phone's line at ratio 3
    return {2048, 60 * kMegabyte};
}

std::size_t picture_budget() {
    return (roost_page_is_touch() ? 16 : 48) * kMegabyte;
}

std::string take_text(char* text) {
    std::string taken(text);
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): the page allocated it so.
    std::free(text);
    return taken;
}

}  // namespace

WebPlatform::WebPlatform()
    : text_(atlas_limits()),
      pictures_(picture_budget()),
      mirror_([this](std::uint64_t id) { return text_.paragraph_element(id); }) {}

void WebPlatform::take_input(std::vector<Input>& out) {
    std::move(inputs_.begin(), inputs_.end(), std::back_inserter(out));
    inputs_.clear();
}

void WebPlatform::push(Input input) {
    inputs_.push_back(std::move(input));
    request_frame();
}

void WebPlatform::read_size() {
    PageSize size;
    size.width = static_cast<float>(roost_page_width());
    size.height = static_cast<float>(roost_page_height());
    size.pixel_ratio = static_cast<float>(roost_page_pixel_ratio());
    if (size == window_.size()) return;
    window_.set_size(size);
    text_.set_pixel_ratio(size.pixel_ratio);
    pictures_.set_pixel_ratio(size.pixel_ratio);
    push(Resized{size.width, size.height, size.pixel_ratio});
}

void WebPlatform::read_looks() {
    ui::Looks looks;
    looks.is_dark = roost_page_is_dark();
    looks.wants_contrast = roost_page_wants_contrast();
    std::array<std::uint32_t, 6> colours{};
    if (roost_page_forced_colours(colours.data()) == 6) {
        looks.forced = ui::SystemColours{
            .ground = colours[0],
            .text = colours[1],
            .link = colours[2],
            .accent = colours[3],
            .on_accent = colours[4],
            .disabled = colours[5]};
    }
    push(ThemeChanged{looks});
}

void WebPlatform::read_page() {
    read_size();
    read_looks();
    push(VisibilityChanged{!roost_page_is_hidden()});
    if (!roost_page_is_online()) push(OnlineChanged{false});
}

void WebPlatform::begin_frame() {
    text_.begin_frame();
    // What arrives now is seen by this very frame.
    is_delivering_ = true;
    network_.deliver();
    tabs_.deliver();
    is_delivering_ = false;
    if (pictures_.begin_frame(window_.has_context())) request_frame();
    window_.begin_frame(text_.atlas(), emscripten_get_now() / 1000);
}

void WebPlatform::end_frame(bool is_drawn) {
    window_.end_frame(text_.atlas(), is_drawn);
    network_.send();
}

void WebPlatform::fetch(const Request& request, ResponseCallback done) {
    network_.fetch(request, std::move(done));
}

StreamId WebPlatform::open_stream(const Request& request, StreamCallbacks callbacks) {
    return network_.open_stream(request, std::move(callbacks));
}

bool WebPlatform::knows_tabs() const {
    return roost_tabs_are_known();
}

void WebPlatform::tell_tabs(std::string_view text) {
    roost_tabs_tell(text.data(), text.size());
}

UnixMillis WebPlatform::now() const {
    return static_cast<UnixMillis>(emscripten_date_now());
}

OffsetMinutes WebPlatform::utc_offset(UnixMillis at) const {
    return static_cast<OffsetMinutes>(roost_page_utc_offset(static_cast<double>(at)));
}

std::string WebPlatform::languages() const {
    return take_text(roost_page_languages());
}

std::string WebPlatform::format(std::string_view tag, Format format, std::int64_t value, OffsetMinutes)
    const {
    const auto number = static_cast<double>(value);
    return take_text(roost_page_format(std::string(tag).c_str(), static_cast<int>(format), number));
}

std::string WebPlatform::random_ref() {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 22> bytes{};
    // crypto.getRandomValues underneath, which does not fail for so few.
    getentropy(bytes.data(), bytes.size());
    std::string ref;
    for (const unsigned char byte : bytes)
        ref += kAlphabet[byte % kAlphabet.size()];
    return ref;
}

void WebPlatform::request_frame() {
    if (is_delivering_) return;
    roost_page_request_frame();
}

void WebPlatform::wake_at(UnixMillis when) {
    if (wake_at_ != 0 && wake_at_ <= when) return;
    wake_at_ = when;
    roost_page_wake_in(static_cast<double>(std::max<UnixMillis>(0, when - now())));
}

void WebPlatform::timer_fired() {
    wake_at_ = 0;
    push(TimerFired{});
}

char* WebPlatform::copied(ui::NodeKey first, ui::NodeKey last) const {
    std::string records;
    if (copy_source_) {
        for (const CopiedMessage& message : copy_source_(first, last)) {
            records.append(std::to_string(message.at)).append("\x1f");
            records.append(message.name).append("\x1f").append(message.text).append("\x1e");
        }
    }
    return strdup(records.c_str());
}

void WebPlatform::context_changed(bool is_there) {
    if (!is_there) return window_.context_lost();
    text_.atlas().forget_textures();
    pictures_.forget_textures();
    window_.context_restored();
    request_frame();
}

std::optional<std::string> WebPlatform::load(std::string_view key) const {
    char* text = roost_page_load(std::string(key).c_str());
    if (text == nullptr) return std::nullopt;
    return take_text(text);
}

std::vector<std::string> WebPlatform::stored(std::string_view prefix) const {
    const std::string all = take_text(roost_page_stored(std::string(prefix).c_str()));
    std::vector<std::string> keys;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = all.find('\n', begin);
        keys.push_back(all.substr(begin, end - begin));
        begin = end + 1;
    }
    return keys;
}

void WebPlatform::store(std::string_view key, std::string_view value) {
    roost_page_store(std::string(key).c_str(), std::string(value).c_str());
}

void WebPlatform::set_url(std::string_view fragment, bool replaces) {
    roost_page_set_url(std::string(fragment).c_str(), replaces);
}

std::string WebPlatform::url() const {
    return take_text(roost_page_url());
}

void WebPlatform::set_title(std::string_view title, int unread) {
    roost_page_set_title(std::string(title).c_str(), unread);
}

void WebPlatform::show_theme(bool is_dark) {
    roost_page_show_theme(is_dark);
}

void WebPlatform::end_loading() {
    roost_page_end_loading();
}

void WebPlatform::show_icon(std::string_view address) {
    roost_page_show_icon(std::string(address).c_str());
}

void WebPlatform::show_language(std::string_view tag, bool is_right_to_left) {
    roost_page_show_language(std::string(tag).c_str(), is_right_to_left);
}

void WebPlatform::announce(std::string_view text, bool is_urgent) {
    roost_page_announce(std::string(text).c_str(), is_urgent);
}

void WebPlatform::tell_host(std::string_view event, std::string_view json) {
    roost_host_tell(std::string(event).c_str(), std::string(json).c_str());
}

void WebPlatform::copy(std::string_view text) {
    roost_page_copy(std::string(text).c_str());
}

void WebPlatform::open_link(std::string_view url) {
    roost_page_open_link(std::string(url).c_str());
}

void WebPlatform::save_text(std::string_view name, std::string_view text) {
    roost_page_save(std::string(name).c_str(), text.data(), text.size());
}

void WebPlatform::download(std::string_view url) {
    roost_page_download(std::string(url).c_str());
}

void WebPlatform::insert_text(ui::NodeKey field, std::string_view text, int replaced) {
    mirror_.insert_text(field, text, replaced);
}

std::string WebPlatform::asset_path(std::string_view name) const {
    char* path = roost_page_asset(std::string(name).c_str());
    return path == nullptr ? "" : take_text(path);
}

void WebPlatform::find_drawn(std::string_view signs, std::function<void(std::string)> done) {
    const int id = next_question_++;
    questions_.emplace(id, std::move(done));
    roost_emoji_find_drawn(id, std::string(signs).c_str());
}

void WebPlatform::drawn_found(int id, std::string drawn) {
    const auto found = questions_.find(id);
    if (found == questions_.end()) return;
    const auto done = std::move(found->second);
    questions_.erase(found);
    done(std::move(drawn));
    request_frame();
}

void WebPlatform::choose_files() {
    roost_files_choose();
}

void WebPlatform::drop_file(int id) {
    roost_files_drop(id);
}

void WebPlatform::convert_image(int id, std::int64_t most_bytes) {
    roost_files_convert(id, static_cast<double>(most_bytes));
}

void WebPlatform::record_voice() {
    roost_voice_record();
}

void WebPlatform::stop_recording(bool is_kept) {
    roost_voice_stop(is_kept);
}

void WebPlatform::play_voice(int file) {
    roost_voice_play(file);
}

void WebPlatform::pause_voice() {
    roost_voice_pause();
}

void WebPlatform::guard_page(bool is_guarded) {
    roost_page_guard(is_guarded);
}

void WebPlatform::read_sound(std::string_view file, std::string_view url) {
    roost_sounds_read(std::string(file).c_str(), std::string(url).c_str());
}

void WebPlatform::play_sound(const SoundOrder& order) {
    const auto at = static_cast<double>(order.at);
    roost_sounds_play(order.file.c_str(), order.url.c_str(), at, static_cast<double>(order.speed));
}

void WebPlatform::pause_sound() {
    roost_sounds_pause();
}

void WebPlatform::seek_sound(float at) {
    roost_sounds_seek(static_cast<double>(at));
}

void WebPlatform::set_sound_speed(float speed) {
    roost_sounds_set_speed(static_cast<double>(speed));
}

}  // namespace roost::platform
