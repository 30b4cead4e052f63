// One frame of ImGui's background list, drawn by a test.
#pragma once

#include <imgui.h>

namespace roost::test {

class DrawnFrame {
  public:
    DrawnFrame(ImVec2 size, float ratio)
        : context_(ImGui::CreateContext()), before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = size;
        io.DisplayFramebufferScale = {ratio, ratio};
        io.Fonts->Build();
        ImGui::NewFrame();
        list_ = ImGui::GetBackgroundDrawList();
    }
    ~DrawnFrame() {
        ImGui::DestroyContext(context_);
        ImGui::SetCurrentContext(before_ == context_ ? nullptr : before_);
    }
    DrawnFrame(const DrawnFrame&) = delete;
    DrawnFrame& operator=(const DrawnFrame&) = delete;

    ImDrawList& list() { return *list_; }
    const ImDrawData& data() {
        if (!is_rendered_) ImGui::Render();
        is_rendered_ = true;
        return *ImGui::GetDrawData();
    }

  private:
    ImGuiContext* context_;
    ImGuiContext* before_;
    ImDrawList* list_ = nullptr;
    bool is_rendered_ = false;
};

}  // namespace roost::test
