// The whole client without a browser: found by role and name, used by name, as a reader would.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "client-wasm/app/app.h"
#include "client-wasm/platform/headless/headless_platform.h"
#include "shared/model/apply.h"
#include "shared/model/event.h"
#include "shared/wire/snapshot.h"

namespace roost {

class UiHarness {
  public:
    UiHarness() : UiHarness(std::make_shared<platform::FakeBrowser>()) {}
    // One more tab of the same browser.
    explicit UiHarness(std::shared_ptr<platform::FakeBrowser> browser);
    ~UiHarness();
    UiHarness(const UiHarness&) = delete;
    UiHarness& operator=(const UiHarness&) = delete;

    // Answers what a client asks at its start, and starts it.
    void start_signed_in(const Snapshot& snapshot);
    void start();
    // The page is loaded anew: the storage and the address stay.
    void reload();

    void run_frames();  // until nothing moves
    int nodes() const { return static_cast<int>(platform.tree.size()); }

    // The first node with this role whose name starts with `name`; null if there is none.
    const ui::Node* find(ui::Role role, std::string_view name = "") const;
    const ui::Node& see(ui::Role role, std::string_view name = "") const;  // fails the test if there is none
    bool sees(ui::Role role, std::string_view name = "") const { return find(role, name) != nullptr; }
    int count(ui::Role role, std::string_view name = "") const;
    // Where it stands on the screen: content coordinates less the scrolling of its scroller.
    float screen_y(const ui::Node& node) const;

    void click(ui::Role role, std::string_view name);
    void type(std::string_view field, std::string_view text);
    void press_enter(std::string_view field);
    void press(std::string_view key);
    void press_control(std::string_view key);
    void focus(ui::Role role, std::string_view name);  // as Tab would
    // A right click, or the menu key; `selected` and `word` as the browser finds them.
    void ask_menu(std::string_view message, std::string selected = "", std::string word = "");
    std::string value(std::string_view field) const;
    const ui::Node& see_field(std::string_view name
    ) const;  // the whole name; fails the test if there is none
    void scroll(ui::Role role, float top);
    void pass(UnixMillis time);  // time goes by

    void event(EventSeq seq, const EventPayload& payload);
    void page(const MessagePage& page);  // answers the waiting request for messages

    platform::HeadlessPlatform platform;
    ImGuiContext* context = nullptr;
    std::unique_ptr<App> app;

  private:
    bool frame();
};

platform::Response ok(std::string body);
platform::Response problem(int status, std::string_view detail);
platform::Response unreachable();
platform::Response session();

// Conversation 7 with Amina, who has just written, and others.
Conversation conversation_with(std::string_view name, std::int64_t id, UnixMillis last_at, int unread = 0);
// As the server would have it.
void take_role(Profile& profile, std::string_view role);
Snapshot snapshot_of(std::initializer_list<Conversation> rows);
Message text_from_customer(std::int64_t id, UnixMillis at, std::string_view body);
Message text_from_agent(std::int64_t id, UnixMillis at, std::string_view body, DeliveryStatus status);
MessagePage page_of(std::vector<Message> messages, bool has_older = false);
// The server's answer to a send.
platform::Response accepted(const Message& message);

inline constexpr ConversationId kAmina{7};
inline constexpr UnixMillis kNow = 1'789'996'040'000;

}  // namespace roost
