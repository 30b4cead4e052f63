#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr ProfileWords kSwahiliProfile{
    .open = "Wasifu wa biashara",
    .title = "Wasifu wa biashara wa {0}",
    .note = "Wateja huona haya wanapofungua wasifu wa nambari hii katika WhatsApp.",
    .about = "Kuhusu",
    .address = "Anwani",
    .description = "Maelezo",
    .email = "Barua pepe",
    .website = "Tovuti",
    .second_website = "Tovuti ya pili",
    .vertical = "Aina ya biashara",
    .picture = "Picha ya wasifu",
    .picture_note = "JPEG au PNG; mraba wa angalau pikseli 640 × 640 huonekana vizuri zaidi.",
    .saved = "Wasifu umehifadhiwa.",
    .refused = "Meta imekataa: {0}",
    .faults =
        {{"Hii ni ndefu kuliko Meta inavyoruhusu.",
          "Meta inataka angalau herufi moja hapa.",
          "Hii si anwani ya barua pepe.",
          "Hii lazima iwe anwani inayoanza na https:// au http://",
          "Meta haijui aina hii ya biashara.",
          "Picha lazima iwe JPEG au PNG isiyozidi MB 5."}},
    .verticals =
        {{"Vileo",
          "Mavazi",
          "Magari",
          "Urembo",
          "Elimu",
          "Burudani",
          "Upangaji wa matukio",
          "Fedha",
          "Huduma ya umma",
          "Vyakula",
          "Afya",
          "Hoteli",
          "Isiyo ya faida",
          "Kamari mtandaoni",
          "Dawa bila cheti",
          "Nyingine",
          "Kamari kwenye jengo",
          "Huduma za kitaalamu",
          "Mkahawa",
          "Maduka",
          "Usafiri"}},
    .did_change = "Alibadilisha wasifu wa biashara"};

}  // namespace roost
