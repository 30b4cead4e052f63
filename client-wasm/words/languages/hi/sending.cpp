#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SendingWords kHindiSending{
    .uploads =
        {.blocked = "{0} नहीं भेजी जा सकती: {1}",
         .take_back = "{0} भेजना रोकें",
         .taken_back = "{0} नहीं भेजी गई और फिर से जोड़ी गई फ़ाइलों में है",
         .percent = "{0}% भेजा गया",
         .page_closed = "फ़ाइल भेजे जाने से पहले पेज बंद हो गया। उसे फिर से जोड़ें।",
         .convert = "JPEG में बदलें",
         .shrink = "छोटा करें",
         .converting = "बदला जा रहा है…",
         .cannot_convert = "यह ब्राउज़र इस फ़ोटो को नहीं बदल सकता। उसे JPEG के रूप में सहेजकर फिर से जोड़ें।",
         .converted = "{0} अब भेजी जा सकती है",
         .only_whatsapp = "फ़ाइलें केवल WhatsApp पर भेजी जा सकती हैं"},
    .voice =
        {.record = "वॉइस मैसेज रिकॉर्ड करें",
         .recording = "रिकॉर्ड हो रहा है",
         .asking = "अपने ब्राउज़र में माइक्रोफ़ोन की अनुमति दें",
         .discard = "रिकॉर्डिंग हटाएँ",
         .stop = "रोकें और सुनें",
         .play = "रिकॉर्डिंग चलाएँ",
         .pause = "रिकॉर्डिंग रोकें",
         .send = "वॉइस मैसेज भेजें",
         .refused = "ब्राउज़र Roost को माइक्रोफ़ोन इस्तेमाल नहीं करने देता। पेज की सेटिंग में अनुमति दें।",
         .withheld = "जिस पेज में Roost है, वह माइक्रोफ़ोन नहीं देता। उस पेज को चलाने वाले अनुमति दे सकते हैं।",
         .missing = "कोई माइक्रोफ़ोन नहीं मिला",
         .broken = "यह ब्राउज़र यहाँ रिकॉर्ड नहीं कर सकता"},
    .editor =
        {.files = "फ़ोटो और फ़ाइलें",
         .location = "स्थान",
         .contact = "संपर्क",
         .buttons = "उत्तर के बटन",
         .list = "विकल्पों की सूची",
         .link = "लिंक वाला बटन",
         .ask_location = "स्थान पूछें",
         .header = "शीर्षक (ज़रूरी नहीं)",
         .body = "टेक्स्ट",
         .footer = "छोटा नोट (ज़रूरी नहीं)",
         .button = "बटन {0}",
         .opens_list = "सूची खोलने वाला बटन",
         .entry = "विकल्प {0}",
         .about_entry = "विकल्प {0} का विवरण (ज़रूरी नहीं)",
         .add_entry = "विकल्प जोड़ें",
         .label = "बटन पर लिखा टेक्स्ट",
         .address = "पेज का पता",
         .name = "नाम",
         .phone = "फ़ोन नंबर",
         .known = "आपकी बातचीत से",
         .phone_needed = "फ़ोन नंबर नहीं है",
         .differs = "दो बटन एक जैसे नहीं हो सकते"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "फ़ाइल चुनें",
         .choose_template = "टेम्पलेट चुनें",
         .wait = "{0} से फिर",
         .mark_unreachable = "पहुँच से बाहर चिह्नित करें",
         .is_unreachable = "WhatsApp पर संपर्क संभव नहीं"},
};

}  // namespace roost
