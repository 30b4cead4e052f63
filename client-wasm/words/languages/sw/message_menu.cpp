#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kSwahiliMessageMenu{
    .title = "Ujumbe",
    .button = "Menyu ya ujumbe",
    .copy = "Nakili",
    .copied = "Imenakiliwa",
    .copy_refused = "Ukurasa huu hauwezi kunakili. Chagua maandishi na ubonyeze Ctrl+C.",
    .forward = "Sambaza",
    .forward_to = "Kwa",
    .forward_find = "Tafuta mazungumzo",
    .forward_none = "Hakuna aliye kwenye orodha anayeweza kuandikiwa sasa.",
    .forwarded = {.one = "Umesambazwa kwa mazungumzo mamoja", .other = "Umesambazwa kwa mazungumzo {0}"},
    .search = "Tafuta “{0}”",
    .react = "Jibu kwa {0}",
    .reactions = "Hisia: {0}",
    .more = "Emoji zaidi",
    .info = "Maelezo ya ujumbe",
    .received = "Umepokelewa",
    .written = "Umeandikwa",
    .sent = "Umetumwa",
    .delivered = "Umefika",
    .read = "Umesomwa",
    .failed = "Haukutumwa",
    .not_yet = "Bado",
    .played = "Umesikilizwa",
    .is_played = "umesikilizwa",
    .cost = "Gharama",
    .charged = "{0}, Meta inatoza",
    .free = "{0}, bila malipo",
    .service = "Huduma kwa wateja",
    .meta_says = "Meta inasema: {0}"};

}  // namespace roost
