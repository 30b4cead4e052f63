#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr NoticeWords kSpanishNotices{
    .dismiss = "Descartar",
    .template_approved = "La plantilla «{0}» fue aprobada y se puede enviar.",
    .template_rejected = "WhatsApp rechazó la plantilla «{0}»: {1}",
    .template_paused = "WhatsApp pausó la plantilla «{0}» porque no gustó a los clientes.",
    .template_disabled = "WhatsApp desactivó la plantilla «{0}»: {1}",
    .template_flagged = "La plantilla «{0}» no gusta a los clientes. WhatsApp puede pausarla.",
    .template_category = "WhatsApp cuenta ahora la plantilla «{0}» como {1} y la cobra así.",
    .template_category_soon =
        "WhatsApp contará la plantilla «{0}» como {1} a partir de mañana y la cobrará así.",
    .template_stopped = "La plantilla «{0}» no se puede enviar por ahora. WhatsApp dice: {1}",
    .number_flagged =
        "Los clientes bloquean o denuncian los mensajes de {0}. Escriba solo a quien lo haya pedido, o "
        "WhatsApp le dejará escribir a menos personas.",
    .number_unflagged = "Los clientes vuelven a estar contentos con {0}.",
    .number_limit = "Ahora puede iniciar conversaciones con {1} clientes al día.",
    .name_approved = "WhatsApp aprobó el nombre «{0}».",
    .name_rejected = "WhatsApp rechazó el nombre «{0}»: {1}",
    .name_waiting = "WhatsApp aún no ha decidido sobre el nombre «{0}».",
    .account_restricted = "WhatsApp restringió la cuenta: {1}",
    .account_disabled = "WhatsApp desactiva la cuenta: {1}",
    .account_restored = "WhatsApp volvió a abrir la cuenta.",
    .account_approved = "WhatsApp aprobó la cuenta.",
    .account_rejected = "WhatsApp rechazó la cuenta. Consulte el Business Manager de Meta.",
    .disconnected = "La cuenta se desconectó de Roost. Vuelva a conectarla en el Business Manager de Meta.",
    .pin_changed = "Se cambió el PIN de {0}. Si no fue ninguno de ustedes, cámbielo otra vez de inmediato.",
    .pin_reset_asked =
        "Alguien pidió a WhatsApp restablecer el PIN de {0}. Si no fue ninguno de ustedes, cámbielo de "
        "inmediato.",
    .history_refused = "El teléfono no compartió su historial. Roost muestra lo que se escriba desde ahora.",
    .number_problem = "Hay un problema con {0}. En Ajustes, Números, se explica cuál es y qué ayuda."};

}  // namespace roost
