#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr NoticeWords kHindiNotices{
    .dismiss = "हटाएँ",
    .template_approved = "टेम्पलेट “{0}” स्वीकृत हो गया और भेजा जा सकता है।",
    .template_rejected = "WhatsApp ने टेम्पलेट “{0}” अस्वीकार किया: {1}",
    .template_paused = "WhatsApp ने टेम्पलेट “{0}” रोक दिया, क्योंकि ग्राहकों को वह पसंद नहीं आया।",
    .template_disabled = "WhatsApp ने टेम्पलेट “{0}” बंद कर दिया: {1}",
    .template_flagged = "ग्राहकों को टेम्पलेट “{0}” पसंद नहीं है। WhatsApp उसे रोक सकता है।",
    .template_category = "WhatsApp अब टेम्पलेट “{0}” को {1} मानता है और उसी का शुल्क लेता है।",
    .template_category_soon = "WhatsApp कल से टेम्पलेट “{0}” को {1} मानेगा और उसी का शुल्क लेगा।",
    .template_stopped = "टेम्पलेट “{0}” अभी नहीं भेजा जा सकता। WhatsApp कहता है: {1}",
    .number_flagged =
        "ग्राहक {0} के संदेश ब्लॉक या रिपोर्ट कर रहे हैं। केवल उन्हें लिखें जिन्होंने कहा हो, वरना WhatsApp कम लोगों को लिखने "
        "देगा।",
    .number_unflagged = "ग्राहक {0} से फिर संतुष्ट हैं।",
    .number_limit = "अब आप दिन में {1} ग्राहकों से बातचीत शुरू कर सकते हैं।",
    .name_approved = "WhatsApp ने नाम “{0}” स्वीकार किया।",
    .name_rejected = "WhatsApp ने नाम “{0}” अस्वीकार किया: {1}",
    .name_waiting = "WhatsApp ने नाम “{0}” पर अभी फ़ैसला नहीं किया।",
    .account_restricted = "WhatsApp ने खाते पर रोक लगाई: {1}",
    .account_disabled = "WhatsApp खाता बंद कर रहा है: {1}",
    .account_restored = "WhatsApp ने खाता फिर खोल दिया।",
    .account_approved = "WhatsApp ने खाता स्वीकार किया।",
    .account_rejected = "WhatsApp ने खाता अस्वीकार किया। Meta का Business Manager देखें।",
    .disconnected = "खाता Roost से हट गया। उसे Meta के Business Manager में फिर जोड़ें।",
    .pin_changed = "{0} का PIN बदला गया। अगर आप में से किसी ने नहीं बदला, तो तुरंत फिर बदलें।",
    .pin_reset_asked =
        "किसी ने WhatsApp से {0} का PIN रीसेट करने को कहा। अगर आप में से किसी ने नहीं कहा, तो उसे तुरंत बदलें।",
    .history_refused = "फ़ोन ने पुरानी बातचीत साझा नहीं की। Roost अब से लिखा जाने वाला दिखाता है।",
    .number_problem = "{0} में कोई समस्या है। सेटिंग्स के “नंबर” में लिखा है कि क्या है और क्या करना है।"};

}  // namespace roost
