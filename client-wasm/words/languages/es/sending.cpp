#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SendingWords kSpanishSending{
    .uploads =
        {.blocked = "{0} no se puede enviar: {1}",
         .take_back = "Dejar de enviar {0}",
         .taken_back = "{0} no se ha enviado y vuelve a estar entre los adjuntos",
         .percent = "{0} % enviado",
         .page_closed = "La página se cerró antes de enviar el archivo. Adjúntalo de nuevo.",
         .convert = "Convertir a JPEG",
         .shrink = "Reducir",
         .converting = "Convirtiendo…",
         .cannot_convert =
             "Este navegador no puede convertir la foto. Guárdala como JPEG y adjúntala de nuevo.",
         .converted = "Ya se puede enviar {0}",
         .only_whatsapp = "Los archivos solo se pueden enviar por WhatsApp"},
    .voice =
        {.record = "Grabar un mensaje de voz",
         .recording = "Grabando",
         .asking = "Permite el micrófono en el navegador",
         .discard = "Descartar la grabación",
         .stop = "Parar y escuchar",
         .play = "Reproducir la grabación",
         .pause = "Pausar la grabación",
         .send = "Enviar el mensaje de voz",
         .refused = "El navegador no deja que Roost use el micrófono. Permítelo en los ajustes de la página.",
         .withheld =
             "La página en la que está Roost no le deja el micrófono. Quien la administra puede permitirlo.",
         .missing = "No se ha encontrado ningún micrófono",
         .broken = "Este navegador no puede grabar aquí"},
    .editor =
        {.files = "Fotos y archivos",
         .location = "Ubicación",
         .contact = "Contacto",
         .buttons = "Botones de respuesta",
         .list = "Lista de opciones",
         .link = "Botón con enlace",
         .ask_location = "Pedir la ubicación",
         .header = "Encabezado (opcional)",
         .body = "Texto",
         .footer = "Letra pequeña (opcional)",
         .button = "Botón {0}",
         .opens_list = "Botón que abre la lista",
         .entry = "Opción {0}",
         .about_entry = "Más sobre la opción {0} (opcional)",
         .add_entry = "Añadir una opción",
         .section = "Sección {0}",
         .add_section = "Añadir una sección",
         .label = "Texto del botón",
         .address = "Dirección de la página",
         .name = "Nombre",
         .phone = "Número de teléfono",
         .known = "De tus conversaciones",
         .phone_needed = "Falta un número de teléfono",
         .differs = "Dos botones no pueden ser iguales"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "Elegir un archivo",
         .choose_template = "Elegir una plantilla",
         .wait = "Otra vez desde {0}",
         .mark_unreachable = "Marcar como inaccesible",
         .is_unreachable = "Inaccesible en WhatsApp"},
};

}  // namespace roost
