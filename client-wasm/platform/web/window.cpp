#include "client-wasm/platform/web/window.h"

#include <algorithm>
#include <cmath>

#include <SDL.h>
#include <imgui.h>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

int to_pixels(float length, float pixel_ratio) {
    return std::max(1, static_cast<int>(std::lround(length * pixel_ratio)));
}

void set_attributes() {
    // Keys belong to the page. SDL would listen on the whole window and swallow them.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);  // opaque: the page must not shine through smoothed edges
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

// ImGui insists on a font, though its texts are never drawn. One with nothing but a space keeps its own font,
// and its reader of font files, out of the download.
void give_empty_font(ImFontAtlas& atlas) {
    auto* font = IM_NEW(ImFont)();
    font->ContainerAtlas = &atlas;
    font->FontSize = 13;
    font->AddGlyph(nullptr, ' ', 0, 0, 0, 0, 0, 0, 0, 0, font->FontSize / 2);
    font->BuildLookupTable();
    atlas.Fonts.push_back(font);
    atlas.TexReady = true;
}

void set_up_imgui() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    // Lines are drawn as shapes: their texture would be ImGui's own instead of the one that holds the text.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    give_empty_font(*io.Fonts);
}

}  // namespace

bool Window::open() {
    set_attributes();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    // Not resizable: SDL would size the canvas itself, in whole CSS pixels and outside of a frame.
    window_ = SDL_CreateWindow("Roost", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
    if (window_ == nullptr) return false;
    // Only what changes is drawn, so the canvas has to keep the rest; SDL cannot ask for that.
    roost_page_prepare_canvas();
    context_ = SDL_GL_CreateContext(window_);
    if (context_ == nullptr) return false;
    SDL_StopTextInput();
    set_up_imgui();
    has_context_ = renderer_.open();
    return has_context_;
}

// Changing its size clears the canvas, so it happens in the frame that draws it again. Whether it changed.
bool Window::size_canvas() {
    if (wanted_ == shown_) return false;
    shown_ = wanted_;
    roost_page_size_canvas(
        to_pixels(shown_.width, shown_.pixel_ratio),
        to_pixels(shown_.height, shown_.pixel_ratio),
        static_cast<double>(shown_.width),
        static_cast<double>(shown_.height)
    );
    return true;
}

void Window::begin_frame(Atlas& atlas, double seconds) {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        // SDL's queue is emptied; what matters comes from the page itself.
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {wanted_.width, wanted_.height};
    io.DisplayFramebufferScale = {wanted_.pixel_ratio, wanted_.pixel_ratio};
    io.DeltaTime = static_cast<float>(std::clamp(seconds - last_frame_, 0.001, 1.0));
    last_frame_ = seconds;
    if (has_context_) {
        const Atlas::WhiteSpot white = atlas.white_spot();
        // ImGui's texture id is a pointer by type, a GL name by value.
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(white.texture)));
        io.Fonts->TexUvWhitePixel = {white.u, white.v};
    }
    ImGui::NewFrame();
}

void Window::end_frame(Atlas& atlas, bool is_drawn) {
    if (!is_drawn || !has_context_) {
        ImGui::EndFrame();
        return;
    }
    ImGui::Render();
    const bool is_resized = size_canvas();
    atlas.upload();
    // What stands in a texture's place may be another text now, under the same coordinates.
    if (is_resized || atlas.take_reuse()) damage_.forget();
    const ImDrawData& data = *ImGui::GetDrawData();
    renderer_.draw(data, damage_.update(data));
}

void Window::context_lost() {
    has_context_ = false;
    damage_.forget();
}

void Window::context_restored() {
    has_context_ = renderer_.open();
}

}  // namespace roost::platform
