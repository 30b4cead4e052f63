#include <array>

#include "server/simulator/customers.h"

namespace roost::simulator {

namespace {

using enum Side;

constexpr auto kAhmedPast = std::to_array<PastLine>({
    {in_days(22) + 230, kCustomer, "السلام عليكم، أريد تركيب ألواح شمسية لمزرعة في الفيوم."},
    {in_days(22) + 220, kBusiness, "وعليكم السلام أستاذ أحمد، أهلًا بك. هل المضخة تعمل بالديزل حاليًا؟"},
    {in_days(22) + 214, kCustomer, "نعم، مضخة ديزل 20 حصانًا، والوقود أصبح مكلفًا جدًا."},
    {in_days(22) + 200,
     kBusiness,
     "مفهوم. نقترح مضخة كهربائية مع محوّل 18.5 kW و56 لوحًا، ويبقى الديزل احتياطيًا. "
     "نحتاج إلى زيارة الموقع لقياس عمق البئر."},
    {in_days(22) + 190, kCustomer, "يوم الأحد مناسب إن شاء الله"},
    {in_days(17) + 100, kBusiness, "تمت الزيارة، وشكرًا على الشاي 🌹 سيصلك العرض خلال ثلاثة أيام."},
    {in_days(17) + 95, kCustomer, "أهلًا وسهلًا بكم في أي وقت"},
    {in_days(13) + 40, kBusiness, "العرض رقم 2231 في بريدك الآن، ويشمل الضمان لمدة خمس سنوات."},
});
constexpr auto kAhmedRecent = std::to_array<PastLine>({
    {19, kCustomer, "شكرًا جزيلًا، سأراجع العرض اليوم"},
    {17, kCustomer, "هل السعر بالدولار أم بالجنيه؟"},
    {16, kCustomer, "وهل يمكن الدفع على دفعتين؟"},
    {12, kCustomer, "رقم العرض 2231، وهذا رقم المهندس للتنسيق: +20 100 555 0142"},
});
constexpr auto kAhmedAnswers = std::to_array<std::string_view>({
    "شكرًا لكم 🌹",
    "تمام، في انتظاركم.",
    "بارك الله فيك.",
    "ممتاز، اتفقنا.",
});
constexpr auto kAhmedReplies = std::to_array<std::string_view>({
    "نعم، مناسب تمامًا.",
    "سأسأل المهندس وأرد عليك مساءً.",
    "البئر على بعد 150 مترًا من غرفة المحوّل.",
});
constexpr auto kAhmedOpeners = std::to_array<std::string_view>({
    "صباح الخير، هل هناك موعد مبدئي للتركيب؟",
});

constexpr auto kNoaPast = std::to_array<PastLine>({
    {in_days(10) + 340, kCustomer, "היי, ראיתי שאתם מתקינים מערכות סולאריות על גגות משותפים. זה נכון?"},
    {in_days(10) + 330, kBusiness, "היי נועה, נכון. כמה דירות יש בבניין?"},
    {in_days(10) + 322, kCustomer, "12 דירות, גג שטוח, וכבר יש הסכמה של רוב הדיירים"},
    {in_days(10) + 310, kBusiness, "מעולה! נשמח לבוא לוועד הבית ולהציג את התוכנית. מתי נוח לכם?"},
    {in_days(10) + 300, kCustomer, "יום שלישי ב-20:00"},
    {in_days(4) + 60, kBusiness, "תודה על האירוח. הסיכום והחישוב מחכים לך במייל."},
    {in_days(4) + 50,
     kCustomer,
     R"({"type":"reaction","reaction":{"message_id":"$previous","emoji":"❤️"}})"},
});
constexpr auto kNoaRecent = std::to_array<PastLine>({
    {in_hours(5) + 20, kCustomer, "הוועד אישר! 🎉🎉"},
    {in_hours(5) + 19, kCustomer, "מה השלב הבא?"},
});
constexpr auto kNoaAnswers = std::to_array<std::string_view>({
    "תודה רבה!",
    "מצוין, אעדכן את השכנים.",
    "סגור 👌",
    R"({"type":"reaction","reaction":{"message_id":"$previous","emoji":"👍"}})",
});
constexpr auto kNoaReplies = std::to_array<std::string_view>({
    "כן, בטח.",
    "אני צריכה לבדוק עם הוועד, אחזור אליך מחר.",
    "הלוח החשמלי נמצא בקומת הכניסה.",
});
constexpr auto kNoaOpeners = std::to_array<std::string_view>({
    "שאלה קטנה: צריך לפנות את הדוודים מהגג לפני ההתקנה?",
});

constexpr auto kCustomers = std::to_array<Persona>({
    {"201001234567", "أحمد الفايد", kAhmedPast, kAhmedRecent, kAhmedAnswers, kAhmedReplies, kAhmedOpeners},
    {"972541234567", "נועה לוי", kNoaPast, kNoaRecent, kNoaAnswers, kNoaReplies, kNoaOpeners},
});

}  // namespace

std::span<const Persona> middle_eastern_customers() {
    return kCustomers;
}

}  // namespace roost::simulator
