#include "shared/model/message.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

TEST_CASE("message: time decides, then arrival, and echoes come last among equals") {
    Message first = make_message(1);
    Message second = make_message(2);
    CHECK(comes_before(first, second));
    second.at = first.at;
    CHECK(comes_before(first, second));
    CHECK_FALSE(comes_before(second, first));
    Message echo = make_echo(3);
    Message later_echo = make_echo(4);
    echo.at = later_echo.at = first.at;
    CHECK(comes_before(second, echo));
    CHECK(comes_before(echo, later_echo));
    CHECK_FALSE(comes_before(echo, echo));
}

TEST_CASE("message: survives being written, with all its parts and with none") {
    Message message = make_outbound(12);
    message.context = {"wamid.quoted", true, true, true, quote_of(make_message(7))};
    message.status = DeliveryStatus::kFailed;
    message.times = {kNoon, kNoon + 1, kNoon + 2, kNoon + 3, kNoon + 4};
    message.failure = Failure{131047, "The 24-hour window is closed.", "Re-engagement message", true};
    CHECK(read_message(write_message(message)) == message);
    CHECK(read_message(write_message(make_message(1))) == make_message(1));
}

TEST_CASE("message: a quote is one short line of what is quoted") {
    Message quoted = make_outbound(7);
    quoted.content = Text{"*Two*\nlines " + std::string(300, 'x'), false};
    const Quote quote = quote_of(quoted);
    CHECK(quote.message == MessageId{7});
    CHECK(quote.direction == Direction::kOutbound);
    CHECK(quote.type == "text");
    CHECK(quote.preview.text.starts_with("Two lines xxx"));
    CHECK(quote.preview.text.size() == 160);
    Json json = write_message(make_message(1));
    json["context"] = {{"quoted_wamid", "wamid.q"}, {"quote", {{"id", "no number"}}}};
    CHECK(read_message(json)->context.quote == std::nullopt);
}

TEST_CASE("message: what is missing or wrong is named, what is unknown is ignored") {
    Json json = write_message(make_message(1));
    json["colour"] = "red";
    CHECK(read_message(json) == make_message(1));
    for (const char* key : {"id", "conversation_id", "rev", "direction", "at", "status", "content"}) {
        Json broken = json;
        broken[key] = Json::array();
        const auto message = read_message(broken);
        REQUIRE_FALSE(message);
        CHECK(message.error().code == ErrorCode::kInvalid);
        CHECK(message.error().message.find(key) != std::string::npos);
    }
}
