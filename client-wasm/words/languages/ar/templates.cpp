#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr TemplateWords kArabicTemplates{
    .title = "القوالب",
    .open = "اختيار قالب",
    .close = "إغلاق",
    .back = "كل القوالب",
    .hint = "اختر قالبًا لملئه",
    .preview = "معاينة",
    .send = "إرسال القالب",
    .list = "قوالب للاختيار",
    .search =
        {.zero = "لا قوالب للبحث فيها",
         .one = "البحث في قالب واحد",
         .two = "البحث في قالبين",
         .few = "البحث في {0} قوالب",
         .many = "البحث في {0} قالبًا",
         .other = "البحث في {0} قالب"},
    .all = "الكل",
    .utility = "خدمات",
    .marketing = "تسويق",
    .authentication = "تحقق",
    .closed = "أُغلقت: {0}",
    .loading = "جارٍ تحميل القوالب…",
    .none = "لا توجد قوالب معتمدة بعد",
    .none_note = "تظهر القوالب هنا بعد أن تعتمدها Meta.",
    .nothing = "لا يوجد قالب كهذا",
    .gap = "نص {0}",
    .heading_gap = "عنوان {0}",
    .choose_file = "اختيار ملف",
    .replace = "استبدال",
    .place_name = "اسم المكان",
    .place_address = "الشارع والمدينة",
    .latitude = "خط العرض",
    .longitude = "خط الطول",
    .link_end = "نهاية الرابط «{0}»",
    .code = "الرمز",
    .example = "مثلًا {0}",
    .needed = "هذا لا يزال ناقصًا",
    .file_needed = "اختر ملفًا أولًا",
    .file_waits = "لم يصل الملف بعد",
    .link_needed = "ينقص رابط يبدأ بـ https://",
    .place_needed = "ينقص خط العرض وخط الطول، مثل ‎-4.05 و39.67",
    .forbidden = "لا يُسمح هنا بأسطر جديدة أو مسافات طويلة",
    .unfillable = "لا يمكن ملء هذا القالب هنا"};

}  // namespace roost
