#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SendingWords kSwahiliSending{
    .uploads =
        {.blocked = "{0} haiwezi kutumwa: {1}",
         .take_back = "Acha kutuma {0}",
         .taken_back = "{0} haikutumwa na iko tena kwenye viambatisho",
         .percent = "{0}% imetumwa",
         .page_closed = "Ukurasa ulifungwa kabla ya faili kutumwa. Iambatishe tena.",
         .convert = "Badilisha kuwa JPEG",
         .shrink = "Ipunguze",
         .converting = "Inabadilishwa…",
         .cannot_convert =
             "Kivinjari hiki hakiwezi kubadilisha picha hii. Ihifadhi kama JPEG na uiambatishe tena.",
         .converted = "{0} sasa inaweza kutumwa",
         .only_whatsapp = "Faili zinaweza kutumwa kwenye WhatsApp pekee"},
    .voice =
        {.record = "Rekodi ujumbe wa sauti",
         .recording = "Inarekodi",
         .asking = "Ruhusu maikrofoni kwenye kivinjari chako",
         .discard = "Tupa rekodi",
         .stop = "Simamisha na usikilize",
         .play = "Cheza rekodi",
         .pause = "Sitisha rekodi",
         .send = "Tuma ujumbe wa sauti",
         .refused = "Kivinjari hakiruhusu Roost kutumia maikrofoni. Iruhusu kwenye mipangilio ya ukurasa.",
         .withheld = "Ukurasa ulio na Roost hauiruhusu kutumia maikrofoni. Anayeuendesha anaweza kuruhusu.",
         .missing = "Hakuna maikrofoni iliyopatikana",
         .broken = "Kivinjari hiki hakiwezi kurekodi hapa"},
    .editor =
        {.files = "Picha na faili",
         .location = "Mahali",
         .contact = "Mwasiliani",
         .buttons = "Vitufe vya kujibu",
         .list = "Orodha ya chaguo",
         .link = "Kitufe cha kiungo",
         .ask_location = "Omba mahali alipo",
         .header = "Kichwa (si lazima)",
         .body = "Maandishi",
         .footer = "Maandishi madogo (si lazima)",
         .button = "Kitufe {0}",
         .opens_list = "Kitufe kinachofungua orodha",
         .entry = "Chaguo {0}",
         .about_entry = "Maelezo ya chaguo {0} (si lazima)",
         .add_entry = "Ongeza chaguo",
         .section = "Sehemu ya {0}",
         .add_section = "Ongeza sehemu",
         .label = "Maneno kwenye kitufe",
         .address = "Anwani ya ukurasa",
         .name = "Jina",
         .phone = "Nambari ya simu",
         .known = "Kutoka mazungumzo yako",
         .phone_needed = "Nambari ya simu inakosekana",
         .differs = "Vitufe viwili haviwezi kufanana"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "Chagua faili",
         .choose_template = "Chagua kiolezo",
         .wait = "Tena kuanzia {0}",
         .mark_unreachable = "Weka alama: hapatikani",
         .is_unreachable = "Hapatikani kwenye WhatsApp"},
};

}  // namespace roost
