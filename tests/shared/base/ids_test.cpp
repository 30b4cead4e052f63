#include "shared/base/ids.h"

#include <doctest/doctest.h>

using namespace roost;

TEST_CASE("ids: only plain decimal numbers are ids") {
    CHECK(parse_id<MessageId>("42") == MessageId{42});
    CHECK(parse_id<MessageId>("999999999999999999") == MessageId{999999999999999999});
    for (const char* text : {"", "-1", "+1", " 1", "1 ", "0x10", "1.0", "1e3", "9999999999999999999", "٣"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_id<MessageId>(text));
    }
}

TEST_CASE("ids: a client reference is short and plain") {
    CHECK(is_client_ref("A-z.0_9"));
    CHECK(is_client_ref(std::string(64, 'a')));
    CHECK_FALSE(is_client_ref(std::string(65, 'a')));
    CHECK_FALSE(is_client_ref(""));
    CHECK_FALSE(is_client_ref("a b"));
    CHECK_FALSE(is_client_ref("a/b"));
    CHECK_FALSE(is_client_ref("é"));
}
