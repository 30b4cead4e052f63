#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr BlockingWords kSwahiliBlocking{
    .more = "Vitendo zaidi",
    .block = "Zuia",
    .unblock = "Ondoa kizuizi",
    .question = "Umzuie {0}?",
    .note =
        "Hataweza tena kuandika wala kupiga simu kwa nambari hii, na hakuna kinachoweza kutumwa kwake. "
        "WhatsApp haimwambii. Mazungumzo yanabaki, na unaweza kuondoa kizuizi wakati wowote.",
    .asking = "Meta inaulizwa…",
    .strip = "Umemzuia mtu huyu.",
    .marked = "Amezuiwa",
    .is_blocked = "{0} amezuiwa.",
    .is_unblocked = "{0} hajazuiwa tena.",
    .not_sent = "Mtu huyu amezuiwa. Ondoa kizuizi ili umwandikie.",
    .refusals =
        {{"Meta inaruhusu kuzuia watu walioandika ndani ya saa 24 zilizopita tu.",
          "Nambari hii imezuia watu 64,000, idadi ya juu ambayo Meta inaruhusu.",
          "Meta haiwezi kufanya hivi kwa sasa. Jaribu tena baada ya muda.",
          "Meta imekataa: {0}"}},
    .did_block = "Alimzuia mtu",
    .did_unblock = "Aliondoa kizuizi cha mtu"};

}  // namespace roost
