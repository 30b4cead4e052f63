#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr BlockingWords kArabicBlocking{
    .more = "إجراءات أخرى",
    .block = "حظر",
    .unblock = "إلغاء الحظر",
    .question = "هل تريد حظر {0}؟",
    .note =
        "لن يتمكن هذا الشخص من الكتابة إلى هذا الرقم أو الاتصال به، ولن يمكن إرسال أي شيء إليه. لا يخبره "
        "واتساب بذلك. تبقى المحادثة، ويمكنك إلغاء الحظر في أي وقت.",
    .asking = "جارٍ سؤال Meta…",
    .strip = "لقد حظرت هذا الشخص.",
    .marked = "محظور",
    .is_blocked = "تم حظر {0}.",
    .is_unblocked = "لم يعد {0} محظورًا.",
    .not_sent = "هذا الشخص محظور. ألغِ الحظر لتكتب إليه.",
    .refusals =
        {{"تسمح Meta بحظر من كتب خلال آخر 24 ساعة فقط.",
          "حظر هذا الرقم 64,000 شخص، وهو أقصى ما تسمح به Meta.",
          "لا تستطيع Meta فعل ذلك الآن. حاول مجددًا بعد قليل.",
          "رفضت Meta: {0}"}},
    .did_block = "حظر شخصًا",
    .did_unblock = "ألغى حظر شخص"};

}  // namespace roost
