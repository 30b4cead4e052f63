#include <array>

#include "server/simulator/customers.h"

namespace roost::simulator {

namespace {

using enum Side;

constexpr auto kRajeshPast = std::to_array<PastLine>({
    {in_days(16) + 420, kCustomer, "नमस्ते, क्या आप जयपुर में भी सोलर लगाते हैं?"},
    {in_days(16) + 410, kBusiness, "नमस्ते राजेश जी, जी हाँ। आपका महीने का बिजली बिल लगभग कितना आता है?"},
    {in_days(16) + 402, kCustomer, "गर्मियों में ₹9,500 के आसपास, सर्दियों में ₹4,000"},
    {in_days(16) + 390,
     kBusiness,
     "तो 5 kW का सिस्टम आपके लिए ठीक रहेगा। छत पर करीब 30 वर्ग मीटर खाली जगह चाहिए, जहाँ दिन भर छाया न पड़ती हो।"},
    {in_days(16) + 380, kCustomer, "जगह है। सब्सिडी भी मिलेगी क्या?"},
    {in_days(16) + 370, kBusiness, "जी, पोर्टल पर आवेदन हम ही कर देते हैं: https://pmsuryaghar.gov.in"},
    {in_days(16) + 366, kCustomer, "बहुत बढ़िया 🙏"},
    {in_days(10) + 90, kBusiness, "राजेश जी, सर्वे की रिपोर्ट तैयार है। दक्षिण दिशा वाली छत सबसे अच्छी है।"},
    {in_days(10) + 60, kCustomer, "ठीक है, परिवार से बात करके बताता हूँ"},
});
constexpr auto kRajeshRecent = std::to_array<PastLine>({
    {7, kCustomer, "हमने तय कर लिया है, काम शुरू करवा दीजिए"},
    {5, kCustomer, "नमस्ते, बिल की कॉपी भेज दीजिए 🙏"},
});
constexpr auto kRajeshAnswers = std::to_array<std::string_view>({
    "धन्यवाद जी 🙏",
    "ठीक है, मैं इंतज़ार करूँगा।",
    "बहुत अच्छा। शाम को घर पर ही हूँ।",
    "मिल गया, शुक्रिया!",
});
constexpr auto kRajeshReplies = std::to_array<std::string_view>({
    "हाँ जी, बिल्कुल।",
    "शनिवार को सुबह दस बजे के बाद ठीक रहेगा।",
    "मीटर घर के बाहर बाईं तरफ़ लगा है।",
});
constexpr auto kRajeshOpeners = std::to_array<std::string_view>({
    "एक सवाल और: पैनल की सफ़ाई कितने दिन में करनी होती है?",
});

constexpr auto kNehaPast = std::to_array<PastLine>({
    {in_days(21) + 200,
     kCustomer,
     "Hi, I manage three warehouses in Pune. Do you do rooftops of 2,000 m² too?"},
    {in_days(21) + 180,
     kBusiness,
     "Hello Neha, yes. Our largest one so far has 310 kW. Shall we start with a call?"},
    {in_days(21) + 175, kCustomer, "Sure, tomorrow 11:30"},
    {in_days(20) + 10,
     kBusiness,
     "Thanks for the call! Minutes and the list of documents are in your mailbox."},
    {in_days(14) + 333,
     kCustomer,
     R"({"type":"location","location":{"latitude":18.6298,"longitude":73.7997,"name":"Warehouse 2","address":"MIDC Bhosari, Pune"}})"},
    {in_days(14) + 330, kCustomer, "This is the first one. Entry from the back side, ask for Mr. Kulkarni."},
    {in_days(14) + 300,
     kBusiness,
     "Noted. Two of us will come with a drone; do we need a permission for that?"},
    {in_days(14) + 290, kCustomer, "I have arranged it with the park office ✅"},
    {in_days(3) + 500, kBusiness, "Drone flight is on Wednesday at 9:00, if the wind allows."},
    {in_days(3) + 420, kCustomer, "See you on site at 9:00"},
});

constexpr auto kTanakaPast = std::to_array<PastLine>({
    {in_days(11) + 250, kCustomer, "はじめまして。ウェブサイトを見て連絡しました。"},
    {in_days(11) + 240, kBusiness, "田中様、ご連絡ありがとうございます。ご自宅への設置をご検討でしょうか？"},
    {in_days(11) + 236, kCustomer, "はい。築15年の木造二階建てです。屋根は瓦です。"},
    {in_days(11) + 225,
     kBusiness,
     "承知しました。瓦屋根の場合は専用の金具を使い、穴を開けずに固定します。"
     "まずは屋根の図面か写真をお送りいただけますか？"},
    {in_days(11) + 200, kCustomer, "今夜探してみます"},
    {in_days(6) + 500, kCustomer, "図面が見つかりました。南面は6m×8mくらいです。"},
    {in_days(6) + 480,
     kBusiness,
     "ありがとうございます。16枚、約6.4kWが載ります。来週お見積もりをお送りします。"},
    {in_days(6) + 470, kCustomer, "よろしくお願いします🙇"},
});
constexpr auto kTanakaRecent = std::to_array<PastLine>({
    {98, kCustomer, "お見積もりを拝見しました。蓄電池を後から追加することはできますか？"},
});
constexpr auto kTanakaAnswers = std::to_array<std::string_view>({
    "ありがとうございます。",
    "承知しました。家族と相談してみます。",
    "助かります😊",
});
constexpr auto kTanakaReplies = std::to_array<std::string_view>({
    "はい、大丈夫です。",
    "土曜日の午前中でしたら在宅しています。",
    "少し確認してから、またご連絡します。",
});
constexpr auto kTanakaOpeners = std::to_array<std::string_view>({
    "すみません、もう一点だけ。工事は何日くらいかかりますか？",
});

constexpr auto kSomchaiPast = std::to_array<PastLine>({
    {in_days(5) + 320, kCustomer, "สวัสดีครับ สนใจติดโซลาร์ที่ร้านอาหาร เชียงใหม่ครับ"},
    {in_days(5) + 300, kBusiness, "สวัสดีค่ะคุณสมชาย ยินดีค่ะ ค่าไฟต่อเดือนประมาณเท่าไรคะ"},
    {in_days(5) + 290, kCustomer, "ประมาณ 18,000 บาทครับ เปิดแอร์ทั้งวัน"},
    {in_days(5) + 280, kBusiness, "แนะนำขนาด 15 kW ค่ะ คืนทุนประมาณ 4 ปี"},
});
constexpr auto kSomchaiRecent = std::to_array<PastLine>({
    {in_hours(6) + 5, kCustomer, "ขอใบเสนอราคาด้วยครับ ถ้าติดตั้งก่อนสงกรานต์ได้จะดีมาก"},
    {in_hours(6) + 4, kCustomer, "🙏🙏🙏"},
});
constexpr auto kSomchaiAnswers = std::to_array<std::string_view>({
    "ขอบคุณมากครับ",
    "ได้ครับ รอฟังข่าวครับ",
    "เยี่ยมเลยครับ 👍",
});
constexpr auto kSomchaiReplies = std::to_array<std::string_view>({
    "ได้ครับ ร้านปิดวันจันทร์ เข้ามาดูหน้างานได้เลย",
    "หลังคาเป็นเมทัลชีทครับ ประมาณ 120 ตารางเมตร",
});

constexpr auto kCustomers = std::to_array<Persona>({
    {"919829012345",
     "Rajesh Sharma",
     kRajeshPast,
     kRajeshRecent,
     kRajeshAnswers,
     kRajeshReplies,
     kRajeshOpeners},
    {"819012345678", "田中 健", kTanakaPast, kTanakaRecent, kTanakaAnswers, kTanakaReplies, kTanakaOpeners},
    {"66812345678", "สมชาย ใจดี", kSomchaiPast, kSomchaiRecent, kSomchaiAnswers, kSomchaiReplies, {}},
    {"919890077341", "Neha Patel", kNehaPast, {}, {}, {}, {}},
});

}  // namespace

std::span<const Persona> asian_customers() {
    return kCustomers;
}

}  // namespace roost::simulator
