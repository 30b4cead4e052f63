// The dashboard: a full page for agents.
#include "client-wasm/app/app.h"
#include "client-wasm/platform/web/loop.h"
#include "client-wasm/platform/web/web_platform.h"

int main() {
    // Both outlive main(): the browser calls back for as long as the page lives.
    static roost::platform::WebPlatform platform;
    static roost::App app(platform);
    roost::platform::start_loop(platform, [] { return app.frame(); });
    return 0;
}
