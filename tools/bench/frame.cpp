// The client's frame with a whole thread loaded, without a browser: what our own code costs while a reader
// scrolls, as the number of loaded messages grows. Text is laid out by a fake engine, so layout is not in it.
// roost_bench_frame [--messages 100000] [--frames 2000]
// Prints one JSON line.
#include <imgui.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "client-wasm/app/app.h"
#include "client-wasm/platform/headless/headless_platform.h"
#include "shared/wire/snapshot.h"
#include "tools/bench/arguments.h"
#include "tools/bench/figures.h"

namespace {

using namespace roost;
using bench::Arguments;

constexpr ConversationId kOpen{7};
constexpr UnixMillis kStart = 1'790'000'000'000;

MessagePage make_page(int count) {
    MessagePage page;
    page.conversation = kOpen;
    for (int i = 1; i <= count; ++i) {
        Message message;
        message.id = {i};
        message.conversation = kOpen;
        message.rev = {i};
        message.at = kStart + i * kMinute;
        message.wamid = "wamid." + std::to_string(i);
        message.direction = i % 3 == 0 ? Direction::kOutbound : Direction::kInbound;
        message.status = i % 3 == 0 ? DeliveryStatus::kRead : DeliveryStatus::kReceived;
        message.content = Text{"Note " + std::to_string(i) + ": the parcel arrived, thank you", false};
        page.messages.push_back(std::move(message));
    }
    return page;
}

Snapshot make_snapshot(const Message& last) {
    Snapshot snapshot;
    snapshot.seq = last.rev;
    snapshot.me = {{3}, "Ana", "ana@example.com", "agent"};
    Conversation row;
    row.id = kOpen;
    row.rev = last.rev;
    row.account = {1};
    row.contact_name = "Amina Yusuf";
    row.wa_id = "254712345678";
    row.last_inbound_at = last.at;
    row.last = summarise(last);
    snapshot.conversations.conversations.push_back(row);
    return snapshot;
}

// A signed-in client with the thread open, in a window of 1440 × 900.
class Bench {
  public:
    explicit Bench(int messages) : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1440, 900};
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        const MessagePage page = make_page(messages);
        platform_.time = page.messages.back().at + kMinute;
        platform_.fragment = "#/inbox/7";
        const std::string agent =
            R"("agent":{"id":"3","name":"Ana","email":"ana@example.com","role":"agent"})";
        const std::string session = R"({"access_token":"t","expires_in":1800,)" + agent + "}";
        platform_.answer("POST", "/api/v1/auth/refresh", {200, session});
        platform_.answer(
            "GET", "/api/v1/snapshot", {200, write_snapshot(make_snapshot(page.messages.back()))}
        );
        platform_.answer("GET", "/api/v1/conversations/7/messages", {200, write_message_page(page)});
        platform_.resize(1440, 900);
        app_ = std::make_unique<App>(platform_);
        for (int i = 0; i < 20; ++i) {
            frame();
            if (platform_.has_stream() && i == 10) platform_.stream_answers(200);
        }
    }
    ~Bench() {
        app_.reset();
        ImGui::DestroyContext(context_);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    // Milliseconds of each frame while the reader goes up by half a screen and down again, again and again.
    std::vector<double> scroll(int frames) {
        std::vector<double> samples;
        const float middle = find_log().scroller->content_height / 2;
        for (int i = 0; i < frames; ++i) {
            const int step = i % 100 < 50 ? i % 100 : 100 - i % 100;
            platform_.scroll(find_log().key, middle + static_cast<float>(step) * 9);
            samples.push_back(frame());
        }
        // Everything was measured on the first way up; only what comes again and again counts.
        samples.erase(samples.begin(), samples.begin() + frames / 4);
        return samples;
    }

  private:
    const ui::Node& find_log() const {
        for (const ui::Node& node : platform_.tree) {
            if (node.role == ui::Role::kLog && node.scroller) return node;
        }
        bench::give_up("the client shows no thread");
    }

    double frame() {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        const bench::Moment start = bench::now();
        ImGui::NewFrame();
        app_->frame();
        ImGui::Render();
        return bench::millis_between(start, bench::now());
    }

    ImGuiContext* context_;
    platform::HeadlessPlatform platform_;
    std::unique_ptr<App> app_;
};

}  // namespace

int main(int count, char** values) {
    const Arguments arguments(count, values);
    const int frames = arguments.number("frames", 2000);
    const std::vector<double> few = Bench(100).scroll(frames);
    const std::vector<double> many = Bench(arguments.number("messages", 100'000)).scroll(frames);
    std::printf(
        "{\"few_ms\":%.4f,\"many_ms\":%.4f,\"few_p99_ms\":%.4f,\"many_p99_ms\":%.4f}\n",
        bench::percentile(few, 0.5),
        bench::percentile(many, 0.5),
        bench::percentile(few, 0.99),
        bench::percentile(many, 0.99)
    );
    return 0;
}
