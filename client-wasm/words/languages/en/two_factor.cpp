#include "client-wasm/words/two_factor.h"

namespace roost {

constexpr TwoFactorWords kEnglishTwoFactor{
    .title = "Two-step sign-in",
    .code = "Code",
    .code_note = "Enter the six digits that your authenticator app shows.",
    .recovery_code = "Recovery code",
    .recovery_note = "Enter one of the codes that you kept. Each is good once.",
    .use_recovery = "Use a recovery code",
    .use_app = "Use the app",
    .back = "Back",
    .wrong_code = "The code is wrong, or was used already.",
    .code_needed = "Enter the code.",
    .off_note =
        "Whoever learns your password still cannot sign in: a code from an app on your phone is asked for as "
        "well.",
    .on_note = "Signing in asks for a code from your authenticator app as well.",
    .set_up = "Set up",
    .go_on = "Continue",
    .scan_note =
        "Scan this square with your authenticator app, or type the key into it. Then enter the code that the "
        "app shows.",
    .picture = "QR code for your authenticator app",
    .switch_on = "Switch on",
    .codes_note =
        "Keep these recovery codes where you find them without your phone. Each lets you in once. They are "
        "shown only now.",
    .kept = "I have kept them",
    .new_codes = "New recovery codes",
    .new_codes_note = "Enter a code from your app. The recovery codes that you have now will no longer work.",
    .switch_off = "Switch off",
    .wrong_password = "The password is wrong.",
    .left = {.one = "{0} recovery code left", .other = "{0} recovery codes left"},
    .switch_off_for = "Switch off two-step sign-in",
    .switch_off_question = "Switch off two-step sign-in for {0}?",
    .switch_off_note =
        "Their password alone will let them in until they set it up again. Make sure that it is really they "
        "who ask.",
    .did_switch_on = "Switched on two-step sign-in",
    .did_switch_off = "Switched off two-step sign-in",
    .did_fail = "Entered a wrong code",
    .did_recover = "Used a recovery code",
    .did_make_codes = "Made new recovery codes"};

}  // namespace roost
