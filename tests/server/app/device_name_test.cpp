#include "server/app/device_name.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("device name: what a browser calls itself, in plain words") {
    CHECK(
        device_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") ==
        "Firefox on Linux"
    );
    CHECK(
        device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                    "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0") == "Edge on Windows"
    );
    CHECK(
        device_name("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                    "Chrome/126.0.0.0 Mobile Safari/537.36") == "Chrome on Android"
    );
    CHECK(
        device_name(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
            "Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
        ) == "Safari on iPhone"
    );
    CHECK(
        device_name(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/17.5 Safari/605.1.15"
        ) == "Safari on Mac"
    );
    CHECK(device_name("curl/8.5.0") == "curl");
    CHECK(device_name("something (Linux)") == "Linux");
    CHECK(device_name("") == "Unknown device");
    CHECK(device_name("\xff\xfe<script>") == "Unknown device");
}

}  // namespace
}  // namespace roost
