#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SendingWords kPortugueseSending{
    .uploads =
        {.blocked = "Não é possível enviar {0}: {1}",
         .take_back = "Parar de enviar {0}",
         .taken_back = "{0} não foi enviado e está de novo entre os anexos",
         .percent = "{0}% enviado",
         .page_closed = "A página foi fechada antes do envio do arquivo. Anexe-o de novo.",
         .convert = "Converter para JPEG",
         .shrink = "Reduzir",
         .converting = "Convertendo…",
         .cannot_convert = "Este navegador não consegue converter a foto. Salve-a como JPEG e anexe de novo.",
         .converted = "{0} já pode ser enviado",
         .only_whatsapp = "Arquivos só podem ser enviados pelo WhatsApp"},
    .voice =
        {.record = "Gravar uma mensagem de voz",
         .recording = "Gravando",
         .asking = "Permita o microfone no navegador",
         .discard = "Descartar a gravação",
         .stop = "Parar e ouvir",
         .play = "Reproduzir a gravação",
         .pause = "Pausar a gravação",
         .send = "Enviar a mensagem de voz",
         .refused = "O navegador não deixa o Roost usar o microfone. Permita nas configurações da página.",
         .withheld =
             "A página em que o Roost está não lhe deixa o microfone. Quem a administra pode permitir.",
         .missing = "Nenhum microfone foi encontrado",
         .broken = "Este navegador não consegue gravar aqui"},
    .editor =
        {.files = "Fotos e arquivos",
         .location = "Localização",
         .contact = "Contato",
         .buttons = "Botões de resposta",
         .list = "Lista de opções",
         .link = "Botão com link",
         .ask_location = "Pedir a localização",
         .header = "Título (opcional)",
         .body = "Texto",
         .footer = "Letras miúdas (opcional)",
         .button = "Botão {0}",
         .opens_list = "Botão que abre a lista",
         .entry = "Opção {0}",
         .about_entry = "Mais sobre a opção {0} (opcional)",
         .add_entry = "Adicionar uma opção",
         .section = "Seção {0}",
         .add_section = "Adicionar uma seção",
         .label = "Texto do botão",
         .address = "Endereço da página",
         .name = "Nome",
         .phone = "Número de telefone",
         .known = "Das suas conversas",
         .phone_needed = "Falta um número de telefone",
         .differs = "Dois botões não podem ser iguais"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "Escolher um arquivo",
         .choose_template = "Escolher um modelo",
         .wait = "De novo a partir de {0}",
         .mark_unreachable = "Marcar como inacessível",
         .is_unreachable = "Inacessível no WhatsApp"},
};

}  // namespace roost
