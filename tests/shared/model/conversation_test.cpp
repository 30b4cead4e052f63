#include "shared/model/conversation.h"

#include <doctest/doctest.h>

#include "shared/base/utf8.h"
#include "shared/model/phone_number.h"
#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

TEST_CASE("conversation: a name, else a number people can read, else the id") {
    Conversation conversation;
    conversation.user_id = "KE.20417735519";
    CHECK(display_name(conversation) == "KE.20417735519");
    conversation.wa_id = "254712345678";
    CHECK(display_name(conversation) == "+254 712 345 678");
    conversation.contact_name = " Amina Yusuf ";
    CHECK(display_name(conversation) == "Amina Yusuf");
}

TEST_CASE("phone number: the country's code stands apart and no digit alone") {
    CHECK(format_phone_number("16505551234") == "+1 650 555 1234");
    CHECK(format_phone_number("4915123456789") == "+49 151 234 567 89");
    CHECK(format_phone_number("447700900123") == "+44 770 090 0123");
    CHECK(format_phone_number("79161234567") == "+7 916 123 4567");
    CHECK(format_phone_number("5215512345678") == "+52 155 123 456 78");
    CHECK(format_phone_number("971501234567") == "+971 501 234 567");
    CHECK(format_phone_number("1234") == "1234");
    CHECK(format_phone_number("") == "");
    CHECK(format_phone_number("KE.2041") == "KE.2041");
}

TEST_CASE("initials: first letters of the first and the last word, in every script") {
    CHECK(initials("Amina Yusuf") == "AY");
    CHECK(initials("ana  maria   nuñez") == "AN");
    CHECK(initials("Élodie") == "É");
    CHECK(initials("élodie šimek") == "ÉŠ");
    CHECK(initials("e\u0301lodie") == "E\u0301");
    CHECK(initials("ольга петрова") == "ОП");
    CHECK(initials("γιώργος") == "Γ");
    CHECK(initials("田中太郎") == "田中");
    CHECK(initials("田中 太郎") == "田中");
    CHECK(initials("李 小龙") == "李小");
    CHECK(initials("김철수") == "김철");
    CHECK(initials("أحمد الفايد") == "أف");
    CHECK(initials("नमिता") == "न");
    CHECK(initials("कि राव") == "किरा");
}

TEST_CASE("initials: emoji, punctuation and numbers are passed over") {
    CHECK(initials("🌞 Solar (Berlin) 🌞") == "SB");
    CHECK(initials("\"Mama\" Njeri!") == "MN");
    CHECK(initials("+254 712 345 678") == "#");
    CHECK(initials("👩‍👩‍👧") == "#");
    CHECK(initials("") == "#");
    CHECK(initials("\xFF\xFE") == "#");
}

TEST_CASE("conversation: the newest last message comes first; within a second, the one that came last") {
    const Conversation older = row_after(make_message(1, 7));
    const Conversation newer = row_after(make_message(2, 3));
    CHECK(listed_before(newer, older));
    CHECK_FALSE(listed_before(older, newer));
    Conversation early = row_after(make_message(2, 3));
    Conversation late = row_after(make_message(3, 3));
    early.id = ConversationId{9};
    late.id = ConversationId{8};
    CHECK(listed_before(late, early));
    CHECK_FALSE(listed_before(early, late));
    CHECK(listed_before(make_conversation(9), make_conversation(8)));
}

TEST_CASE("conversation: a place in the list survives being a cursor, and nothing else is one") {
    const ListPlace place{kNoon, MessageId{7}, ConversationId{3}};
    CHECK(parse_cursor(write_cursor(place)) == place);
    for (const auto* text : {"", "x", "_", "__", "1_2", "1_2_", "_2_3", "1__3", "1_2_3_4", "1_2_x", "-1_2_3"})
        CHECK_FALSE(parse_cursor(text));
}

TEST_CASE("conversation: a summary is one short line") {
    Message message = make_message(5);
    message.content = Text{std::string(500, 'x') + "\n", false};
    const LastMessage last = summarise(message);
    CHECK(last.id == MessageId{5});
    CHECK(last.type == "text");
    CHECK(count_code_points(last.preview.text) == 160);
}

TEST_CASE("conversation: survives being written, empty parts and all") {
    Conversation row = row_after(make_outbound(5));
    row.state = ConversationState::kResolved;
    row.platform = Platform::kInstagram;
    row.user_id = "1789";
    row.is_unreachable = true;
    row.is_blocked = true;
    row.entered_at = kNoon - kHour;
    row.free_from = kNoon;
    CHECK(read_conversation(write_conversation(row)) == row);
    CHECK(read_conversation(write_conversation(make_conversation(2))) == make_conversation(2));
    Json broken = write_conversation(row);
    broken["platform"] = "telegraph";
    CHECK(read_conversation(broken).error().message == "'platform' is not a platform");
    CHECK_FALSE(read_conversation(Json()));
}
