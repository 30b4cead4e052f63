#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TwoFactorWords kSpanishTwoFactor{
    .title = "Inicio de sesión en dos pasos",
    .code = "Código",
    .code_note = "Escribe los seis dígitos que muestra tu aplicación de autenticación.",
    .recovery_code = "Código de recuperación",
    .recovery_note = "Escribe uno de los códigos que guardaste. Cada uno sirve una sola vez.",
    .use_recovery = "Usar un código de recuperación",
    .use_app = "Usar la aplicación",
    .back = "Atrás",
    .wrong_code = "El código no es correcto o ya se ha usado.",
    .code_needed = "Escribe el código.",
    .off_note =
        "Quien descubra tu contraseña seguirá sin poder entrar: también se pide un código de una aplicación "
        "de tu teléfono.",
    .on_note = "Al iniciar sesión se pide también un código de tu aplicación de autenticación.",
    .set_up = "Configurar",
    .go_on = "Continuar",
    .scan_note =
        "Escanea este cuadrado con tu aplicación de autenticación o escribe en ella la clave. Después, "
        "escribe el código que muestra.",
    .picture = "Código QR para tu aplicación de autenticación",
    .switch_on = "Activar",
    .codes_note =
        "Guarda estos códigos de recuperación donde los encuentres sin tu teléfono. Cada uno te deja entrar "
        "una vez. Solo se muestran ahora.",
    .kept = "Ya los he guardado",
    .new_codes = "Códigos de recuperación nuevos",
    .new_codes_note =
        "Escribe un código de tu aplicación. Los códigos de recuperación que tienes ahora dejarán de servir.",
    .switch_off = "Desactivar",
    .wrong_password = "La contraseña no es correcta.",
    .left =
        {.one = "Queda {0} código de recuperación",
         .many = "Quedan {0} de códigos de recuperación",
         .other = "Quedan {0} códigos de recuperación"},
    .switch_off_for = "Desactivar el inicio de sesión en dos pasos",
    .switch_off_question = "¿Desactivar el inicio de sesión en dos pasos de {0}?",
    .switch_off_note =
        "Podrá entrar solo con su contraseña hasta que vuelva a configurarlo. Asegúrate de que realmente es "
        "quien lo pide.",
    .did_switch_on = "Activó el inicio de sesión en dos pasos",
    .did_switch_off = "Desactivó el inicio de sesión en dos pasos",
    .did_fail = "Escribió un código incorrecto",
    .did_recover = "Usó un código de recuperación",
    .did_make_codes = "Creó códigos de recuperación nuevos"};

}  // namespace roost
