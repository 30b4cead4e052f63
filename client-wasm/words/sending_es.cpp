#include "client-wasm/words/sending.h"

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
         .missing = "No se ha encontrado ningún micrófono",
         .broken = "Este navegador no puede grabar aquí"},
};

}  // namespace roost
