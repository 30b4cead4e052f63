#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kHindiMessageMenu{
    .title = "मैसेज",
    .button = "मैसेज मेन्यू",
    .copy = "कॉपी करें",
    .copied = "कॉपी हो गया",
    .copy_refused = "यह पेज कॉपी नहीं कर सकता। टेक्स्ट चुनें और Ctrl+C दबाएँ।",
    .forward = "आगे भेजें",
    .forward_to = "किसे",
    .forward_find = "बातचीत खोजें",
    .forward_none = "सूची में अभी किसी को लिखा नहीं जा सकता।",
    .forwarded = {.one = "{0} बातचीत में आगे भेजा गया", .other = "{0} बातचीतों में आगे भेजा गया"},
    .search = "“{0}” खोजें",
    .react = "{0} से प्रतिक्रिया दें",
    .reactions = "प्रतिक्रियाएँ: {0}",
    .more = "और इमोजी",
    .info = "मैसेज की जानकारी",
    .received = "मिला",
    .written = "लिखा गया",
    .sent = "भेजा गया",
    .delivered = "पहुँचा",
    .read = "पढ़ा गया",
    .failed = "नहीं भेजा जा सका",
    .not_yet = "अभी नहीं",
    .played = "सुना गया",
    .is_played = "सुना गया",
    .cost = "लागत",
    .charged = "{0}, Meta शुल्क लेता है",
    .free = "{0}, बिना शुल्क",
    .service = "ग्राहक सेवा",
    .meta_says = "Meta का कहना है: {0}"};

}  // namespace roost
