#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TwoFactorWords kPortugueseTwoFactor{
    .title = "Entrada em duas etapas",
    .code = "Código",
    .code_note = "Digite os seis dígitos que seu aplicativo autenticador mostra.",
    .recovery_code = "Código de recuperação",
    .recovery_note = "Digite um dos códigos que você guardou. Cada um vale uma vez.",
    .use_recovery = "Usar um código de recuperação",
    .use_app = "Usar o aplicativo",
    .back = "Voltar",
    .wrong_code = "O código está errado ou já foi usado.",
    .code_needed = "Digite o código.",
    .off_note =
        "Quem descobrir sua senha ainda não consegue entrar: também é pedido um código de um aplicativo no "
        "seu celular.",
    .on_note = "Ao entrar, também é pedido um código do seu aplicativo autenticador.",
    .set_up = "Configurar",
    .go_on = "Continuar",
    .scan_note =
        "Escaneie este quadrado com seu aplicativo autenticador ou digite a chave nele. Depois, digite o "
        "código que ele mostra.",
    .picture = "Código QR para seu aplicativo autenticador",
    .switch_on = "Ativar",
    .codes_note =
        "Guarde estes códigos de recuperação onde você os encontre sem o celular. Cada um deixa você entrar "
        "uma vez. Eles só são mostrados agora.",
    .kept = "Já os guardei",
    .new_codes = "Novos códigos de recuperação",
    .new_codes_note =
        "Digite um código do seu aplicativo. Os códigos de recuperação que você tem agora deixarão de valer.",
    .switch_off = "Desativar",
    .wrong_password = "A senha está incorreta.",
    .left =
        {.one = "Resta {0} código de recuperação",
         .many = "Restam {0} de códigos de recuperação",
         .other = "Restam {0} códigos de recuperação"},
    .switch_off_for = "Desativar a entrada em duas etapas",
    .switch_off_question = "Desativar a entrada em duas etapas de {0}?",
    .switch_off_note =
        "A pessoa poderá entrar só com a senha até configurar de novo. Verifique se é ela mesma quem pede.",
    .did_switch_on = "Ativou a entrada em duas etapas",
    .did_switch_off = "Desativou a entrada em duas etapas",
    .did_fail = "Digitou um código errado",
    .did_recover = "Usou um código de recuperação",
    .did_make_codes = "Criou novos códigos de recuperação"};

}  // namespace roost
