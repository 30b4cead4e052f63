// The language of the interface: chosen, kept, and turned round where it runs from right to left.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "client-wasm/words/languages/catalogue.h"
#include "client-wasm/words/written_words.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

Snapshot two_rows() {
    return snapshot_of(
        {conversation_with("Amina Yusuf", 7, kNow, 2), conversation_with("أحمد الفايد", 8, kNow - kHour)}
    );
}

void choose(UiHarness& ui, std::string_view account, std::string_view menu_row, std::string_view language) {
    ui.click(Role::kButton, account);
    ui.click(Role::kButton, menu_row);
    ui.click(Role::kButton, language);
}

struct Arabic : UiHarness {
    explicit Arabic(float width = 1440, float height = 900) {
        platform.preferred_languages = "ar-EG,en";
        platform.resize(width, height);
    }
    void open_thread() {
        start_signed_in(two_rows());
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(
            {text_from_customer(1, kNow, "هل وصل عرض السعر؟"),
             text_from_agent(2, kNow + 1, "Yes", DeliveryStatus::kRead)}
        ));
    }
};

float right_edge(const ui::Node& node) {
    return node.rect.x + node.rect.width;
}

TEST_CASE("language: the menu offers the system's and six more, each by its own name") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    CHECK(ui.platform.page_language == "en");
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Language");
    CHECK(ui.see(Role::kButton, "System").is_pressed == true);
    for (const Language& language : kLanguages) {
        const ui::Node& row = ui.see(Role::kButton, language.own_name);
        CHECK(row.language == language.tag.view());
        CHECK(row.rect.height >= 44);
    }
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
}

TEST_CASE("language: it changes at once, is kept over a reload, and the system's comes back") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    choose(ui, "Account of", "Language", "Español");
    CHECK(ui.sees(Role::kHeading, "Bandeja de entrada"));
    CHECK(ui.platform.page_language == "es");
    CHECK_FALSE(ui.platform.is_page_right_to_left);
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").label.find("2 mensajes no leídos") != std::string::npos);
    ui.reload();
    CHECK(ui.sees(Role::kHeading, "Bandeja de entrada"));
    choose(ui, "Cuenta de", "Idioma", "Sistema");
    CHECK(ui.sees(Role::kHeading, "Inbox"));
    CHECK_FALSE(ui.platform.load("language").has_value());
}

TEST_CASE("language: one whose words come late is shown when they come, and never an older choice") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    ui.platform.leave_waiting("GET", "/words.");
    choose(ui, "Account of", "Language", "Español");
    CHECK(ui.sees(Role::kHeading, "Inbox"));
    choose(ui, "Account of", "Language", "Kiswahili");
    REQUIRE(ui.platform.respond("GET", "/words.sw", ok(write_words(kSwahili))));
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Kikasha"));
    REQUIRE(ui.platform.respond("GET", "/words.es", ok(write_words(kSpanish))));
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Kikasha"));
    CHECK(ui.platform.page_language == "sw");
    choose(ui, "Akaunti ya", "Lugha", "Español");  // known by now
    CHECK(ui.sees(Role::kHeading, "Bandeja de entrada"));
}

TEST_CASE("language: nothing is drawn in another one before its words are there") {
    Arabic ui;
    ui.platform.leave_waiting("GET", "/words.");
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.start();
    CHECK(ui.nodes() == 0);
    CHECK_FALSE(ui.platform.has_loaded);
    REQUIRE(ui.platform.respond("GET", "/words.ar", ok(write_words(kArabic))));
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "تسجيل الدخول"));
    CHECK(ui.platform.has_loaded);
}

TEST_CASE("language: English stands in for words that do not arrive or are of another program") {
    for (const platform::Response& answer :
         {unreachable(), ok("One\nTwo\n"), ok(""), problem(404, "None.")}) {
        Arabic ui;
        ui.platform.answer("GET", "/words.ar", answer);
        ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
        ui.start();
        CHECK(ui.sees(Role::kHeading, "Sign in"));
        CHECK(ui.platform.page_language == "en");
    }
}

TEST_CASE("language: a choice whose words cannot be had is told, and tried again by the next load") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    ui.platform.answer("GET", "/words.es", unreachable());
    choose(ui, "Account of", "Language", "Español");
    CHECK(ui.sees(Role::kHeading, "Inbox"));
    REQUIRE_FALSE(ui.platform.announced.empty());
    CHECK(ui.platform.announced.back().first == kEnglish.trouble.unreachable.view());
    ui.platform.answer("GET", "/words.es", ok(write_words(kSpanish)));
    ui.reload();
    CHECK(ui.sees(Role::kHeading, "Bandeja de entrada"));
}

TEST_CASE("language: without a choice the reader's own is taken, before signing in too") {
    Arabic ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.start();
    CHECK(ui.sees(Role::kHeading, "تسجيل الدخول"));
    CHECK(ui.platform.page_language == "ar");
    CHECK(ui.platform.is_page_right_to_left);
}

TEST_CASE("language: what a message without words is, is said in it, in the list and out loud") {
    Arabic ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.last.preview = {PreviewKind::kVoice, ""};
    ui.start_signed_in(snapshot_of({row}));
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").label.find("رسالة صوتية") != std::string::npos);
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "One")}));
    Message photo = text_from_customer(2, kNow, "");
    photo.content = Image{};
    ui.event({101}, MessageAdded{photo, row, {}});
    REQUIRE_FALSE(ui.platform.announced.empty());
    CHECK(ui.platform.announced.back().first.find("صورة") != std::string::npos);
}

TEST_CASE("language: a quote of what has no words says in it what that is") {
    Arabic ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    Message answer = text_from_customer(2, kNow, "Yes");
    answer.context.quoted_wamid = "wamid.voice";
    answer.context.quote = Quote{{1}, Direction::kOutbound, "audio", {PreviewKind::kVoice, ""}};
    ui.page(page_of({answer}));
    const auto says_voice = [](const ui::Node& node) {
        return node.role == Role::kButton && node.label.find("رسالة صوتية") != std::string::npos;
    };
    CHECK(std::any_of(ui.platform.tree.begin(), ui.platform.tree.end(), says_voice));
}

TEST_CASE("mirrored: rail at the right, the list beside it, the thread at the left") {
    Arabic ui;
    ui.open_thread();
    CHECK(ui.see(Role::kButton, "صندوق الوارد").rect.x > 1440 - 64);
    const ui::Node& list = ui.see(Role::kList);
    CHECK(right_edge(list) == 1440 - 64);
    const ui::Node& log = ui.see(Role::kLog);
    CHECK(log.rect.x == 0);
    CHECK(right_edge(log) == list.rect.x);
    const ui::Node& record = ui.see(Role::kButton, "تسجيل رسالة صوتية");
    CHECK(right_edge(record) < ui.see(Role::kTextArea, "الرسالة").rect.x);
}

TEST_CASE("mirrored: what came stands at the right, what we sent at the left, and the text in it as it runs"
) {
    Arabic ui;
    ui.open_thread();
    const ui::Node& log = ui.see(Role::kLog);
    const ui::Node* in = nullptr;
    const ui::Node* out = nullptr;
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role == Role::kMessage) (in == nullptr ? in : out) = &node;
    }
    REQUIRE(out != nullptr);
    CHECK(log.rect.width - right_edge(*in) == out->rect.x);
    CHECK(in->rect.x > out->rect.x);
    // The Arabic text begins at the right edge, the English one at the left.
    CHECK(in->paragraph_x > 9);
    CHECK(out->paragraph_x == 9);
}

TEST_CASE("mirrored: nothing leaves the screen, at any of the three widths") {
    for (const float width : {1440.0F, 800.0F, 390.0F}) {
        CAPTURE(width);
        Arabic ui(width, 844);
        ui.open_thread();
        for (const ui::Node& node : ui.platform.tree) {
            if (node.rect.width == 0) continue;
            CAPTURE(node.label);
            CHECK(node.rect.x >= 0);
            CHECK(right_edge(node) <= width + 1);
        }
    }
}

TEST_CASE("mirrored: a menu asked for with the pointer opens at it, to the left") {
    Arabic ui;
    ui.open_thread();
    const ui::Node& received = ui.see(Role::kMessage);
    const float pointer = received.rect.x + 60;
    ui.platform.push(platform::MenuAsked{received.key, pointer, 300, "", ""});
    ui.run_frames();
    CHECK(std::abs(right_edge(ui.see(Role::kMenu)) - pointer) < 1);
}

TEST_CASE("mirrored: on a phone the way back is at the right") {
    Arabic ui(390, 844);
    ui.open_thread();
    CHECK(right_edge(ui.see(Role::kButton, "العودة إلى القائمة")) == 390 - 4);
}

}  // namespace
}  // namespace roost
