#include "shared/wire/sse.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace roost;

namespace {

std::vector<SseFrame> read_in_pieces(const std::string& text, std::size_t size) {
    SseReader reader;
    std::vector<SseFrame> frames;
    for (std::size_t at = 0; at < text.size(); at += size) {
        for (SseFrame& frame : reader.feed(std::string_view(text).substr(at, size)))
            frames.push_back(std::move(frame));
    }
    return frames;
}

using Frames = std::vector<SseFrame>;

}  // namespace

TEST_CASE("sse: what is written is read, wherever the bytes are cut") {
    const std::string text = ": hello\n\n" + format_sse_event(EventSeq{41}, R"({"a":"ü"})") + ":\n\n" +
                             format_sse_control("reset", "{}") + format_sse_event(EventSeq{42}, "{}");
    const Frames expected{{"", "41", R"({"a":"ü"})"}, {"reset", "41", "{}"}, {"", "42", "{}"}};
    for (std::size_t size = 1; size <= text.size(); ++size) {
        CAPTURE(size);
        REQUIRE(read_in_pieces(text, size) == expected);
    }
}

TEST_CASE("sse: all three ends of line and several lines of data are understood") {
    const Frames expected{{"note", "7", "one\ntwo\n"}, {"", "7", "three"}};
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string e = end;
        const std::string text = "event: note" + e + "id:7" + e + "data: one" + e + "data:two" + e + "data" +
                                 e + e + "retry: 3000" + e + "unknown: x" + e + "data: three" + e + e + "x" +
                                 e;
        for (std::size_t size = 1; size <= text.size(); ++size)
            REQUIRE(read_in_pieces(text, size) == expected);
    }
}

TEST_CASE("sse: a frame without data, or cut off before its end, yields nothing") {
    CHECK(read_in_pieces("event: ping\nid: 5\n\n", 100).empty());
    CHECK(read_in_pieces("data: x\n", 100).empty());
    CHECK(read_in_pieces("event: ping\n\ndata: x\n\n", 100) == Frames{{"", "", "x"}});
    SseReader reader;
    CHECK(reader.feed("id: 9\ndata: half").empty());
    reader.reset();
    CHECK(reader.feed("data: new\n\n") == Frames{{"", "", "new"}});
}
