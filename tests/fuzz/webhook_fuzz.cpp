#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/utf8.h"
#include "shared/wire/event.h"
#include "shared/wire/send.h"
#include "shared/wire/sse.h"
#include "shared/wire/webhook.h"

namespace {

void expect(bool is_true) {
    if (!is_true) __builtin_trap();
}

// What was read as a message must survive being written.
void check_item(const roost::WebhookItem& item) {
    const auto* message = std::get_if<roost::IncomingMessage>(&item);
    if (message == nullptr) return;
    expect(!message->wamid.empty());
    expect(!message->person.wa_id.empty() || !message->person.user_id.empty());
    expect(!roost::english(roost::preview(message->content)).empty());
    expect(roost::parse_content(roost::write_content(message->content)) == message->content);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto webhook = roost::parse_webhook(text, 1'795'262'400'000);
    if (webhook) {
        expect(!webhook->items.empty());
        for (const roost::WebhookItem& item : webhook->items)
            check_item(item);
    }
    const auto json = roost::parse_json(text);
    if (json) expect(roost::is_utf8(roost::dump_json(*json)));
    static_cast<void>(roost::read_event(roost::EventSeq{1}, text));
    static_cast<void>(roost::read_send_request(text));
    roost::SseReader whole;
    roost::SseReader halves;
    auto frames = halves.feed(text.substr(0, size / 2));
    for (auto& frame : halves.feed(text.substr(size / 2)))
        frames.push_back(std::move(frame));
    expect(whole.feed(text) == frames);
    return 0;
}
