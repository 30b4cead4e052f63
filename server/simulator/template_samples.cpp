#include "server/simulator/templates.h"

#include <initializer_list>
#include <utility>
#include <vector>

namespace roost::simulator {

namespace {

Json header(std::string_view format) {
    Json component{{"type", "HEADER"}, {"format", format}};
    component["example"]["header_handle"] = Json::array({"https://x.example/sample"});
    return component;
}
Json title(std::string_view text) {
    return {{"type", "HEADER"}, {"format", "TEXT"}, {"text", text}};
}
Json body(std::string_view text, std::initializer_list<std::string_view> samples = {}) {
    Json component{{"type", "BODY"}, {"text", text}};
    Json list = Json::array();
    for (const std::string_view sample : samples)
        list.push_back(sample);
    // One list for each set of samples.
    if (!list.empty()) component["example"]["body_text"] = Json::array({list});
    return component;
}
Json footer(std::string_view text) {
    return {{"type", "FOOTER"}, {"text", text}};
}
Json buttons(const std::vector<Json>& list) {
    return {{"type", "BUTTONS"}, {"buttons", list}};
}
Json reply(std::string_view text) {
    return {{"type", "QUICK_REPLY"}, {"text", text}};
}
Json link(std::string_view text, std::string_view url) {
    Json button{{"type", "URL"}, {"text", text}, {"url", url}};
    button["example"] = Json::array({"sample"});
    return button;
}
Json call(std::string_view text, std::string_view number) {
    return {{"type", "PHONE_NUMBER"}, {"text", text}, {"phone_number", number}};
}

Json named_sample(std::string_view name, std::string_view value) {
    return Json{{"param_name", name}, {"example", value}};
}

struct List {
    std::vector<Template> all;

    Template& add(
        std::string name, std::string language, std::string category, const std::vector<Json>& components
    ) {
        Template made;
        made.id = std::to_string(1001 + all.size());
        made.name = std::move(name);
        made.language = std::move(language);
        made.category = std::move(category);
        made.components = components;
        return all.emplace_back(std::move(made));
    }
};

void add_plain(List& list) {
    list.add("hello_world", "en_US", "UTILITY", {body("Hello World")});
    list.add(
        "visit_reminder",
        "en_US",
        "UTILITY",
        {body(
            "Hello {{1}}, our team comes on {{2}}. Please reply here if that does not suit you.",
            {"Amina", "Thursday"}
        )}
    );
    list.add(
        "pick_up_again",
        "en_US",
        "UTILITY",
        {body("Hello {{1}}, we have news about your request. Reply to this message to continue.", {"Amina"})}
    );
    list.add(
        "message_for_you",
        "en_US",
        "UTILITY",
        {body("We have a message for you: {{1}} Reply here to continue.", {"The meter is approved."})}
    );
    list.add(
        "document_missing",
        "en_US",
        "UTILITY",
        {body("Hello {{1}}, we still need {{2}} from you.", {"Tom", "the lease"})}
    );
}

// One in three languages.
void add_appointments(List& list) {
    list.add(
        "appointment_reminder",
        "en_US",
        "UTILITY",
        {body("Hello {{1}}, we meet on {{2}} at {{3}}.", {"Amina", "Thursday", "8:00"}),
         buttons({reply("Yes, keep it"), reply("Another day")})}
    );
    list.add(
        "appointment_reminder",
        "es",
        "UTILITY",
        {body("Hola {{1}}, nos vemos el {{2}} a las {{3}}.", {"María", "jueves", "8:00"}),
         buttons({reply("De acuerdo"), reply("Otro día")})}
    );
    list.add(
        "appointment_reminder",
        "sw",
        "UTILITY",
        {body("Habari {{1}}, tutaonana {{2}} saa {{3}} kamili.", {"Amina", "Alhamisi", "mbili"})}
    );
}

void add_with_files(List& list) {
    list.add(
        "project_update",
        "en_US",
        "UTILITY",
        {header("IMAGE"),
         body(
             "Hello {{1}}, your project {{2}} has news: {{3}}.",
             {"Tom", "Project 118", "the grid operator approved the meter"}
         ),
         buttons({link("Open project", "https://savanna-solar.example/p/{{1}}"), reply("Call me back")})}
    );
    list.add(
        "invoice_ready",
        "en_US",
        "UTILITY",
        {header("DOCUMENT"),
         body("Your invoice {{1}} over {{2}} is ready.", {"2026-118", "KES 184,500"}),
         footer("Savanna Solar, Mombasa"),
         buttons({call("Call us", "+254700111222")})}
    );
    list.add(
        "site_visit_place",
        "en_US",
        "UTILITY",
        {header("LOCATION"), body("We meet here on {{1}}.", {"Thursday"})}
    );
    Template& delivery = list.add(
        "delivery_on_the_way",
        "en_US",
        "UTILITY",
        {title("Delivery {{order_id}}"),
         body("Hello {{first_name}}, your delivery arrives on {{day}}."),
         footer("Reply STOP to hear no more of it")}
    );
    delivery.is_named = true;
    delivery.components[0]["example"]["header_text_named_params"] =
        Json::array({named_sample("order_id", "9128")});
    delivery.components[1]["example"]["body_text_named_params"] =
        Json::array({named_sample("first_name", "Amina"), named_sample("day", "Thursday")});
}

Json card(std::string_view text) {
    const Json look = link("Look", "https://savanna-solar.example/roofs/{{1}}");
    return Json{{"components", Json::array({header("IMAGE"), body(text), buttons({look})})}};
}

void add_others(List& list) {
    list.add(
        "spring_offer",
        "en_US",
        "MARKETING",
        {title("Ten percent off"),
         body("Hello {{1}}, batteries cost less until {{2}}.", {"Amina", "Sunday"}),
         footer("Reply STOP to hear no more of it"),
         buttons(
             {Json{{"type", "COPY_CODE"}, {"example", "SPRING10"}},
              link("See batteries", "https://savanna-solar.example/batteries")}
         )}
    );
    list.add(
        "three_roofs",
        "en_US",
        "MARKETING",
        {body("Roofs we finished this month:"),
         Json{
             {"type", "CAROUSEL"},
             {"cards", Json::array({card("A school in Nyali"), card("A clinic in Kilifi")})}}}
    );
    list.add(
        "sign_in_code",
        "en_US",
        "AUTHENTICATION",
        {body("*{{1}}* is your verification code.", {"482913"}),
         buttons({Json{{"type", "OTP"}, {"otp_type", "COPY_CODE"}, {"text", "Copy code"}}})}
    );
    list.add("winter_offer", "en_US", "MARKETING", {body("Winter is over, the offer too.")}).status =
        "PAUSED";
    list.add("roof_lottery", "en_US", "MARKETING", {body("You won a roof.")}).status = "REJECTED";
}

}  // namespace

std::vector<Template> sample_templates() {
    List list;
    add_plain(list);
    add_appointments(list);
    add_with_files(list);
    add_others(list);
    return std::move(list.all);
}

}  // namespace roost::simulator
