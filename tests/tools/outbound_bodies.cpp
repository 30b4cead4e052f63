// Prints one body of every kind that Roost sends, a line each, as it goes to POST
// /{phone-number-id}/messages: what an agent's client or a program asks for, read and written by the server's
// own functions. check_bodies.py holds them against Meta's description.
#include <array>
#include <cstdio>
#include <string_view>

#include "shared/base/json.h"
#include "shared/wire/send.h"

namespace roost {
namespace {

constexpr auto kRequests = std::to_array<std::string_view>({
    R"({"text":"Habari"})",
    R"({"type":"text","text":{"body":"See https://roost.example","preview_url":true}})",
    R"({"text":"On Thursday","context":{"message_id":"wamid.Q"}})",
    R"({"type":"image","image":{"id":"901","caption":"South side"}})",
    R"({"type":"image","image":{"link":"https://roost.example/a.jpg"}})",
    R"({"type":"video","video":{"id":"902","caption":"The lift"}})",
    R"({"type":"audio","audio":{"id":"903"}})",
    R"({"type":"audio","audio":{"id":"904","voice":true}})",
    R"({"type":"document","document":{"id":"905","caption":"Rev. 4","filename":"Layout.pdf"}})",
    R"({"type":"sticker","sticker":{"id":"906"}})",
    R"({"type":"sticker","sticker":{"link":"https://roost.example/s.webp"}})",
    R"({"type":"location","location":{"latitude":-4.0435,"longitude":39.7163}})",
    R"({"type":"location","location":{"latitude":-4.0435,"longitude":39.7163,"name":"Nyali Golf View",
        "address":"Links Road, Mombasa"}})",
    R"({"type":"contacts","contacts":[{"name":{"formatted_name":"Peter Kamau"},
        "phones":[{"phone":"+254733900100","wa_id":"254733900100"},{"phone":"+254733900101"}],
        "emails":[{"email":"peter@roost.example"}],"org":{"company":"Savanna Solar"}}]})",
    R"({"type":"reaction","reaction":{"message_id":"wamid.Q","emoji":"👍"}})",
    R"({"type":"reaction","reaction":{"message_id":"wamid.Q","emoji":""}})",
    R"({"type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"Visit"},
        "body":{"text":"Shall we keep it?"},"footer":{"text":"Savanna Solar"},"action":{"buttons":[
        {"type":"reply","reply":{"id":"1","title":"Yes, keep it"}},
        {"type":"reply","reply":{"id":"2","title":"Another day"}}]}}})",
    R"({"type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"id":"901"}},
        "body":{"text":"This one?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Yes"}}]}}})",
    R"({"type":"interactive","interactive":{"type":"list","body":{"text":"Please pick a time"},"action":{
        "button":"See the times","sections":[{"title":"Thursday","rows":[
        {"id":"1","title":"8:00","description":"With the lift"},{"id":"2","title":"14:00"}]},
        {"title":"Friday","rows":[{"id":"3","title":"8:00"}]}]}}})",
    R"({"type":"interactive","interactive":{"type":"cta_url","body":{"text":"Your project"},"action":{
        "name":"cta_url","parameters":{"display_text":"Open project","url":"https://roost.example/118"}}}})",
    R"({"type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where is it?"},
        "action":{"name":"send_location"}}})",
    R"({"type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}})",
    R"({"type":"template","template":{"name":"project_update","language":{"code":"en"},"components":[
        {"type":"header","parameters":[{"type":"image","image":{"id":"901"}}]},
        {"type":"body","parameters":[{"type":"text","text":"Tom"}]},
        {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"118"}]},
        {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"1"}]}]}})",
    R"({"type":"template","template":{"name":"reminder","language":{"code":"en"},"components":[
        {"type":"header","parameters":[{"type":"text","text":"Thursday"}]},
        {"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"Tom"}]}]}})",
    R"({"type":"template","template":{"name":"film","language":{"code":"en"},"components":[
        {"type":"header","parameters":[{"type":"video","video":{"id":"902"}}]}]}})",
    R"({"type":"template","template":{"name":"offer","language":{"code":"pt_BR"},"components":[
        {"type":"header","parameters":[{"type":"document","document":{"id":"905","filename":"Offer.pdf"}}]},
        {"type":"body","parameters":[{"type":"text","text":"R$ 120"}]},
        {"type":"button","sub_type":"copy_code","index":"0","parameters":[
        {"type":"coupon_code","coupon_code":"SUN20"}]}]}})",
    R"({"type":"template","template":{"name":"site","language":{"code":"en"},"components":[
        {"type":"header","parameters":[{"type":"location","location":{"latitude":-4.0435,"longitude":39.7163,
        "name":"Nyali Golf View","address":"Links Road, Mombasa"}}]},
        {"type":"button","sub_type":"flow","index":"0","parameters":[
        {"type":"action","action":{"flow_token":"visit-77"}}]}]}})",
    R"({"type":"template","template":{"name":"panels","language":{"code":"en"},"components":[
        {"type":"body","parameters":[{"type":"text","text":"Tom"}]},
        {"type":"carousel","cards":[
        {"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"901"}}]},
        {"type":"body","parameters":[{"type":"text","text":"450 W"}]},
        {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"450"}]}]},
        {"card_index":1,"components":[{"type":"header","parameters":[{"type":"video","video":{"id":"902"}}]},
        {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"550"}]}]}]}]}})",
    R"({"type":"contacts","contacts":[{"name":{"formatted_name":"Dr. W. Kamau","last_name":"Kamau","prefix":"Dr."},
        "birthday":"1984-03-11","org":{"company":"Survey","department":"Roofs","title":"Lead"},
        "addresses":[{"street":"Ngong Road 14","city":"Nairobi","country_code":"KE","type":"WORK"}],
        "urls":[{"url":"https://survey.example","type":"WORK"}]}]})",
    R"({"type":"interactive","interactive":{"type":"button","header":{"type":"document","document":{"id":"905"}},
        "body":{"text":"Agreed?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Yes"}}]}}})",
    R"({"type":"interactive","interactive":{"type":"cta_url","header":{"type":"video","video":{"id":"902"}},
        "body":{"text":"Your roof"},"action":{"name":"cta_url","parameters":{"display_text":"Open",
        "url":"https://roost.example/118"}}}})",
});

bool print_body(std::string_view request, const Conversation& to) {
    const auto read = read_send_request(request);
    if (!read) {
        std::fprintf(stderr, "%s\n", read.error().message.c_str());
        return false;
    }
    Message message;
    message.direction = Direction::kOutbound;
    message.content = read->content;
    message.context.quoted_wamid = read->quoted_wamid;
    std::puts(dump_json(cloud_api_body(message, to, "5")).c_str());
    return true;
}

int print_bodies() {
    Conversation to;
    to.wa_id = "254712345678";
    bool is_all_well = true;
    for (const auto request : kRequests)
        is_all_well = print_body(request, to) && is_all_well;
    Conversation nameless;  // known by a user id alone
    nameless.user_id = "KE.20417735519";
    return print_body(kRequests.front(), nameless) && is_all_well ? 0 : 1;
}

}  // namespace
}  // namespace roost

int main() {
    return roost::print_bodies();
}
