#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TemplateWords kSpanishTemplates{
    .title = "Plantillas",
    .open = "Elegir una plantilla",
    .close = "Cerrar",
    .back = "Todas las plantillas",
    .hint = "Elige una plantilla para rellenarla",
    .preview = "Vista previa",
    .send = "Enviar plantilla",
    .list = "Plantillas para elegir",
    .search =
        {.one = "Buscar en {0} plantilla",
         .many = "Buscar en {0} de plantillas",
         .other = "Buscar en {0} plantillas"},
    .all = "Todas",
    .utility = "Utilidad",
    .marketing = "Promoción",
    .authentication = "Autenticación",
    .closed = "Cerrada: {0}",
    .free_until = "Las plantillas son gratuitas hasta: {0}.",
    .loading = "Cargando las plantillas…",
    .none = "Aún no hay plantillas aprobadas",
    .none_note = "Las plantillas aparecen aquí cuando Meta las aprueba.",
    .nothing = "No hay ninguna plantilla así",
    .gap = "Texto {0}",
    .heading_gap = "Título {0}",
    .choose_file = "Elegir un archivo",
    .replace = "Cambiar",
    .place_name = "Nombre del lugar",
    .place_address = "Calle y ciudad",
    .latitude = "Latitud",
    .longitude = "Longitud",
    .link_end = "Final del enlace «{0}»",
    .code = "Código",
    .example = "Por ejemplo {0}",
    .needed = "Esto falta todavía",
    .file_needed = "Primero elige un archivo",
    .file_waits = "El archivo aún no está aquí",
    .link_needed = "Falta una dirección que empiece por https://",
    .place_needed = "Faltan la latitud y la longitud, como -4.05 y 39.67",
    .forbidden = "Aquí no puede haber saltos de línea, tabuladores ni huecos largos",
    .unfillable = "Esta plantilla no se puede rellenar aquí"};

}  // namespace roost
