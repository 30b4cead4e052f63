#include "client-wasm/words/sending.h"

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
         .missing = "Hakuna maikrofoni iliyopatikana",
         .broken = "Kivinjari hiki hakiwezi kurekodi hapa"},
};

}  // namespace roost
