// One's own second factor, and that of others.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kOwn = "/api/v1/auth/two-factor";
constexpr std::string_view kOffer =
    R"({"secret":"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567","uri":"otpauth://totp/x","qr":["101","010","111"]})";
constexpr std::string_view kCodes = R"({"recovery_codes":["7k3m-q9xc-v2ha","0000-1111-2222"]})";

std::string me(bool is_on, int left = 10) {
    return std::string(R"({"id":"3","name":"Sofia Otieno","email":"sofia@example.com","role":"agent",)") +
           R"("permissions":["read","send","tend","own_account"],"two_factor":{"is_on":)" +
           (is_on ? "true" : "false") + R"(,"recovery_codes_left":)" + std::to_string(left) + "}}";
}

struct Account : SettingsCase {
    explicit Account(bool is_on, std::string language = "en", float width = 1440)
        : SettingsCase("agent", width, 900, std::move(language)) {
        open("account");
        answer("GET", "/api/v1/auth/me", ok(me(is_on)));
        answer("GET", "/api/v1/sessions", ok(R"({"sessions":[]})"));
    }
    Json sent_last() const { return parse_json(platform.requests.back().body).value_or(Json()); }
    bool has_text(std::string_view part) const {
        for (const ui::Node& node : platform.tree)
            if (node.label.find(part) != std::string::npos) return true;
        return false;
    }
    void set_up() {
        click(Role::kButton, "Set up");
        type("Password", "secret words");
        click(Role::kButton, "Continue");
        answer("POST", kOwn, ok(std::string(kOffer)));
    }
};

}  // namespace

TEST_CASE("two-factor: set up with the password, a key for the app, a first code, and the recovery codes") {
    Account ui(false);
    CHECK(ui.sees(Role::kHeading, "Two-step sign-in"));
    CHECK(ui.sees(Role::kText, "Whoever learns your password"));
    ui.click(Role::kButton, "Set up");
    CHECK(ui.platform.focused == ui.see(Role::kPasswordField, "Password").key);
    ui.click(Role::kButton, "Continue");
    CHECK(ui.see_field("Password").description == "Fill this in");
    CHECK(ui.platform.count_requests("POST", kOwn) == 0);
    ui.type("Password", "secret words");
    ui.press_enter("Password");
    CHECK(ui.sent_last() == Json{{"password", "secret words"}});
    CHECK(ui.see(Role::kButton, "Continue").is_disabled);
    ui.answer("POST", kOwn, ok(std::string(kOffer)));
    CHECK(ui.sees(Role::kImage, "QR code for your authenticator app"));
    CHECK(ui.sees(Role::kText, "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567"));
    CHECK(ui.platform.focused == ui.see_field("Code").key);
    CHECK(ui.see_field("Code").field->autocomplete == "one-time-code");
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    ui.type("Code", "123456");
    ui.click(Role::kButton, "Switch on");
    CHECK(ui.sent_last() == Json{{"code", "123456"}});
    ui.answer("POST", kOwn + "/confirm", ok(std::string(kCodes)));
    CHECK_FALSE(ui.has_text("ABCD"));
    CHECK(ui.sees(Role::kText, "Keep these recovery codes"));
    CHECK(ui.has_text("7k3m-q9xc-v2ha"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Copy").key);
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == "7k3m-q9xc-v2ha\n0000-1111-2222");
    // What the server says meanwhile does not take them away.
    ui.answer("GET", "/api/v1/auth/me", ok(me(true)));
    CHECK(ui.has_text("7k3m-q9xc-v2ha"));
    ui.click(Role::kButton, "I have kept them");
    CHECK_FALSE(ui.has_text("7k3m-q9xc-v2ha"));
    CHECK(ui.sees(Role::kText, "10 recovery codes left"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "New recovery codes").key);
}

TEST_CASE("two-factor: wrong passwords and codes are told beside their fields, in the reader's words") {
    Account ui(false, "es");
    ui.click(Role::kButton, "Configurar");
    ui.type("Contraseña", "wrong");
    ui.press_enter("Contraseña");
    ui.answer("POST", kOwn, problem(403, "The password is wrong."));
    CHECK(ui.see_field("Contraseña").description == "La contraseña no es correcta.");
    CHECK(ui.see_field("Contraseña").is_invalid);
    ui.press_enter("Contraseña");
    ui.answer("POST", kOwn, ok(std::string(kOffer)));
    ui.type("Código", "000000");
    ui.press_enter("Código");
    ui.answer("POST", kOwn + "/confirm", problem(400, "The code is wrong."));
    CHECK(ui.see_field("Código").description == "El código no es correcto o ya se ha usado.");
    CHECK(ui.see_field("Código").is_invalid);
    CHECK(ui.has_text("ABCD EFGH"));
    ui.click(Role::kButton, "Cancelar");
    CHECK_FALSE(ui.has_text("ABCD"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Configurar").key);
}

TEST_CASE("two-factor: what is shown once is gone with the section") {
    Account ui(false);
    ui.set_up();
    CHECK(ui.has_text("ABCD EFGH"));
    ui.platform.push(platform::UrlChanged{"#/inbox"});
    ui.run_frames();
    ui.open("account");
    CHECK_FALSE(ui.has_text("ABCD EFGH"));
    CHECK_FALSE(ui.sees(Role::kPasswordField, "Password"));
}

TEST_CASE("two-factor: new codes ask for a code, switching off for password and code") {
    Account ui(true);
    CHECK(ui.sees(Role::kText, "10 recovery codes left"));
    CHECK_FALSE(ui.sees(Role::kButton, "Set up"));
    ui.click(Role::kButton, "New recovery codes");
    CHECK(ui.platform.focused == ui.see_field("Code").key);
    ui.type("Code", "123456");
    ui.press_enter("Code");
    ui.answer("POST", kOwn + "/recovery-codes", ok(std::string(kCodes)));
    CHECK(ui.has_text("0000-1111-2222"));
    ui.click(Role::kButton, "I have kept them");
    CHECK(ui.sees(Role::kText, "2 recovery codes left"));
    ui.click(Role::kButton, "Switch off");
    ui.type("Password", "secret words");
    ui.click(Role::kButton, "Switch off");
    CHECK(ui.see_field("Code").description == "Fill this in");
    CHECK(ui.platform.focused == ui.see_field("Code").key);
    ui.type("Code", "7k3m-q9xc-v2ha");
    ui.click(Role::kButton, "Switch off");
    CHECK(ui.sent_last() == Json{{"password", "secret words"}, {"code", "7k3m-q9xc-v2ha"}});
    CHECK(ui.platform.requests.back().method == "DELETE");
    ui.answer("DELETE", kOwn, ok(""));
    CHECK(ui.sees(Role::kButton, "Set up"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Set up").key);
}

TEST_CASE("two-factor: whether it is on is told only once it is known") {
    SettingsCase ui("agent");
    ui.open("account");
    CHECK(ui.sees(Role::kText, "Loading Two-step sign-in"));
    CHECK_FALSE(ui.sees(Role::kButton, "Set up"));
    ui.answer("GET", "/api/v1/auth/me", unreachable());
    CHECK_FALSE(ui.sees(Role::kButton, "Set up"));
    CHECK_FALSE(ui.sees(Role::kText, "Loading Two-step sign-in"));
}

TEST_CASE("two-factor: on a phone the keyboard does not hide what is to be scanned") {
    Account ui(false, "en", 360);
    ui.set_up();
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Copy").key);
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role != Role::kButton) continue;
        CAPTURE(node.label);
        CHECK(node.rect.height >= 44);
    }
}

TEST_CASE("two-factor: administrators see who has it, and switch it off for others") {
    SettingsCase ui("admin");
    ui.open("people");
    ui.answer(
        "GET",
        "/api/v1/agents",
        ok(R"({"agents":[{"id":"3","name":"Sofia Otieno","email":"sofia@example.com","role":"admin",)"
           R"("is_active":true,"has_two_factor":true},{"id":"4","name":"Ben","email":"ben@example.com",)"
           R"("role":"agent","is_active":true,"has_two_factor":true},{"id":"5","name":"Clara",)"
           R"("email":"clara@example.com","role":"viewer","is_active":true,"has_two_factor":false}]})")
    );
    ui.answer("GET", "/api/v1/invitations", ok(R"({"invitations":[]})"));
    CHECK(ui.sees(Role::kText, "Agent · ben@example.com · Two-step sign-in"));
    CHECK(ui.sees(Role::kText, "Viewer · clara@example.com"));
    for (const auto& [name, may] : {std::pair{"Sofia", false}, {"Clara", false}, {"Ben", true}}) {
        CAPTURE(name);
        ui.click(Role::kButton, std::string("Edit: ") + name);
        CHECK(ui.sees(Role::kButton, "Switch off two-step sign-in") == may);
        if (!may) ui.click(Role::kButton, "Cancel");
    }
    ui.click(Role::kButton, "Switch off two-step sign-in");
    CHECK(ui.sees(Role::kDialog, "Switch off two-step sign-in for Ben?"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Cancel").key);
    CHECK(ui.platform.count_requests("DELETE", "/api/v1/agents/4/two-factor") == 0);
    ui.press_exactly("Switch off");
    ui.answer("DELETE", "/api/v1/agents/4/two-factor", ok(""));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.is_waiting("GET", "/api/v1/agents"));
}

}  // namespace roost
