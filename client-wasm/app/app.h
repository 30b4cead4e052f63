// The client as one object: frame() drains input and network, applies, draws, runs commands.
#pragma once

#include <memory>

#include "client-wasm/platform/platform.h"

namespace roost {

// One thread. The platform outlives it.
class App {
  public:
    explicit App(platform::Platform& platform);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Called between ImGui::NewFrame() and ImGui::Render(); draws into ImGui's background draw list or one
    // full-size window and calls platform.present() once. Returns whether something is moving, so that
    // another frame is wanted at once.
    bool frame();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace roost
