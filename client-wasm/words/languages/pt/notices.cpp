#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr NoticeWords kPortugueseNotices{
    .dismiss = "Dispensar",
    .template_approved = "O modelo “{0}” foi aprovado e pode ser enviado.",
    .template_rejected = "O WhatsApp rejeitou o modelo “{0}”: {1}",
    .template_paused = "O WhatsApp pausou o modelo “{0}”, porque os clientes não gostaram dele.",
    .template_disabled = "O WhatsApp desativou o modelo “{0}”: {1}",
    .template_flagged = "Os clientes não gostam do modelo “{0}”. O WhatsApp pode pausá-lo.",
    .template_category = "O WhatsApp conta agora o modelo “{0}” como {1} e cobra assim.",
    .template_category_soon =
        "O WhatsApp contará o modelo “{0}” como {1} a partir de amanhã e cobrará assim.",
    .template_stopped = "O modelo “{0}” não pode ser enviado no momento. O WhatsApp diz: {1}",
    .number_flagged =
        "Clientes bloqueiam ou denunciam mensagens de {0}. Escreva só a quem pediu, ou o WhatsApp deixará "
        "escrever a menos pessoas.",
    .number_unflagged = "Os clientes estão satisfeitos com {0} outra vez.",
    .number_limit = "Agora você pode iniciar conversas com {1} clientes por dia.",
    .name_approved = "O WhatsApp aprovou o nome “{0}”.",
    .name_rejected = "O WhatsApp rejeitou o nome “{0}”: {1}",
    .name_waiting = "O WhatsApp ainda não decidiu sobre o nome “{0}”.",
    .account_restricted = "O WhatsApp restringiu a conta: {1}",
    .account_disabled = "O WhatsApp está desativando a conta: {1}",
    .account_restored = "O WhatsApp reabriu a conta.",
    .account_approved = "O WhatsApp aprovou a conta.",
    .account_rejected = "O WhatsApp rejeitou a conta. Veja o Business Manager da Meta.",
    .disconnected = "A conta foi desconectada do Roost. Conecte-a de novo no Business Manager da Meta.",
    .pin_changed = "O PIN de {0} foi alterado. Se não foi nenhum de vocês, altere-o de novo imediatamente.",
    .pin_reset_asked =
        "Alguém pediu ao WhatsApp para redefinir o PIN de {0}. Se não foi nenhum de vocês, altere-o "
        "imediatamente.",
    .history_refused =
        "O telefone não compartilhou o histórico. O Roost mostra o que for escrito a partir de agora.",
    .number_problem = "Há um problema com {0}. Em Configurações, Números, está qual é e o que ajuda."};

}  // namespace roost
