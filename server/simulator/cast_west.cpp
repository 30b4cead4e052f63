#include <array>

#include "server/simulator/customers.h"

namespace roost::simulator {

namespace {

using enum Side;

constexpr auto kMariaPast = std::to_array<PastLine>({
    {in_days(18) + 150, kCustomer, "Hola, buenas tardes. ¿Instalan paneles en Guadalajara?"},
    {in_days(18) + 144,
     kBusiness,
     "¡Hola, María! Sí, llevamos seis años trabajando en toda la zona metropolitana."},
    {in_days(18) + 140, kCustomer, "Es para una casa de una planta. Pagamos unos 4 200 pesos al bimestre."},
    {in_days(18) + 130,
     kBusiness,
     "Perfecto. ¿Nos puede mandar una foto del recibo y otra del techo? Con eso le hacemos una cotización "
     "sin compromiso."},
    {in_days(17) + 600, kCustomer, "Mañana con luz le mando la del techo 📷"},
    {in_days(16) + 62, kCustomer, R"({"type":"image","image":{"caption":"El recibo de mayo"}})"},
    {in_days(16) + 60,
     kCustomer,
     R"({"type":"image","image":{"caption":"Y el techo, visto desde la calle"}})"},
    {in_days(16) + 50,
     kBusiness,
     "Recibido, gracias. Caben 10 paneles; cubrirían casi el 90 % de su consumo."},
    {in_days(16) + 44, kCustomer, "¡Qué maravilla!"},
    {in_days(2) + 200,
     kBusiness,
     "Le dejo la guía de mantenimiento: https://example.com/guia-de-mantenimiento"},
});
constexpr auto kMariaRecent = std::to_array<PastLine>({
    {31, kCustomer, "Perfecto, le envío la cotización firmada ☀️"},
    {30, kCustomer, "¿El anticipo se puede pagar con tarjeta?"},
});
constexpr auto kMariaAnswers = std::to_array<std::string_view>({
    "¡Muchas gracias! 😊",
    R"({"type":"reaction","reaction":{"message_id":"$previous","emoji":"❤️"}})",
    "Muy bien, quedo pendiente.",
    "De acuerdo. Cualquier cosa, estoy en casa por las tardes.",
});
constexpr auto kMariaReplies = std::to_array<std::string_view>({
    "Sí, claro que sí.",
    "El martes por la mañana me viene mejor.",
    "No, el techo es plano, de concreto.",
});
constexpr auto kMariaOpeners = std::to_array<std::string_view>({
    "Disculpe, ¿los paneles aguantan el granizo? Ayer cayó muy fuerte por aquí",
});

constexpr auto kTomPast = std::to_array<PastLine>({
    {in_days(13) + 600,
     kCustomer,
     "Guten Tag, ich hätte gern ein Angebot für ein Balkonkraftwerk mit Speicher."},
    {in_days(13) + 560, kBusiness, "Guten Tag Herr Becker, gern. Nach welcher Richtung zeigt der Balkon?"},
    {in_days(13) + 548, kCustomer, "Südwest, 4. OG, Geländer aus Stahl"},
    {in_days(13) + 500,
     kBusiness,
     "Dann passen zwei Module mit je 430 W. Das Angebot:\n\n1. Module, Halterung, Wechselrichter: 689 €\n"
     "2. Speicher 1,6 kWh: 549 €\n3. Anmeldung übernehmen wir\n\nLieferzeit etwa zwei Wochen."},
    {in_days(13) + 470, kCustomer, "Klingt fair. Ich kläre das mit dem Vermieter."},
    {in_days(4) + 300,
     kCustomer,
     "Der Vermieter möchte noch einen Nachweis der Statik sehen. Können Sie so etwas ausstellen?"},
    {in_days(4) + 281,
     kBusiness,
     R"({"type":"document","document":{"filename":"Statik Balkonkraftwerk.pdf","caption":"Ein Muster"}})"},
    {in_days(4) + 280,
     kBusiness,
     "Ja, das machen wir. Unser Ingenieur braucht dafür ein Foto der Befestigung."},
    {in_days(2) + 80,
     kNotSent,
     "Guten Morgen Herr Becker, der Nachweis ist fertig. Wohin dürfen wir ihn schicken?"},
});

constexpr auto kBrazilianPast = std::to_array<PastLine>({
    {in_days(7) + 95, kCustomer, "Boa tarde! Vocês atendem Campinas?"},
    {in_days(7) + 90, kBusiness, "Boa tarde! Atendemos sim. Com quem eu falo?"},
    {in_days(7) + 85, kCustomer, "Aqui é da Padaria Estrela. A conta de luz tá um absurdo 😩"},
    {in_days(7) + 70, kBusiness, "Entendo! Pode mandar uma foto do medidor e da última conta?"},
});
constexpr auto kBrazilianRecent = std::to_array<PastLine>({
    {in_hours(22), kCustomer, "Foto do medidor vai hoje à noite, tá bom?"},
    {in_hours(21) + 30, kCustomer, "😅"},
});
constexpr auto kBrazilianAnswers = std::to_array<std::string_view>({
    "Beleza, obrigado!",
    "Show! 👏👏",
    "Combinado então.",
});
constexpr auto kBrazilianReplies = std::to_array<std::string_view>({
    "Pode ser sim, depois das 14h.",
    "Acho que é trifásico, vou confirmar com o eletricista.",
    "Uns 40 metros quadrados de telhado.",
});

constexpr auto kOlenaPast = std::to_array<PastLine>({
    {in_days(15) + 410, kCustomer, "Добрий день! Чи можна доставити гібридний інвертор до Львова?"},
    {in_days(15) + 400,
     kBusiness,
     "Добрий день, Олено! Так, доставка займає 3–5 днів. Яка потужність вам потрібна?"},
    {in_days(15) + 395, kCustomer, "8 кВт, трифазний. Батареї вже маємо."},
    {in_days(15) + 380, kBusiness, "Підкажіть, будь ласка, напругу батарей: від неї залежить модель."},
    {in_days(15) + 370, kCustomer, "48 В, чотири штуки по 5 кВт·год"},
    {in_days(8) + 40,
     kBusiness,
     "Інвертор відправлено. Номер накладної надішлемо, щойно його створить перевізник."},
    {in_days(8) + 30, kCustomer, "Щиро дякую ❤️"},
});
constexpr auto kOlenaRecent = std::to_array<PastLine>({
    {in_hours(2) + 3, kCustomer, "Посилку отримали, усе ціле!"},
    {in_hours(2) + 1,
     kCustomer,
     "Майстер питає, чи можна підключити генератор до того самого входу, що й мережу, і чи потрібен для "
     "цього "
     "окремий автомат. У нас часто вимикають світло, тому хочемо, щоб усе перемикалося саме."},
});
constexpr auto kOlenaAnswers = std::to_array<std::string_view>({
    "Дякую, дуже допомогли!",
    "Зрозуміло, так і зробимо.",
    "Чудово 🌻",
});
constexpr auto kOlenaReplies = std::to_array<std::string_view>({
    "Так, звичайно.",
    "Завтра вранці уточню в майстра й напишу.",
    "Генератор однофазний, 5 кВт.",
});
constexpr auto kOlenaOpeners = std::to_array<std::string_view>({
    "А застосунок для моніторингу є українською?",
});

constexpr auto kCustomers = std::to_array<Persona>({
    {"5213312345678",
     "María González",
     kMariaPast,
     kMariaRecent,
     kMariaAnswers,
     kMariaReplies,
     kMariaOpeners},
    {"4915123456789", "Tom Becker", kTomPast, {}, {}, {}, {}},
    {"5511987654321", "", kBrazilianPast, kBrazilianRecent, kBrazilianAnswers, kBrazilianReplies, {}},
    {"380671234567", "Олена Коваль", kOlenaPast, kOlenaRecent, kOlenaAnswers, kOlenaReplies, kOlenaOpeners},
});

}  // namespace

std::span<const Persona> western_customers() {
    return kCustomers;
}

}  // namespace roost::simulator
