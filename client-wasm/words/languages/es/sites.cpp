#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SiteWords kSpanishSites{
    .title = "Sitios",
    .note =
        "Un sitio es otro programa cuyas páginas muestran esta bandeja. Sus páginas llevan una línea de HTML "
        "y su servidor dice quién mira.",
    .none = "Aún no hay sitios",
    .add = "Nuevo sitio",
    .origins = "Direcciones de sus páginas",
    .origins_hint = "Una por línea, como https://crm.example, sin ruta",
    .bad_origin = "Esto no es una dirección así: {0}",
    .too_many = "Como máximo {0} direcciones",
    .types = "Registros que pueden nombrar sus páginas; sin elegir: todos",
    .whole = "Mostrar toda la bandeja, no solo un registro",
    .line = "HTML para {0}",
    .show_line = "Línea de HTML",
    .line_note = "Ponga esta línea en las páginas. La página escribe el id de su registro en lugar de «…».",
    .copy_line = "Copiar la línea",
    .secret = "Secreto de {0}",
    .secret_note = "Su servidor firma con este secreto los tokens de inserción. Solo se muestra ahora.",
    .copy_secret = "Copiar el secreto",
    .old_until = "El secreto anterior sigue siendo válido hasta {0}.",
    .renew = "Nuevo secreto",
    .renew_question = "¿Un secreto nuevo para {0}?",
    .renew_note =
        "El secreto actual sigue siendo válido 24 horas, para que el servidor pueda cambiarlo con calma. Uno "
        "anterior termina al momento.",
    .change = "Cambiar",
    .remove = "Quitar el sitio",
    .remove_question = "¿Quitar {0}?",
    .remove_note = "Sus páginas pierden la bandeja al momento. Las conversaciones y sus vínculos se quedan.",
    .may_manage = "Gestionar sitios",
    .did_make = "Creó un sitio",
    .did_change = "Cambió un sitio",
    .did_remove = "Quitó un sitio",
    .did_renew = "Creó un secreto nuevo para un sitio",
    .did_open = "Abrió la bandeja en un sitio",
    .did_refuse = "Se rechazó un token de inserción",
    .did_link = "Vinculó con un registro",
    .did_unlink = "Quitó el vínculo con un registro"};

}  // namespace roost
