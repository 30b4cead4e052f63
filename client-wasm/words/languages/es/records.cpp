#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr RecordWords kSpanishRecords{
    .title = "Registros",
    .of_message = "Registros de este mensaje",
    .note =
        "Lo que se vincula aquí pertenece al registro con todos sus mensajes, los anteriores y los que "
        "vendrán.",
    .note_message = "Esto archiva el mensaje en el registro, y no dice nada del resto de la conversación.",
    .none = "Aún sin vincular con un registro",
    .type = "Tipo de registro",
    .id = "Su id",
    .id_hint = "Como lo llama el programa que lo guarda",
    .label = "Título, si quiere",
    .url = "Dirección de su página, si quiere",
    .bad_url = "Debe ser una dirección que empiece por https:// o http://",
    .bad_id = "Como máximo 200 caracteres, en una sola línea",
    .link = "Vincular",
    .unlink = "Desvincular",
    .show = "Ver sus conversaciones",
    .is_linked = "Vinculado con {0}.",
    .is_unlinked = "Ya no está vinculado con {0}.",
    .opens = "{0}, se abre en una pestaña nueva",
    .filtered = "Solo conversaciones de {0}",
    .all_again = "Volver a ver todas las conversaciones",
    .filtered_empty = "Ninguna conversación está vinculada con este registro",
    .start = "Nueva conversación",
    .start_note =
        "WhatsApp deja escribir primero con una plantilla. Cuando la persona responda, podrá escribir lo que "
        "quiera durante 24 horas.",
    .number = "Número de teléfono",
    .number_hint = "Con el prefijo del país, como +254 712 345 678",
    .bad_number = "Esto no es un número con el prefijo del país",
    .account = "Desde cuál de nuestros números",
    .begin = "Empezar",
    .message_person = "Enviar mensaje",
    .message_named = "Enviar mensaje a {0}",
    .save_contact = "Guardar contacto",
    .save_contacts = "Guardar contactos",
    .did_start = "Empezó una conversación",
    .chat = "Enlace de WhatsApp",
    .chat_note = "Abre un chat con {0} en WhatsApp, en el teléfono u ordenador donde se abra.",
    .chat_text = "Texto inicial, si quiere",
    .chat_text_long = "Este texto es demasiado largo para un código",
    .chat_open = "Abrir en WhatsApp",
    .chat_code = "Código para la cámara de un teléfono",
    .chat_save = "Guardar el código",
    .types = {{"Proyecto", "Caja chica", "Cliente potencial", "Empleado"}}};

}  // namespace roost
