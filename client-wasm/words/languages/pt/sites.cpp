#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SiteWords kPortugueseSites{
    .title = "Sites conectados",
    .note =
        "Um site é outro programa cujas páginas mostram esta caixa de entrada. As páginas levam uma linha de "
        "HTML, e o servidor dele diz quem está olhando.",
    .none = "Ainda não há sites",
    .add = "Novo site",
    .origins = "Endereços das páginas",
    .origins_hint = "Um por linha, como https://crm.example, sem caminho",
    .bad_origin = "Isto não é um endereço assim: {0}",
    .too_many = "No máximo {0} endereços",
    .types = "Registros que as páginas podem indicar; sem escolha: todos",
    .whole = "Mostrar toda a caixa de entrada, não só um registro",
    .line = "HTML para o site {0}",
    .show_line = "Linha de HTML",
    .line_note = "Ponha esta linha nas páginas. A página escreve o id do registro no lugar de “…”.",
    .copy_line = "Copiar a linha",
    .secret = "Segredo de {0}",
    .secret_note =
        "O servidor dele assina os tokens de incorporação com este segredo. Ele só é mostrado agora.",
    .copy_secret = "Copiar o segredo",
    .old_until = "O segredo anterior continua válido até {0}.",
    .renew = "Novo segredo",
    .renew_question = "Um novo segredo para {0}?",
    .renew_note =
        "O segredo de hoje continua válido por 24 horas, para que o servidor possa trocá-lo com calma. O "
        "anterior a ele acaba já.",
    .change = "Alterar",
    .remove = "Remover o site",
    .remove_question = "Remover {0}?",
    .remove_note = "As páginas dele perdem a caixa de entrada na hora. As conversas e seus vínculos ficam.",
    .may_manage = "Gerenciar sites",
    .did_make = "Criou um site",
    .did_change = "Alterou um site",
    .did_remove = "Removeu um site",
    .did_renew = "Criou um novo segredo para um site",
    .did_open = "Abriu a caixa de entrada num site",
    .did_refuse = "Um token de incorporação foi recusado",
    .did_link = "Vinculou a um registro",
    .did_unlink = "Desfez o vínculo com um registro"};

}  // namespace roost
