// What the tabs of one browser share: storage, locks, and what they tell each other. A tab hears of it at the
// start of its next frame.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/platform/platform.h"

namespace roost::platform {

class FakeBrowser {
  public:
    std::map<std::string, std::string, std::less<>> storage;
    bool knows_tabs = true;  // set before the first tab
    int next_ref = 1;

    LockId hold(Platform* tab, const std::string& name, LockWish wish, LockCallback changed);
    void release(LockId id);
    void hear(Platform* tab, const std::string& channel, ToldCallback told);
    void tell(Platform* tab, std::string_view text);
    // Runs what waits for this tab.
    void deliver(Platform* tab);
    void leave(Platform* tab);

  private:
    struct Claim {
        LockId id = 0;
        Platform* tab = nullptr;
        std::string name;
        LockCallback changed;
        bool is_told = false;  // that it is held
    };
    struct Ear {
        std::string channel;
        ToldCallback told;
    };
    struct News {
        LockId lock = 0;  // 0: something was told
        bool is_held = false;
        LockCallback changed;
        std::string text;
    };

    void push(Platform* tab, News news);
    void tell_holders();

    std::deque<Claim> claims_;  // the first of a name holds it
    std::map<Platform*, Ear> ears_;
    std::map<Platform*, std::deque<News>> news_;
    LockId next_lock_ = 1;
};

}  // namespace roost::platform
