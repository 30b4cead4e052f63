#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr RecordWords kPortugueseRecords{
    .title = "Registros",
    .of_message = "Registros desta mensagem",
    .note = "O que é vinculado aqui pertence ao registro com todas as mensagens, as de antes e as que virão.",
    .note_message = "Isto arquiva a mensagem no registro e nada diz do resto da conversa.",
    .none = "Ainda não vinculado a um registro",
    .type = "Tipo de registro",
    .id = "O id dele",
    .id_hint = "Como o programa que o guarda o chama",
    .label = "Título, se quiser",
    .url = "Endereço da página, se quiser",
    .bad_url = "Deve ser um endereço que comece com https:// ou http://",
    .bad_id = "No máximo 200 caracteres, numa só linha",
    .link = "Vincular",
    .unlink = "Desfazer vínculo",
    .show = "Ver as conversas dele",
    .is_linked = "Vinculado a {0}.",
    .is_unlinked = "Já não está vinculado a {0}.",
    .opens = "{0}, abre numa nova aba",
    .filtered = "Só conversas de {0}",
    .all_again = "Mostrar todas as conversas de novo",
    .filtered_empty = "Nenhuma conversa está vinculada a este registro",
    .start = "Nova conversa",
    .start_note =
        "O WhatsApp deixa escrever primeiro com um modelo. Quando a pessoa responder, você pode escrever o "
        "que quiser por 24 horas.",
    .number = "Número de telefone",
    .number_hint = "Com o código do país, como +254 712 345 678",
    .bad_number = "Isto não é um número com o código do país",
    .account = "De qual dos nossos números",
    .begin = "Começar",
    .message_person = "Enviar mensagem",
    .message_named = "Enviar mensagem para {0}",
    .save_contact = "Salvar contato",
    .save_contacts = "Salvar contatos",
    .did_start = "Começou uma conversa",
    .chat = "Link do WhatsApp",
    .chat_note = "Abre uma conversa com {0} no WhatsApp, no celular ou computador em que for aberto.",
    .chat_text = "Texto inicial, se quiser",
    .chat_text_long = "Este texto é longo demais para um código",
    .chat_open = "Abrir no WhatsApp",
    .chat_code = "Código para a câmera de um celular",
    .chat_save = "Salvar o código",
    .types = {{"Projeto", "Caixa pequeno", "Cliente potencial", "Funcionário"}}};

}  // namespace roost
