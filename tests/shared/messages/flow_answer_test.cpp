#include "shared/messages/flow_answer.h"

#include <doctest/doctest.h>

using namespace roost;

namespace {

std::string told(std::string_view response_json) {
    std::string all;
    for (const FlowAnswer& answer : flow_answers(response_json))
        all += answer.label + "=" + answer.value + ";";
    return all;
}

}  // namespace

TEST_CASE("flow answers: the numbering of Meta's editor is no part of a name or a choice") {
    CHECK(told(R"({"screen_0_First_name_0":"Amina"})") == "First name=Amina;");
    CHECK(told(R"({"screen_x_name":"a","line_12":"b","_7":"c"})") == " 7=c;Line=b;Screen x name=a;");
    CHECK(
        told(R"({"slot":"2_Friday_am","code":"AB_7","price":"12_"})") == "Code=AB_7;Price=12_;Slot=Friday_am;"
    );
}

TEST_CASE("flow answers: several choices, numbers, yes and no, and fields within fields") {
    CHECK(
        told(R"({"days":["0_Mon","1_Tue"],"count":3,"terms":true,"news":false})") ==
        "Count=3;Days=Mon, Tue;News=✗;Terms=✓;"
    );
    CHECK(told(R"({"values":{"city":"Nairobi","zip":100}})") == "City=Nairobi;Zip=100;");
}

TEST_CASE("flow answers: nothing for what is empty, belongs to programs, or is no form") {
    CHECK(told(R"({"flow_token":"t","note":"","none":null,"list":[]})").empty());
    for (const char* text : {"", "7", "[1]", "{", R"("text")"})
        CHECK(told(text).empty());
}
