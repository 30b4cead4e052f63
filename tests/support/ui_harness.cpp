#include "tests/support/ui_harness.h"

#include <string>

#include <doctest/doctest.h>

#include "client-wasm/words/languages/catalogue.h"
#include "client-wasm/words/written_words.h"
#include "shared/wire/event.h"
#include "shared/wire/sse.h"

namespace roost {

UiHarness::UiHarness(std::shared_ptr<platform::FakeBrowser> browser)
    : platform(std::move(browser)), context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1440, 900};
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    platform.resize(1440, 900);
    for (const Words* words : all_words())
        platform.answer("GET", "/words." + std::string(words->language.tag), ok(write_words(*words)));
}

UiHarness::~UiHarness() {
    ImGui::SetCurrentContext(context);
    app.reset();
    ImGui::DestroyContext(context);
}

bool UiHarness::frame() {
    ImGui::SetCurrentContext(context);
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    const int wanted = platform.frames_wanted;
    const bool is_moving = app->frame();
    ImGui::Render();
    return is_moving || platform.frames_wanted != wanted;
}

void UiHarness::run_frames() {
    constexpr int kMost = 40;
    for (int i = 0; i < kMost; ++i) {
        if (!frame()) return;
    }
    FAIL("the client does not come to rest");
}

void UiHarness::start() {
    app = std::make_unique<App>(platform);
    run_frames();
}

void UiHarness::reload() {
    app.reset();
    platform.leave_page();
    platform.resize(1440, 900);
    start();
}

void UiHarness::start_signed_in(const Snapshot& snapshot) {
    platform.answer("POST", "/api/v1/auth/refresh", session());
    platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot)));
    start();
    platform.stream_answers(200);
    run_frames();
}

const ui::Node* UiHarness::find(ui::Role role, std::string_view name) const {
    for (const ui::Node& node : platform.tree) {
        if (node.role == role && node.label.starts_with(name)) return &node;
    }
    return nullptr;
}

const ui::Node& UiHarness::see(ui::Role role, std::string_view name) const {
    const ui::Node* node = find(role, name);
    REQUIRE_MESSAGE(node != nullptr, "nothing is called ", std::string(name));
    return *node;
}

int UiHarness::count(ui::Role role, std::string_view name) const {
    int found = 0;
    for (const ui::Node& node : platform.tree) {
        if (node.role == role && node.label.starts_with(name)) ++found;
    }
    return found;
}

float UiHarness::screen_y(const ui::Node& node) const {
    for (const ui::Node& other : platform.tree) {
        if (other.key == node.parent && other.scroller) {
            return other.rect.y + node.rect.y - platform.scroll_top(other.key);
        }
    }
    return node.rect.y;
}

void UiHarness::click(ui::Role role, std::string_view name) {
    const ui::Node& node = see(role, name);
    REQUIRE_FALSE(node.is_disabled);
    platform.push(platform::Activated{node.key});
    run_frames();
}

const ui::Node& UiHarness::see_field(std::string_view name) const {
    for (const ui::Node& node : platform.tree) {
        if (node.field && node.label == name) return node;
    }
    FAIL("there is no field ", std::string(name));
    return platform.tree.front();
}

void UiHarness::type(std::string_view field, std::string_view text) {
    const ui::NodeKey key = see_field(field).key;
    platform.field_values[key] = text;
    platform.push(platform::FieldChanged{key, std::string(text)});
    run_frames();
}

void UiHarness::press_enter(std::string_view field) {
    const ui::NodeKey key = see_field(field).key;
    platform.push(platform::FieldSubmitted{key, platform.field_values[key]});
    run_frames();
}

void UiHarness::press(std::string_view key) {
    platform.push(platform::KeyPressed{std::string(key)});
    run_frames();
}

void UiHarness::press_control(std::string_view key) {
    platform.push(platform::KeyPressed{std::string(key), true});
    run_frames();
}

void UiHarness::focus(ui::Role role, std::string_view name) {
    platform.focus(see(role, name).key);
    run_frames();
}

void UiHarness::ask_menu(std::string_view message, std::string selected, std::string word) {
    const ui::NodeKey key = see(ui::Role::kMessage, message).key;
    platform.push(platform::MenuAsked{key, 300, 300, std::move(selected), std::move(word)});
    run_frames();
}

std::string UiHarness::value(std::string_view field) const {
    const auto found = platform.field_values.find(see_field(field).key);
    return found == platform.field_values.end() ? "" : found->second;
}

void UiHarness::scroll(ui::Role role, float top) {
    platform.scroll(see(role).key, top);
    run_frames();
}

void UiHarness::pass(UnixMillis time) {
    platform.time += time;
    platform.push(platform::TimerFired{});
    run_frames();
}

void UiHarness::event(EventSeq seq, const EventPayload& payload) {
    platform.stream_sends(format_sse_event(seq, write_event_payload(payload)));
    run_frames();
}

void UiHarness::page(const MessagePage& page) {
    const std::string path = "/api/v1/conversations/" + to_string(page.conversation) + "/messages";
    REQUIRE(platform.respond("GET", path, ok(write_message_page(page))));
    run_frames();
}

platform::Response ok(std::string body) {
    return {200, std::move(body)};
}

platform::Response problem(int status, std::string_view detail) {
    const Json body = {{"title", "Refused"}, {"status", status}, {"detail", detail}, {"code", "invalid"}};
    return {status, dump_json(body)};
}

platform::Response unreachable() {
    return {0, ""};
}

platform::Response session() {
    const Json agent = {
        {"id", "3"}, {"name", "Sofia Otieno"}, {"email", "sofia@example.com"}, {"role", "agent"}};
    return ok(dump_json({{"access_token", "token-1"}, {"expires_in", 1800}, {"agent", agent}}));
}

Conversation conversation_with(std::string_view name, std::int64_t id, UnixMillis last_at, int unread) {
    Conversation row;
    row.id = {id};
    row.rev = {1};
    row.account = {1};
    row.contact_name = name;
    row.wa_id = "254712345678";
    row.unread = unread;
    row.last_inbound_at = last_at;
    row.last = {
        {id * 1000},
        last_at,
        Direction::kInbound,
        DeliveryStatus::kReceived,
        "text",
        {PreviewKind::kWords, "Sawa, Alhamisi"}};
    return row;
}

void take_role(Profile& profile, std::string_view role) {
    profile.role = role;
    profile.permissions = {"read"};
    const auto add = [&](std::initializer_list<std::string> names) {
        profile.permissions.insert(profile.permissions.end(), names);
    };
    if (role != "viewer") add({"send", "tend"});
    if (role == "admin" || role == "supervisor") add({"manage_templates"});
    if (role == "admin")
        add(
            {"read_notices",
             "manage_accounts",
             "read_webhook_log",
             "manage_people",
             "manage_api_keys",
             "read_audit_log",
             "manage_sites"}
        );
    add({"own_account"});
}

Snapshot snapshot_of(std::initializer_list<Conversation> rows) {
    Snapshot snapshot;
    snapshot.seq = {100};
    snapshot.me = {{3}, "Sofia Otieno", "sofia@example.com", ""};
    take_role(snapshot.me, "agent");
    snapshot.conversations.conversations = rows;
    for (const Conversation& row : rows) {
        if (row.unread == 0) continue;
        ++snapshot.counts.all;
        ++snapshot.counts.whatsapp;
    }
    return snapshot;
}

Message text_from_customer(std::int64_t id, UnixMillis at, std::string_view body) {
    Message message;
    message.id = {id};
    message.conversation = kAmina;
    message.rev = {1};
    message.at = at;
    message.wamid = "wamid." + std::to_string(id);
    message.content = Text{std::string(body), false};
    return message;
}

Message text_from_agent(std::int64_t id, UnixMillis at, std::string_view body, DeliveryStatus status) {
    Message message = text_from_customer(id, at, body);
    message.direction = Direction::kOutbound;
    message.status = status;
    message.sent_by = {3};
    message.client_ref = "server-ref-" + std::to_string(id);
    return message;
}

MessagePage page_of(std::vector<Message> messages, bool has_older) {
    return {kAmina, std::move(messages), has_older, false};
}

platform::Response accepted(const Message& message) {
    return {202, dump_json({{"message", write_message(message)}})};
}

}  // namespace roost
