#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SiteWords kSwahiliSites{
    .title = "Tovuti",
    .note =
        "Tovuti ni programu nyingine ambayo kurasa zake zinaonyesha kikasha hiki. Kurasa zake zina mstari "
        "mmoja wa HTML, na seva yake husema nani anaangalia.",
    .none = "Bado hakuna tovuti",
    .add = "Tovuti mpya",
    .origins = "Anwani za kurasa zake",
    .origins_hint = "Moja kwa mstari, kama https://crm.example, bila njia",
    .bad_origin = "Hii si anwani ya aina hiyo: {0}",
    .too_many = "Anwani {0} kwa zaidi",
    .types = "Rekodi ambazo kurasa zake zinaweza kutaja; usipochagua: zote",
    .whole = "Kuonyesha kikasha chote, si rekodi moja tu",
    .line = "HTML ya {0}",
    .show_line = "Mstari wa HTML",
    .line_note =
        "Weka mstari huu kwenye kurasa. Ukurasa huandika kitambulisho cha rekodi yake mahali pa “…”.",
    .copy_line = "Nakili mstari",
    .secret = "Siri ya {0}",
    .secret_note = "Seva yake hutia sahihi tokeni za kupachika kwa siri hii. Inaonyeshwa sasa tu.",
    .copy_secret = "Nakili siri",
    .old_until = "Siri ya awali inaendelea kufanya kazi hadi {0}.",
    .renew = "Siri mpya",
    .renew_question = "Siri mpya kwa {0}?",
    .renew_note =
        "Siri ya sasa inaendelea kwa saa 24, ili seva iweze kubadilisha kwa utulivu. Iliyotangulia inaisha "
        "mara moja.",
    .change = "Badilisha",
    .remove = "Ondoa tovuti",
    .remove_question = "Ondoa {0}?",
    .remove_note = "Kurasa zake zinapoteza kikasha mara moja. Mazungumzo na viungo vyake vinabaki.",
    .may_manage = "Simamia tovuti",
    .did_make = "Aliunda tovuti",
    .did_change = "Alibadilisha tovuti",
    .did_remove = "Aliondoa tovuti",
    .did_renew = "Aliunda siri mpya ya tovuti",
    .did_open = "Alifungua kikasha kwenye tovuti",
    .did_refuse = "Tokeni ya kupachika ilikataliwa",
    .did_link = "Aliunganisha na rekodi",
    .did_unlink = "Aliondoa kiungo cha rekodi"};

}  // namespace roost
