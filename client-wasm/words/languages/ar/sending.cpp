#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SendingWords kArabicSending{
    .uploads =
        {.blocked = "تعذّر إرسال {0}: {1}",
         .take_back = "إيقاف إرسال {0}",
         .taken_back = "لم يُرسَل {0} وهو الآن بين المرفقات من جديد",
         .percent = "أُرسل {0}%",
         .page_closed = "أُغلقت الصفحة قبل إرسال الملف. أرفِقه من جديد.",
         .convert = "التحويل إلى JPEG",
         .shrink = "تصغير الصورة",
         .converting = "جارٍ التحويل…",
         .cannot_convert = "لا يستطيع هذا المتصفح تحويل الصورة. احفظها بصيغة JPEG وأرفِقها من جديد.",
         .converted = "يمكن الآن إرسال {0}",
         .only_whatsapp = "لا يمكن إرسال الملفات إلا عبر WhatsApp"},
    .voice =
        {.record = "تسجيل رسالة صوتية",
         .recording = "جارٍ التسجيل",
         .asking = "اسمح باستخدام الميكروفون في متصفحك",
         .discard = "حذف التسجيل",
         .stop = "إيقاف واستماع",
         .play = "تشغيل التسجيل",
         .pause = "إيقاف التسجيل مؤقتًا",
         .send = "إرسال الرسالة الصوتية",
         .refused = "لا يسمح المتصفح لـ Roost باستخدام الميكروفون. اسمح به في إعدادات الصفحة.",
         .withheld = "الصفحة التي فيها Roost لا تترك له الميكروفون. يمكن لمن يديرها أن يسمح بذلك.",
         .missing = "لم يُعثر على ميكروفون",
         .broken = "لا يستطيع هذا المتصفح التسجيل هنا"},
    .editor =
        {.files = "صور وملفات",
         .location = "موقع",
         .contact = "جهة اتصال",
         .buttons = "أزرار للرد",
         .list = "قائمة خيارات",
         .link = "زر برابط",
         .ask_location = "طلب الموقع",
         .header = "عنوان (اختياري)",
         .body = "النص",
         .footer = "ملاحظة صغيرة (اختيارية)",
         .button = "الزر {0}",
         .opens_list = "الزر الذي يفتح القائمة",
         .entry = "الخيار {0}",
         .about_entry = "المزيد عن الخيار {0} (اختياري)",
         .add_entry = "إضافة خيار",
         .label = "الكلمات على الزر",
         .address = "عنوان الصفحة",
         .name = "الاسم",
         .phone = "رقم الهاتف",
         .known = "من محادثاتك",
         .phone_needed = "رقم الهاتف مفقود",
         .differs = "لا يمكن أن يتطابق زران"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "اختيار ملف",
         .choose_template = "اختيار قالب",
         .wait = "مجددًا من {0}",
         .mark_unreachable = "تمييز بأنه لا يمكن الوصول إليه",
         .is_unreachable = "لا يمكن الوصول إليه على WhatsApp"},
};

}  // namespace roost
