#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr MessageMenuWords kArabicMessageMenu{
    .title = "رسالة",
    .button = "قائمة الرسالة",
    .copy = "نسخ",
    .copied = "تم النسخ",
    .copy_refused = "لا يمكن لهذه الصفحة النسخ. حدد النص واضغط Ctrl+C.",
    .forward = "إعادة توجيه",
    .forward_to = "إلى",
    .forward_find = "البحث عن محادثة",
    .forward_none = "لا يمكن الآن مراسلة أحد في القائمة.",
    .forwarded =
        {.zero = "لم تُعَد توجيه الرسالة",
         .one = "أُعيد التوجيه إلى محادثة واحدة",
         .two = "أُعيد التوجيه إلى محادثتين",
         .few = "أُعيد التوجيه إلى {0} محادثات",
         .many = "أُعيد التوجيه إلى {0} محادثة",
         .other = "أُعيد التوجيه إلى {0} محادثة"},
    .search = "البحث عن «{0}»",
    .react = "تفاعل بـ {0}",
    .reactions = "التفاعلات: {0}",
    .more = "المزيد من الرموز",
    .info = "معلومات الرسالة",
    .received = "وصلت",
    .written = "كُتبت",
    .sent = "أُرسلت",
    .delivered = "سُلّمت",
    .read = "قُرئت",
    .failed = "لم تُرسل",
    .not_yet = "ليس بعد",
    .played = "سُمعت",
    .is_played = "تم الاستماع إليها",
    .cost = "التكلفة",
    .charged = "{0}، تحتسبها Meta",
    .free = "{0}، مجانًا",
    .service = "خدمة العملاء",
    .meta_says = "تقول Meta: {0}"};

}  // namespace roost
