#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kPortugueseMessageMenu{
    .title = "Mensagem",
    .button = "Menu da mensagem",
    .copy = "Copiar",
    .copied = "Copiado",
    .copy_refused = "Esta página não pode copiar. Selecione o texto e pressione Ctrl+C.",
    .forward = "Encaminhar",
    .forward_to = "Para",
    .forward_find = "Procurar uma conversa",
    .forward_none = "Agora não é possível escrever a ninguém da lista.",
    .forwarded =
        {.one = "Encaminhado para uma conversa",
         .many = "Encaminhado para {0} de conversas",
         .other = "Encaminhado para {0} conversas"},
    .search = "Pesquisar “{0}”",
    .react = "Reagir com {0}",
    .reactions = "Reações: {0}",
    .more = "Mais emojis",
    .info = "Informações da mensagem",
    .received = "Recebida",
    .written = "Escrita",
    .sent = "Enviada",
    .delivered = "Entregue",
    .read = "Lida",
    .failed = "Não enviada",
    .not_yet = "Ainda não",
    .played = "Ouvida",
    .is_played = "ouvida",
    .cost = "Custo",
    .charged = "{0}, cobrada pela Meta",
    .free = "{0}, sem custo",
    .service = "Atendimento ao cliente",
    .meta_says = "A Meta diz: {0}"};

}  // namespace roost
