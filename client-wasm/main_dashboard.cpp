// The dashboard: a whole page for agents.
#include <memory>

#include "client-wasm/app/app.h"
#include "client-wasm/platform/web/loop.h"

int main() {
    roost::platform::run_in_page([](roost::platform::Platform& platform) {
        return [app = std::make_shared<roost::App>(platform)] { return app->frame(); };
    });
    return 0;
}
