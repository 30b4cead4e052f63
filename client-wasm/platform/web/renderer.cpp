#include "client-wasm/platform/web/renderer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <GLES3/gl3.h>

#include "client-wasm/ui/draw_steps.h"

namespace roost::platform {

namespace {

static_assert(sizeof(ImDrawIdx) == 4, "the renderer draws with 32-bit indices");

constexpr GLuint kPosition = 0;
constexpr GLuint kTexturePlace = 1;
constexpr GLuint kColour = 2;

constexpr const char* kVertexShader = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
uniform vec4 projection;  // scale, then shift
out vec2 shown_place;
out vec4 shown_colour;
void main() {
    shown_place = place;
    shown_colour = colour;
    gl_Position = vec4(position * projection.xy + projection.zw, 0, 1);
}
)";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D text;
in highp vec2 shown_place;
in vec4 shown_colour;
out vec4 colour;
void main() {
    colour = shown_colour * texture(text, shown_place);
}
)";

void add_shader(GLuint program, GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
    glDeleteShader(shader);  // lives as long as the program
}

const void* offset_of(std::size_t bytes) {
    // OpenGL takes an offset where it once took a pointer.
    return reinterpret_cast<const void*>(bytes);  // NOLINT(performance-no-int-to-ptr)
}

void describe_vertices() {
    constexpr auto kStride = static_cast<GLsizei>(sizeof(ImDrawVert));
    glEnableVertexAttribArray(kPosition);
    glEnableVertexAttribArray(kTexturePlace);
    glEnableVertexAttribArray(kColour);
    glVertexAttribPointer(kPosition, 2, GL_FLOAT, GL_FALSE, kStride, offset_of(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(kTexturePlace, 2, GL_FLOAT, GL_FALSE, kStride, offset_of(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(
        kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offset_of(offsetof(ImDrawVert, col))
    );
}

void set_clear_colour(ImU32 colour) {
    const ImVec4 parts = ImGui::ColorConvertU32ToFloat4(colour);
    glClearColor(parts.x, parts.y, parts.z, 1);
}

GLuint texture_of(ImTextureID id) {
    return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(id));
}

}  // namespace

bool Renderer::open() {
    program_ = glCreateProgram();
    add_shader(program_, GL_VERTEX_SHADER, kVertexShader);
    add_shader(program_, GL_FRAGMENT_SHADER, kFragmentShader);
    glLinkProgram(program_);
    GLint is_linked = GL_FALSE;
    glGetProgramiv(program_, GL_LINK_STATUS, &is_linked);
    if (is_linked == GL_FALSE) return false;
    projection_ = glGetUniformLocation(program_, "projection");
    glGenVertexArrays(1, &array_);
    glBindVertexArray(array_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    describe_vertices();
    return true;
}

void Renderer::set_state(const ImDrawData& data, const ui::PixelRect& canvas) const {
    glViewport(0, 0, canvas.x1, canvas.y1);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    const ImVec2 scale(2 / data.DisplaySize.x, -2 / data.DisplaySize.y);
    glUniform4f(
        projection_, scale.x, scale.y, -1 - data.DisplayPos.x * scale.x, 1 - data.DisplayPos.y * scale.y
    );
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
}

void Renderer::upload(const ImDrawList& list) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(
        GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW
    );
}

void Renderer::draw_part(
    const ImDrawData& data, const ImDrawList& list, const ui::PixelRect& part, int height
) const {
    std::optional<ImU32> set;
    for (const ui::DrawStep& step : ui::steps_of(data, list, part)) {
        const auto& [x0, y0, x1, y1] = step.area;
        glScissor(x0, height - y1, x1 - x0, y1 - y0);
        if (step.is_fill()) {
            if (set != step.colour) set_clear_colour(step.colour);
            set = step.colour;
            glClear(GL_COLOR_BUFFER_BIT);
            continue;
        }
        glBindTexture(GL_TEXTURE_2D, texture_of(step.texture));
        const void* first = offset_of(std::size_t{step.first_index} * sizeof(ImDrawIdx));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(step.index_count), GL_UNSIGNED_INT, first);
    }
}

void Renderer::draw(const ImDrawData& data, std::span<const ui::PixelRect> parts) {
    if (parts.empty()) return;
    const ui::PixelRect canvas = ui::whole_canvas(data);
    set_state(data, canvas);
    const ImDrawList* uploaded = nullptr;
    for (const ui::PixelRect& part : parts) {
        for (const ImDrawList* list : data.CmdLists) {
            if (list != uploaded) upload(*list);
            uploaded = list;
            draw_part(data, *list, part, canvas.y1);
        }
    }
}

}  // namespace roost::platform
