#include "client-wasm/words/languages/catalogue.h"

namespace roost {

constexpr NoticeWords kArabicNotices{
    .dismiss = "إخفاء",
    .template_approved = "تمت الموافقة على القالب «{0}» ويمكن إرساله.",
    .template_rejected = "رفض واتساب القالب «{0}»: {1}",
    .template_paused = "أوقف واتساب القالب «{0}» مؤقتًا لأنه لم يعجب العملاء.",
    .template_disabled = "عطّل واتساب القالب «{0}»: {1}",
    .template_flagged = "القالب «{0}» لا يعجب العملاء، وقد يوقفه واتساب مؤقتًا.",
    .template_category = "يعدّ واتساب القالب «{0}» الآن من فئة {1} ويحاسب عليه وفق ذلك.",
    .template_category_soon = "سيعدّ واتساب القالب «{0}» من فئة {1} ابتداءً من الغد ويحاسب عليه وفق ذلك.",
    .template_stopped = "لا يمكن إرسال القالب «{0}» حاليًا. يقول واتساب: {1}",
    .number_flagged =
        "يحظر العملاء رسائل {0} أو يبلّغون عنها. اكتب فقط لمن طلب ذلك، وإلا سمح لك واتساب بالكتابة لعدد أقل.",
    .number_unflagged = "العملاء راضون عن {0} من جديد.",
    .number_limit = "يمكنك الآن بدء محادثات مع {1} من العملاء يوميًا.",
    .name_approved = "وافق واتساب على الاسم «{0}».",
    .name_rejected = "رفض واتساب الاسم «{0}»: {1}",
    .name_waiting = "لم يقرر واتساب بشأن الاسم «{0}» بعد.",
    .account_restricted = "قيّد واتساب الحساب: {1}",
    .account_disabled = "يعطّل واتساب الحساب: {1}",
    .account_restored = "فتح واتساب الحساب من جديد.",
    .account_approved = "وافق واتساب على الحساب.",
    .account_rejected = "رفض واتساب الحساب. راجع Business Manager من Meta.",
    .disconnected = "انفصل الحساب عن Roost. اربطه من جديد في Business Manager من Meta.",
    .pin_changed = "تغيّر رمز PIN للرقم {0}. إن لم يكن أحدكم من غيّره، فغيّره مرة أخرى فورًا.",
    .pin_reset_asked = "طلب أحدهم من واتساب إعادة تعيين رمز PIN للرقم {0}. إن لم يكن أحدكم، فغيّره فورًا.",
    .history_refused = "لم يشارك الهاتف سجل محادثاته. يعرض Roost ما يُكتب من الآن فصاعدًا.",
    .number_problem = "هناك مشكلة في {0}. تجد في الإعدادات، الأرقام، ما هي وما الذي يحلّها."};

}  // namespace roost
