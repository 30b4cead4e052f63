#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TemplateWords kSwahiliTemplates{
    .title = "Violezo",
    .open = "Chagua kiolezo",
    .close = "Funga",
    .back = "Violezo vyote",
    .hint = "Chagua kiolezo ili ukijaze",
    .preview = "Onyesho",
    .send = "Tuma kiolezo",
    .list = "Violezo vya kuchagua",
    .search = {.one = "Tafuta katika kiolezo {0}", .other = "Tafuta katika violezo {0}"},
    .all = "Vyote",
    .utility = "Huduma",
    .marketing = "Masoko",
    .authentication = "Uthibitishaji",
    .closed = "Limefungwa: {0}",
    .free_until = "Violezo ni bure hadi {0}.",
    .loading = "Violezo vinapakiwa…",
    .none = "Bado hakuna kiolezo kilichoidhinishwa",
    .none_note = "Violezo huonekana hapa Meta ikishaviidhinisha.",
    .nothing = "Hakuna kiolezo kama hiki",
    .gap = "Maandishi {0}",
    .heading_gap = "Kichwa {0}",
    .choose_file = "Chagua faili",
    .replace = "Badilisha",
    .place_name = "Jina la mahali",
    .place_address = "Mtaa na mji",
    .latitude = "Latitudo",
    .longitude = "Longitudo",
    .link_end = "Mwisho wa kiungo “{0}”",
    .code = "Msimbo",
    .example = "Kwa mfano {0}",
    .needed = "Hii bado haijajazwa",
    .file_needed = "Chagua faili kwanza",
    .file_waits = "Faili bado haijafika",
    .link_needed = "Inahitajika anwani inayoanza na https://",
    .place_needed = "Latitudo na longitudo zinahitajika, kama -4.05 na 39.67",
    .forbidden = "Mistari mipya, tabo au nafasi ndefu haziruhusiwi hapa",
    .unfillable = "Kiolezo hiki hakiwezi kujazwa hapa"};

}  // namespace roost
