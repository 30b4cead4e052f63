#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TwoFactorWords kSwahiliTwoFactor{
    .title = "Kuingia kwa hatua mbili",
    .code = "Msimbo",
    .code_note = "Weka tarakimu sita ambazo programu yako ya uthibitishaji inaonyesha.",
    .recovery_code = "Msimbo wa dharura",
    .recovery_note = "Weka mmoja wa misimbo uliyohifadhi. Kila mmoja hutumika mara moja.",
    .use_recovery = "Tumia msimbo wa dharura",
    .use_app = "Tumia programu",
    .back = "Rudi",
    .wrong_code = "Msimbo si sahihi, au umeshatumika.",
    .code_needed = "Weka msimbo.",
    .off_note =
        "Anayejua nenosiri lako bado hawezi kuingia: msimbo kutoka programu kwenye simu yako unahitajika "
        "pia.",
    .on_note = "Kuingia kunahitaji pia msimbo kutoka programu yako ya uthibitishaji.",
    .set_up = "Weka",
    .go_on = "Endelea",
    .scan_note =
        "Changanua mraba huu kwa programu yako ya uthibitishaji, au andika ufunguo ndani yake. Kisha weka "
        "msimbo ambao programu inaonyesha.",
    .picture = "Msimbo wa QR wa programu yako ya uthibitishaji",
    .switch_on = "Washa",
    .codes_note =
        "Hifadhi misimbo hii ya dharura mahali utakapoipata bila simu yako. Kila mmoja hukuingiza mara moja. "
        "Inaonyeshwa sasa tu.",
    .kept = "Nimeihifadhi",
    .new_codes = "Misimbo mipya ya dharura",
    .new_codes_note = "Weka msimbo kutoka programu yako. Misimbo ya dharura uliyonayo sasa haitatumika tena.",
    .switch_off = "Zima",
    .wrong_password = "Nenosiri si sahihi.",
    .left = {.one = "Umebaki msimbo {0} wa dharura", .other = "Imebaki misimbo {0} ya dharura"},
    .switch_off_for = "Zima kuingia kwa hatua mbili",
    .switch_off_question = "Uzime kuingia kwa hatua mbili kwa {0}?",
    .switch_off_note =
        "Nenosiri lake pekee litamwingiza hadi aweke tena. Hakikisha kuwa ni yeye kweli anayeomba.",
    .did_switch_on = "Aliwasha kuingia kwa hatua mbili",
    .did_switch_off = "Alizima kuingia kwa hatua mbili",
    .did_fail = "Aliweka msimbo usio sahihi",
    .did_recover = "Alitumia msimbo wa dharura",
    .did_make_codes = "Alitengeneza misimbo mipya ya dharura"};

}  // namespace roost
