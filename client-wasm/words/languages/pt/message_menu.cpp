#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kPortugueseMessageMenu{
    .title = "Mensagem",
    .button = "Menu da mensagem",
    .copy = "Copiar",
    .copied = "Copiado",
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
    .cost = "Custo",
    .charged = "{0}, cobrada pela Meta",
    .free = "{0}, sem custo",
    .service = "Atendimento ao cliente",
    .meta_says = "A Meta diz: {0}"};

}  // namespace roost
