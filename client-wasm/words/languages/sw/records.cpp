#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr RecordWords kSwahiliRecords{
    .title = "Rekodi",
    .of_message = "Rekodi za ujumbe huu",
    .note = "Kinachounganishwa hapa ni cha rekodi pamoja na jumbe zake zote, za awali na zijazo.",
    .note_message = "Hii huweka ujumbe huu kwenye rekodi, bila mazungumzo mengine.",
    .none = "Bado haijaunganishwa na rekodi",
    .type = "Aina ya rekodi",
    .id = "Kitambulisho chake",
    .id_hint = "Kama programu inayoitunza inavyoiita",
    .label = "Kichwa, ukipenda",
    .url = "Anwani ya ukurasa wake, ukipenda",
    .bad_url = "Lazima iwe anwani inayoanza na https:// au http://",
    .bad_id = "Herufi 200 kwa zaidi, kwenye mstari mmoja",
    .link = "Unganisha",
    .unlink = "Ondoa kiungo",
    .show = "Onyesha mazungumzo yake",
    .is_linked = "Imeunganishwa na {0}.",
    .is_unlinked = "Haijaunganishwa tena na {0}.",
    .opens = "{0}, hufunguka kwenye kichupo kipya",
    .filtered = "Mazungumzo ya {0} pekee",
    .all_again = "Onyesha mazungumzo yote tena",
    .filtered_empty = "Hakuna mazungumzo yaliyounganishwa na rekodi hii",
    .start = "Mazungumzo mapya",
    .start_note =
        "WhatsApp inakuruhusu kuanza kwa kiolezo. Mtu akijibu, unaweza kuandika chochote kwa saa 24.",
    .number = "Nambari ya simu",
    .number_hint = "Pamoja na msimbo wa nchi, kama +254 712 345 678",
    .bad_number = "Hii si nambari yenye msimbo wa nchi",
    .account = "Kutoka nambari yetu ipi",
    .begin = "Anza",
    .message_person = "Tuma ujumbe",
    .message_named = "Mtumie {0} ujumbe",
    .save_contact = "Hifadhi mwasiliani",
    .save_contacts = "Hifadhi waasiliani",
    .did_start = "Alianza mazungumzo",
    .chat = "Kiungo cha WhatsApp",
    .chat_note = "Hufungua gumzo na {0} kwenye WhatsApp, katika simu au kompyuta kinapofunguliwa.",
    .chat_text = "Maandishi ya kuanzia, ukipenda",
    .chat_text_long = "Maandishi haya ni marefu mno kwa msimbo",
    .chat_open = "Fungua katika WhatsApp",
    .chat_code = "Msimbo wa kamera ya simu",
    .chat_save = "Hifadhi msimbo",
    .types = {{"Mradi", "Fedha ndogo", "Mteja mtarajiwa", "Mfanyakazi"}}};

}  // namespace roost
