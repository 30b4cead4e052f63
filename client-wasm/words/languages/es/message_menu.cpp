#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kSpanishMessageMenu{
    .title = "Mensaje",
    .button = "Menú del mensaje",
    .copy = "Copiar",
    .copied = "Copiado",
    .copy_refused = "Esta página no puede copiar. Seleccione el texto y pulse Ctrl+C.",
    .forward = "Reenviar",
    .forward_to = "A",
    .forward_find = "Buscar una conversación",
    .forward_none = "Ahora no se puede escribir a nadie de la lista.",
    .forwarded =
        {.one = "Reenviado a una conversación",
         .many = "Reenviado a {0} de conversaciones",
         .other = "Reenviado a {0} conversaciones"},
    .search = "Buscar «{0}»",
    .react = "Reaccionar con {0}",
    .reactions = "Reacciones: {0}",
    .more = "Más emojis",
    .info = "Información del mensaje",
    .received = "Recibido",
    .written = "Escrito",
    .sent = "Enviado",
    .delivered = "Entregado",
    .read = "Leído",
    .failed = "No enviado",
    .not_yet = "Todavía no",
    .played = "Escuchado",
    .is_played = "escuchado",
    .cost = "Coste",
    .charged = "{0}, Meta lo cobra",
    .free = "{0}, sin coste",
    .service = "Atención al cliente",
    .meta_says = "Meta dice: {0}"};

}  // namespace roost
