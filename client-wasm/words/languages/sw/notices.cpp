#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr NoticeWords kSwahiliNotices{
    .dismiss = "Ondoa",
    .template_approved = "Kiolezo “{0}” kimeidhinishwa na kinaweza kutumwa.",
    .template_rejected = "WhatsApp imekataa kiolezo “{0}”: {1}",
    .template_paused = "WhatsApp imesimamisha kiolezo “{0}”, kwa sababu wateja hawakukipenda.",
    .template_disabled = "WhatsApp imezima kiolezo “{0}”: {1}",
    .template_flagged = "Wateja hawapendi kiolezo “{0}”. WhatsApp inaweza kukisimamisha.",
    .template_category = "WhatsApp sasa inahesabu kiolezo “{0}” kuwa {1}, na inatoza hivyo.",
    .template_category_soon = "Kuanzia kesho WhatsApp itahesabu kiolezo “{0}” kuwa {1}, na kutoza hivyo.",
    .template_stopped = "Kiolezo “{0}” hakiwezi kutumwa kwa sasa. WhatsApp inasema: {1}",
    .number_flagged =
        "Wateja wanazuia au kuripoti ujumbe kutoka {0}. Waandikie waliokuomba tu, la sivyo WhatsApp "
        "itakuruhusu kuwaandikia wachache.",
    .number_unflagged = "Wateja wameridhika tena na {0}.",
    .number_limit = "Sasa unaweza kuanza mazungumzo na wateja {1} kwa siku.",
    .name_approved = "WhatsApp imeidhinisha jina “{0}”.",
    .name_rejected = "WhatsApp imekataa jina “{0}”: {1}",
    .name_waiting = "WhatsApp bado haijaamua kuhusu jina “{0}”.",
    .account_restricted = "WhatsApp imewekea akaunti mipaka: {1}",
    .account_disabled = "WhatsApp inazima akaunti: {1}",
    .account_restored = "WhatsApp imefungua akaunti tena.",
    .account_approved = "WhatsApp imeidhinisha akaunti.",
    .account_rejected = "WhatsApp imekataa akaunti. Angalia Business Manager ya Meta.",
    .disconnected = "Akaunti imetenganishwa na Roost. Iunganishe tena katika Business Manager ya Meta.",
    .pin_changed = "PIN ya {0} imebadilishwa. Ikiwa si mmoja wenu, ibadilishe tena mara moja.",
    .pin_reset_asked =
        "Mtu ameiomba WhatsApp kuweka upya PIN ya {0}. Ikiwa si mmoja wenu, ibadilishe mara moja.",
    .history_refused = "Simu haikushiriki historia yake. Roost inaonyesha kinachoandikwa kuanzia sasa.",
    .number_problem = "Kuna tatizo na {0}. Mipangilio, Nambari inaeleza ni lipi na kinachosaidia."};

}  // namespace roost
