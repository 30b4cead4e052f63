#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TemplateWords kHindiTemplates{
    .title = "टेम्पलेट",
    .open = "टेम्पलेट चुनें",
    .close = "बंद करें",
    .back = "सभी टेम्पलेट",
    .hint = "भरने के लिए टेम्पलेट चुनें",
    .preview = "पूर्वावलोकन",
    .send = "टेम्पलेट भेजें",
    .list = "चुनने के लिए टेम्पलेट",
    .search = {.one = "{0} टेम्पलेट में खोजें", .other = "{0} टेम्पलेट में खोजें"},
    .all = "सभी",
    .utility = "उपयोगिता",
    .marketing = "मार्केटिंग",
    .authentication = "प्रमाणीकरण",
    .closed = "बंद हुआ: {0}",
    .free_until = "टेम्पलेट इस समय तक मुफ़्त हैं: {0}।",
    .loading = "टेम्पलेट लोड हो रहे हैं…",
    .none = "अभी कोई स्वीकृत टेम्पलेट नहीं",
    .none_note = "Meta की स्वीकृति के बाद टेम्पलेट यहाँ दिखते हैं।",
    .nothing = "ऐसा कोई टेम्पलेट नहीं",
    .gap = "टेक्स्ट {0}",
    .heading_gap = "शीर्षक {0}",
    .choose_file = "फ़ाइल चुनें",
    .replace = "बदलें",
    .place_name = "जगह का नाम",
    .place_address = "गली और शहर",
    .latitude = "अक्षांश",
    .longitude = "देशांतर",
    .link_end = "लिंक “{0}” का अंत",
    .code = "कोड",
    .example = "जैसे {0}",
    .needed = "यह अभी बाकी है",
    .file_needed = "पहले फ़ाइल चुनें",
    .file_waits = "फ़ाइल अभी नहीं पहुँची",
    .link_needed = "https:// से शुरू होने वाला पता चाहिए",
    .place_needed = "अक्षांश और देशांतर चाहिए, जैसे -4.05 और 39.67",
    .forbidden = "यहाँ नई लाइन, टैब या लंबी खाली जगह नहीं चलती",
    .unfillable = "यह टेम्पलेट यहाँ भरा नहीं जा सकता"};

}  // namespace roost
