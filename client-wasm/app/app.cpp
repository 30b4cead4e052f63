#include "client-wasm/app/app.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

#include "client-wasm/app/client.h"
#include "client-wasm/app/copied_messages.h"
#include "client-wasm/app/time_zone.h"
#include "client-wasm/ui/icons.h"
#include "client-wasm/ui/looks.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/shell.h"

namespace roost {

struct App::State {
    explicit State(platform::Platform& browser)
        : platform(browser),
          client(browser),
          time_zone([&browser](UnixMillis at) { return browser.utc_offset(at); }),
          scroll_top([&browser](ui::NodeKey key) { return browser.scroll_top(key); }),
          utc_offset([this](UnixMillis at) { return time_zone.at(at); }) {}

    platform::Platform& platform;
    Client client;
    TimeZone time_zone;
    std::function<float(ui::NodeKey)> scroll_top;
    std::function<OffsetMinutes(UnixMillis)> utc_offset;
    ui::Icons icons;
    ui::FrameInput input;
    ViewState views;
    std::vector<platform::Input> inputs;
    std::vector<platform::Input> held;  // for the next frame
    std::optional<platform::Resized> size;
    ui::Looks looks;
    ui::Theme theme = ui::theme_for(looks);
    ThemeChoice shown_choice = ThemeChoice::kSystem;
    ui::Brand shown_brand;
    std::string title;
    int titled_unread = -1;
    bool has_loaded = false;

    void read_theme();
    bool take_input();
    ui::Ui begin_frame();
    void run(const Commands& commands);
    std::vector<platform::CopiedMessage> copied(ui::NodeKey first, ui::NodeKey last);
    void show_title();
    void end_loading();
    void plan_next_frame(const ui::Ui& ui);

    // One for each kind of input; what a frame has to know goes into `input`.
    void take(const platform::Activated& one) { input.activated.push_back(one.key); }
    void take(const platform::FieldChanged& one) { input.changed_fields[one.key] = one.value; }
    void take(const platform::FieldSubmitted& one) {
        input.changed_fields[one.key] = one.value;
        input.submitted_fields.emplace_back(one.key, one.value);
    }
    void take(const platform::FocusMoved& one) {
        input.focus = one.key;
        input.is_focus_visible = one.is_visible;
    }
    void take(const platform::Scrolled&) {}  // scroll_top() is asked instead
    void take(const platform::KeyPressed& one) {
        input.keys.push_back({one.key, one.has_control, one.has_shift, one.is_in_field});
    }
    void take(const platform::PointerMoved& one) {
        input.pointer = {one.x, one.y};
        input.is_pointer_inside = one.is_inside;
    }
    void take(const platform::Dragged& one) { input.dragged[one.key] = one.x; }
    void take(const platform::Resized& one) { size = one; }
    void take(const platform::UrlChanged& one) { client.url_changed(one.fragment); }
    void take(const platform::VisibilityChanged& one) { client.page_became(one.is_visible); }
    void take(const platform::OnlineChanged& one) { client.network_became(one.is_online); }
    void take(const platform::ThemeChanged& one) {
        looks = one.looks;
        read_theme();
    }
    void take(const platform::CaretMoved& one) {
        input.caret.reset();
        if (one.offset < 0) return;
        const auto offset = static_cast<std::size_t>(one.offset);
        input.caret = ui::Caret{one.key, offset, {one.x, one.y}, one.is_typed};
    }
    void take(const platform::FileAdded& one) { client.file_added(one); }
    void take(const platform::VoiceTold& one) { client.voice_told(one); }
    void take(const platform::FilesDragged& one) { client.state().tray.is_dragged_over = one.is_over; }
    void take(const platform::PictureRead&) {}  // the text engine has it
    void take(const platform::SoundRead& one) { client.sound_read(one); }
    void take(const platform::SoundMoved& one) { client.sound_moved(one); }
    void take(const platform::SelectionChanged& one) { input.selection_ends = {one.anchor, one.focus}; }
    void take(const platform::MenuAsked& one) {
        input.menu = ui::MenuWish{one.key, {one.x, one.y}, one.selected, one.word};
    }
    void take(const platform::CopyEnded& one) { client.copy_ended(one.is_done); }
    void take(const platform::FontsChanged&) {}  // raises the text engine's epoch
    void take(const platform::TimerFired&) {}    // the frame itself is what was wanted
};

// The system's wish, unless the reader chose.
void App::State::read_theme() {
    ui::Looks wanted = looks;
    shown_choice = client.state().theme;
    shown_brand = client.state().brand;
    wanted.brand = shown_brand.colour;
    if (!shown_brand.logo.empty()) platform.show_icon(shown_brand.logo);
    if (shown_choice != ThemeChoice::kSystem) wanted.is_dark = shown_choice == ThemeChoice::kDark;
    theme = ui::theme_for(wanted);
    platform.show_theme(wanted.is_dark);
}

namespace {

// A key that follows an act is for what the act leaves: Escape right after a press closes what stands then,
// and must not take the pressed button away before it was heard.
std::vector<platform::Input>::iterator end_of_frame(std::vector<platform::Input>& inputs) {
    bool has_acted = false;
    return std::find_if(inputs.begin(), inputs.end(), [&has_acted](const platform::Input& one) {
        if (has_acted && std::holds_alternative<platform::KeyPressed>(one)) return true;
        has_acted = has_acted || std::holds_alternative<platform::Activated>(one) ||
                    std::holds_alternative<platform::FieldSubmitted>(one);
        return false;
    });
}

}  // namespace

// Returns whether something came that one frame may not be enough for.
bool App::State::take_input() {
    input.activated.clear();
    input.changed_fields.clear();
    input.submitted_fields.clear();
    input.keys.clear();
    input.menu.reset();
    if (input.caret) input.caret->is_typed = false;
    input.dragged.clear();
    inputs = std::exchange(held, {});
    platform.take_input(inputs);
    const auto end = end_of_frame(inputs);
    held.assign(end, inputs.end());
    inputs.erase(end, inputs.end());
    if (!held.empty()) platform.request_frame();
    for (const platform::Input& one : inputs) {
        std::visit([this](const auto& kind) { take(kind); }, one);
    }
    return !input.activated.empty() || !input.keys.empty() || !input.changed_fields.empty() ||
           input.menu.has_value();
}

ui::Ui App::State::begin_frame() {
    const ImGuiIO& io = ImGui::GetIO();
    const float ratio = size ? size->pixel_ratio : io.DisplayFramebufferScale.x;
    const float width = size ? size->width : io.DisplaySize.x;
    const float height = size ? size->height : io.DisplaySize.y;
    // Curves fine enough for large avatars; takes effect with the next frame.
    ImGui::GetStyle().CircleTessellationMaxError = 0.1F;
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    // Lines as geometry: the same at every pixel ratio, and free of the font's texture.
    draw.Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex;
    draw._FringeScale = ratio > 0 ? 1 / ratio : 1;  // edges are smoothed over one device pixel
    return ui::Ui{
        .draw = draw,
        .theme = theme,
        .icons = icons,
        .brand = client.state().brand,
        .words = client.state().locale.words(),
        .locale = client.state().locale,
        .text = platform.text(),
        .pictures = platform.pictures(),
        .input = input,
        .scroll_top = scroll_top,
        .utc_offset = utc_offset,
        .viewport = {0, 0, width, height},
        .pixel_ratio = ratio > 0 ? ratio : 1,
        .now = client.clock().by_server(platform.now())};
}

void App::State::run(const Commands& commands) {
    for (const Command& command : commands.all()) {
        const bool sends =
            std::holds_alternative<SendText>(command) || std::holds_alternative<SendFiles>(command) ||
            std::holds_alternative<SendVoice>(command) || std::holds_alternative<SendTemplate>(command) ||
            std::holds_alternative<SendContent>(command);
        if (sends) follow_latest(views.thread);
        client.run(command);
    }
}

void App::State::show_title() {
    const UiState& state = client.state();
    const Conversation* row = find_conversation(client.inbox(), state.open);
    const std::string wanted =
        shows_settings(state) ? fill("{0} · {1}", {state.locale.words().settings.title, state.brand.name})
        : row == nullptr      ? state.brand.name
                              : fill("{0} · {1}", {display_name(*row), state.brand.name});
    const int unread = client.inbox().counts.all;
    if (wanted == title && unread == titled_unread) return;
    title = wanted;
    titled_unread = unread;
    platform.set_title(title, unread);
}

// The outline that the page shows meanwhile looks like the inbox that still waits for its rows.
void App::State::end_loading() {
    const UiState& state = client.state();
    const bool is_waiting = state.is_starting || (state.is_signed_in && !state.has_snapshot);
    if (has_loaded || (is_waiting && state.snapshot_error.empty())) return;
    has_loaded = true;
    platform.end_loading();
}

// What the reader has selected, from the message with the one node through that with the other.
std::vector<platform::CopiedMessage> App::State::copied(ui::NodeKey first, ui::NodeKey last) {
    const Inbox& inbox = client.inbox();
    const ConversationId open = client.state().open;
    const ThreadWindow* thread = find_thread(inbox, open);
    const Conversation* row = find_conversation(inbox, open);
    if (thread == nullptr || row == nullptr || views.thread.conversation != open) return {};
    const CopyNames names{display_name(*row), client.state().my_name};
    return copied_messages(thread->messages, views.thread.log, first, last, names, client.state().locale);
}

void App::State::plan_next_frame(const ui::Ui& ui) {
    UnixMillis wake = client.wake_at();
    const UnixMillis wished = client.clock().by_browser(ui.wake_at);
    if (wished != 0 && (wake == 0 || wished < wake)) wake = wished;
    if (wake != 0) platform.wake_at(wake);
}

App::App(platform::Platform& platform) : state_(std::make_unique<State>(platform)) {
    platform.set_copy_source([state = state_.get()](ui::NodeKey first, ui::NodeKey last) {
        return state->copied(first, last);
    });
}

App::~App() = default;

bool App::frame() {
    State& state = *state_;
    const bool was_used = state.take_input();
    state.client.advance();
    const UiState& now = state.client.state();
    if (!now.has_words) return false;
    if (state.shown_choice != now.theme || state.shown_brand != now.brand) state.read_theme();
    ui::Ui ui = state.begin_frame();
    Commands commands;
    draw_shell(state.client.inbox(), state.client.state(), state.views, ui, commands);
    state.platform.present(ui.tree);
    state.end_loading();
    if (ui.wanted_focus != 0) state.platform.focus(ui.wanted_focus);
    const auto [first, last] = ui.wanted_selection;
    if (first != 0) state.platform.select(first, last);
    state.run(commands);
    const ThreadView& thread = state.views.thread;
    state.client.state().reads_latest = thread.conversation == state.client.state().open &&
                                        thread.has_entered && thread.is_following &&
                                        !shows_settings(state.client.state());
    state.show_title();
    state.plan_next_frame(ui);
    return was_used || std::ranges::any_of(commands.all(), changes_the_view);
}

}  // namespace roost
