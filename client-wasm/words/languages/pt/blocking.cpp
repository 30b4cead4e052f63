#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr BlockingWords kPortugueseBlocking{
    .more = "Mais ações",
    .block = "Bloquear",
    .unblock = "Desbloquear",
    .question = "Bloquear {0}?",
    .note =
        "Essa pessoa não poderá mais escrever nem ligar para este número, e nada poderá ser enviado a ela. O "
        "WhatsApp não a avisa. A conversa permanece, e você pode desbloqueá-la a qualquer momento.",
    .asking = "Consultando a Meta…",
    .strip = "Você bloqueou esta pessoa.",
    .marked = "Bloqueado",
    .is_blocked = "{0} está na lista de bloqueados.",
    .is_unblocked = "{0} não está mais na lista de bloqueados.",
    .not_sent = "Esta pessoa está bloqueada. Desbloqueie-a para escrever a ela.",
    .refusals =
        {{"A Meta só permite bloquear quem escreveu nas últimas 24 horas.",
          "Este número já bloqueou 64.000 pessoas, o máximo que a Meta permite.",
          "A Meta não consegue fazer isso agora. Tente de novo daqui a pouco.",
          "A Meta recusou: {0}"}},
    .did_block = "Bloqueou uma pessoa",
    .did_unblock = "Desbloqueou uma pessoa"};

}  // namespace roost
