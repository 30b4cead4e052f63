#include <array>

#include "server/simulator/customers.h"

namespace roost::simulator {

namespace {

using enum Side;

constexpr auto kAminaPast = std::to_array<PastLine>({
    {in_days(24) + 300,
     kCustomer,
     "Habari! I saw your installation on the school in Nyali. Do you also do private houses?"},
    {in_days(24) + 288,
     kBusiness,
     "Habari Amina! Yes, most of our work is on houses. Is the roof tiles or iron sheets?"},
    {in_days(24) + 284, kCustomer, "Iron sheets, about 90 m². It faces the ocean."},
    {in_days(24) + 270,
     kBusiness,
     "Good to know: near the sea we use aluminium rails and stainless screws, so that nothing rusts. "
     "Shall we come and measure this week?"},
    {in_days(24) + 262, kCustomer, "Friday after 3 would be perfect"},
    {in_days(24) + 260, kBusiness, "Friday 15:30 it is. Could you send the location?"},
    {in_days(24) + 255,
     kCustomer,
     R"({"type":"location","location":{"latitude":-4.0221,"longitude":39.7199,"name":"Home","address":"Links Road, Nyali, Mombasa"}})"},
    {in_days(24) + 254, kBusiness, "Asante, got it."},
    {in_days(19) + 400,
     kBusiness,
     "Dear Amina, here is what we found:\n\n• 22 modules fit on the ocean side\n• 12 kW inverter in the "
     "store room\n"
     "• 2 days of work\n\nThe offer follows by e-mail today."},
    {in_days(19) + 370, kCustomer, "Wow, that was fast 😊"},
    {in_days(19) + 365, kCustomer, "My husband asks if the fridge keeps running when KPLC goes off"},
    {in_days(19) + 350, kBusiness, "With the battery, yes: fridge, lights and Wi-Fi for about nine hours."},
    {in_days(12) + 200, kCustomer, "We have signed. Deposit is paid this morning 🎉"},
    {in_days(12) + 190, kBusiness, "Karibu sana! Rails come first, the panels about ten days later."},
    {in_days(3) + 241, kCustomer, R"({"type":"image","image":{"caption":"This is from the garden"}})"},
    {in_days(3) + 240, kCustomer, "Two men are on my roof, I hope they are yours 😅"},
    {in_days(3) + 233, kBusiness, "They are ours: Salim and Peter. They fix the rails today."},
    {in_days(3) + 230, kCustomer, R"({"type":"reaction","reaction":{"message_id":"$previous","emoji":"👍"}})"},
    {in_hours(3), kBusiness, "Good afternoon Amina, the rails passed the pull test. Next are the panels."},
});
constexpr auto kAminaRecent = std::to_array<PastLine>({
    {48, kCustomer, "Habari! The rails are up. Which day will the panels come?"},
    {46, kCustomer, "Thursday morning would be best for me, on Friday we travel"},
    {2, kCustomer, "👍"},
});
constexpr auto kAminaAnswers = std::to_array<std::string_view>({
    "Sawa, Alhamisi asubuhi ni nzuri 👍",
    "Asante sana!",
    R"({"type":"reaction","reaction":{"message_id":"$previous","emoji":"🙏🏾"}})",
    "Okay, I will tell the askari to open the gate.",
    "Perfect. I will be at home all day.",
    "🙏",
});
constexpr auto kAminaReplies = std::to_array<std::string_view>({
    "Yes, that works for us.",
    "Let me ask my husband, I write you in ten minutes.",
    "Ndiyo, hakuna shida.",
    "The gate is the blue one, next to the pharmacy. Do you need anything else?",
});
constexpr auto kAminaOpeners = std::to_array<std::string_view>({
    "One more thing: can the meter be moved to the outside wall?",
    R"({"type":"image","image":{"caption":"The house from the road, with our old panels"}})",
    R"({"type":"audio","audio":{"voice":true}})",
    "It is raining heavily here, will the team still come?",
});

constexpr auto kGracePast = std::to_array<PastLine>({
    {in_days(9) + 100,
     kCustomer,
     "Good morning, this is Grace from Kiambu. My inverter shows a red light since yesterday."},
    {in_days(9) + 92, kBusiness, "Good morning Grace, sorry to hear that. Which code is on the display?"},
    {in_days(9) + 88, kCustomer, "E-031"},
    {in_days(9) + 80,
     kBusiness,
     "That is the earth-fault warning; mostly moisture in a connector. Please leave it switched off, "
     "Peter can be there tomorrow at 10."},
    {in_days(9) + 78, kCustomer, "Asante. The gate man knows him already."},
    {in_days(8) + 30,
     kBusiness,
     "Peter changed one connector, all green again. No charge, it is under warranty."},
    {in_days(8) + 20, kCustomer, "God bless you all 🙏🙏"},
});
constexpr auto kGraceRecent = std::to_array<PastLine>({
    {in_hours(3) + 12, kCustomer, "Hello again! My sister in Thika wants the same system."},
    {in_hours(3) + 11,
     kCustomer,
     R"({"type":"contacts","contacts":[{"name":{"formatted_name":"Faith Wanjiru","first_name":"Faith","last_name":"Wanjiru"},"phones":[{"phone":"+254 722 555 019","type":"CELL","wa_id":"254722555019"}],"org":{"company":"Thika Road Bakery"}}]})"},
    {in_hours(3) + 10, kCustomer, "She has a bakery, so the ovens start at 4 in the morning"},
});
constexpr auto kGraceAnswers = std::to_array<std::string_view>({
    "Thank you, I will pass it on to Faith.",
    "Sawa sawa 😊",
    "Very good. She is free on Tuesday.",
});
constexpr auto kGraceReplies = std::to_array<std::string_view>({
    "About 300 units a month, she says.",
    "Three-phase, I think. I can send a photo of the meter tonight.",
    "Ndio, she would like a battery too.",
});
constexpr auto kGraceOpeners = std::to_array<std::string_view>({
    "Faith asks whether she can pay in six parts",
});

constexpr auto kJumaPast = std::to_array<PastLine>({
    {in_days(30) + 500,
     kCustomer,
     "Habari za asubuhi. Nahitaji pampu ya maji ya sola kwa shamba langu Morogoro."},
    {in_days(30) + 480,
     kBusiness,
     "Nzuri sana, karibu. Kisima kina kina gani, na unahitaji lita ngapi kwa siku?"},
    {in_days(30) + 470, kCustomer, "Mita 40. Lita elfu kumi hivi kwa siku."},
    {in_days(30) + 450,
     kBusiness,
     "Basi pampu ya 1.5 kW na paneli sita zinatosha. Nitakutumia ofa kamili kesho mchana."},
    {in_days(30) + 445, kCustomer, "Sawa, nasubiri."},
    {in_days(29) + 60,
     kBusiness,
     "Ofa 2214: pampu, paneli 6, stendi na ufungaji. Bei ipo kwenye barua pepe yako."},
    {in_days(28) + 700, kCustomer, "Nimeiona. Naomba punguzo kidogo, ndugu yangu 😄"},
    {in_days(28) + 690, kBusiness, "Tunaweza kutoa asilimia tano ukilipa kabla ya mwisho wa mwezi."},
});
constexpr auto kJumaRecent = std::to_array<PastLine>({
    {in_hours(20), kCustomer, "Nimeamua, tuanze kazi. Nalipa wapi?"},
});
constexpr auto kJumaAnswers = std::to_array<std::string_view>({
    "Nimeelewa, asante.",
    "Sawa kabisa 👍🏾",
    "Nitalipa kesho asubuhi kwa M-Pesa.",
});
constexpr auto kJumaReplies = std::to_array<std::string_view>({
    "Ndiyo, barabara inapitika hata wakati wa mvua.",
    "Jumatatu ni nzuri kwangu.",
    "Kisima kiko mita mia mbili kutoka nyumbani.",
});

constexpr auto kCustomers = std::to_array<Persona>({
    {"254712345678", "Amina Yusuf", kAminaPast, kAminaRecent, kAminaAnswers, kAminaReplies, kAminaOpeners},
    {"254733481290", "Grace Wanjiru", kGracePast, kGraceRecent, kGraceAnswers, kGraceReplies, kGraceOpeners},
    {"255754220761", "Juma Mwangi", kJumaPast, kJumaRecent, kJumaAnswers, kJumaReplies, {}},
});

}  // namespace

std::span<const Persona> east_african_customers() {
    return kCustomers;
}

}  // namespace roost::simulator
