#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr BlockingWords kSpanishBlocking{
    .more = "Más acciones",
    .block = "Bloquear",
    .unblock = "Desbloquear",
    .question = "¿Bloquear a {0}?",
    .note =
        "Ya no podrá escribir ni llamar a este número, y no se le podrá enviar nada. WhatsApp no se lo dice. "
        "La conversación se conserva y puedes desbloquear a esta persona en cualquier momento.",
    .asking = "Consultando a Meta…",
    .strip = "Has bloqueado a esta persona.",
    .marked = "Bloqueado",
    .is_blocked = "{0} está en la lista de bloqueados.",
    .is_unblocked = "{0} ya no está en la lista de bloqueados.",
    .not_sent = "Esta persona está bloqueada. Desbloquéala para escribirle.",
    .refusals =
        {{"Meta solo deja bloquear a quien ha escrito en las últimas 24 horas.",
          "Este número ha bloqueado a 64 000 personas, el máximo que Meta permite.",
          "Meta no puede hacerlo en este momento. Inténtalo de nuevo dentro de un rato.",
          "Meta lo ha rechazado: {0}"}},
    .did_block = "Bloqueó a una persona",
    .did_unblock = "Desbloqueó a una persona"};

}  // namespace roost
