#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr SiteWords kArabicSites{
    .title = "المواقع",
    .note =
        "الموقع برنامج آخر تعرض صفحاته هذا الصندوق. تحمل صفحاته سطرًا واحدًا من HTML، ويقول خادمه من الذي "
        "ينظر.",
    .none = "لا توجد مواقع بعد",
    .add = "موقع جديد",
    .origins = "عناوين صفحاته",
    .origins_hint = "واحد في كل سطر، مثل https://crm.example، بلا مسار",
    .bad_origin = "هذا ليس عنوانًا كهذا: {0}",
    .too_many = "{0} عنوانًا على الأكثر",
    .types = "السجلات التي يجوز لصفحاته ذكرها؛ بلا اختيار: كلها",
    .whole = "عرض الصندوق كله، لا سجل واحد فقط",
    .line = "HTML للموقع {0}",
    .show_line = "سطر HTML",
    .line_note = "ضع هذا السطر في الصفحات. تكتب الصفحة معرّف سجلها مكان «…».",
    .copy_line = "نسخ السطر",
    .secret = "سر {0}",
    .secret_note = "يوقّع خادمه رموز التضمين بهذا السر. لا يظهر إلا الآن.",
    .copy_secret = "نسخ السر",
    .old_until = "يبقى السر السابق صالحًا حتى {0}.",
    .renew = "سر جديد",
    .renew_question = "سر جديد للموقع {0}؟",
    .renew_note = "يبقى السر الحالي صالحًا 24 ساعة كي يتمكن الخادم من التبديل بهدوء. وما قبله ينتهي فورًا.",
    .change = "تغيير",
    .remove = "إزالة الموقع",
    .remove_question = "إزالة {0}؟",
    .remove_note = "تفقد صفحاته الصندوق فورًا. وتبقى المحادثات وما رُبطت به.",
    .may_manage = "إدارة المواقع",
    .did_make = "أنشأ موقعًا",
    .did_change = "غيّر موقعًا",
    .did_remove = "أزال موقعًا",
    .did_renew = "أنشأ سرًا جديدًا لموقع",
    .did_open = "فتح الصندوق في موقع",
    .did_refuse = "رُفض رمز تضمين",
    .did_link = "ربط بسجل",
    .did_unlink = "أزال الربط بسجل"};

}  // namespace roost
