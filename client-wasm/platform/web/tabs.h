// Locks and messages between the tabs of one browser. What arrives is queued, and delivered at the start of a
// frame.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client-wasm/platform/platform.h"

namespace roost::platform {

class Tabs {
  public:
    LockId hold(const std::string& name, LockWish wish, LockCallback changed);
    void release(LockId id);
    void hear(const std::string& channel, ToldCallback told);

    // From the browser.
    void lock_changed(LockId id, bool is_held) { news_.push_back({id, is_held, ""}); }
    void told(std::string_view text) { news_.push_back({0, false, std::string(text)}); }

    // Calls back for everything that was queued.
    void deliver();

  private:
    struct News {
        LockId lock = 0;  // 0: something was told
        bool is_held = false;
        std::string text;
    };

    std::unordered_map<LockId, LockCallback> locks_;
    ToldCallback told_;
    std::vector<News> news_;
    LockId next_ = 1;
};

}  // namespace roost::platform
