#include "server/simulator/templates.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/model/template_filling.h"
#include "shared/wire/template_body.h"

namespace roost::simulator {
namespace {

// Something in every gap.
TemplateValues any_values(const MessageTemplate& pattern) {
    TemplateValues values;
    for (const TemplateSlot& slot : slots_of(pattern)) {
        TemplateValue& value = values[slot.key];
        value.text = slot.example.empty() ? "x" : slot.example;
        const bool is_file = slot.kind == SlotKind::kImage || slot.kind == SlotKind::kVideo ||
                             slot.kind == SlotKind::kDocument;
        if (is_file) value.media.id = "901";
        value.is_place = slot.kind == SlotKind::kLocation;
        value.location.latitude = -4.05;
    }
    return values;
}

std::vector<MessageTemplate> all_patterns(const Templates& templates) {
    std::vector<MessageTemplate> all;
    TemplateFilter filter;
    filter.limit = 4;
    while (true) {
        const Json page = templates.list(filter);
        for (const Json& one : page["data"]) {
            auto pattern = read_message_template(one);
            REQUIRE(pattern);
            all.push_back(*std::move(pattern));
        }
        if (!page["paging"].contains("next")) return all;
        filter.after = page["paging"]["cursors"]["after"].get<std::string>();
    }
}

int code_of(const Refusal& refusal) {
    return refusal ? refusal->code : 0;
}

}  // namespace

TEST_CASE("simulator: what Roost makes of every sample is accepted") {
    const Templates templates;
    const auto all = all_patterns(templates);
    CHECK(all.size() == sample_templates().size());
    std::set<std::string> names;
    for (const MessageTemplate& pattern : all) {
        CAPTURE(pattern.name);
        names.insert(pattern.name + pattern.language);
        const TemplateValues values = any_values(pattern);
        const FilledTemplate filled = fill_template(pattern, values);
        CHECK(filled.problems.empty());
        const auto refusal = templates.check_send(template_object(pattern, values));
        CHECK(code_of(refusal) == (is_approved(pattern) ? 0 : pattern.status == "PAUSED" ? 132015 : 132001));
        if (!is_approved(pattern) || values.empty()) continue;
        Json without_values = template_object(pattern, values);
        without_values.erase("components");
        CHECK(code_of(templates.check_send(without_values)) != 0);
    }
    CHECK(names.size() == all.size());
}

TEST_CASE("simulator: what Meta refuses of a template is refused") {
    const Templates templates;
    const auto refused = [&templates](std::string_view frame) {
        return code_of(templates.check_send(*parse_json(frame)));
    };
    CHECK(refused(R"({"name":"no_such","language":{"code":"en_US"}})") == 132001);
    CHECK(refused(R"({"name":"hello_world","language":{"code":"fr"}})") == 132001);
    CHECK(refused(R"({"name":"visit_reminder","language":{"code":"en_US"}})") == 132000);
    CHECK(refused(R"({"name":"invoice_ready","language":{"code":"en_US"},"components":[
            {"type":"header","parameters":[{"type":"image","image":{"id":"1"}}]}]})") == 132012);
    CHECK(refused(R"({"name":"delivery_on_the_way","language":{"code":"en_US"},"components":[
            {"type":"header","parameters":[{"type":"text","text":"7"}]},
            {"type":"body","parameters":[{"type":"text","text":"7"},{"type":"text","text":"8"}]}]})") == 100);
}

TEST_CASE("simulator: the file of a template's header is known") {
    const auto id_in = [](std::string_view frame) {
        return string_or(header_file(*parse_json(frame)), "id", "");
    };
    CHECK(
        id_in(R"({"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"7"}}]}]})") ==
        "7"
    );
    CHECK(id_in(R"({"components":[{"type":"header","parameters":[{"type":"text","text":"7"}]}]})").empty());
    CHECK(id_in(R"({"components":[{"type":"header","parameters":[]}]})").empty());
    CHECK(id_in("{}").empty());
}

TEST_CASE("simulator: a changed status is told to the webhook in every language") {
    Templates templates;
    const auto told = templates.set_status("appointment_reminder", "PAUSED");
    REQUIRE(told.size() == 3);
    CHECK(told[0]["event"] == "PAUSED");
    CHECK(told[0]["message_template_name"] == "appointment_reminder");
    CHECK(told[1]["message_template_language"] == "es");
    CHECK(templates.set_status("no_such", "PAUSED").empty());
    TemplateFilter filter;
    filter.status = "PAUSED";
    filter.category = "UTILITY";
    CHECK(templates.list(filter)["data"].size() == 3);
}

namespace {

Json proposal(const std::string& name, const std::string& body, std::size_t samples = 0) {
    Json component{{"type", "BODY"}, {"text", body}};
    if (samples > 0) component["example"]["body_text"] = Json::array({Json(std::vector<int>(samples, 1))});
    return Json{
        {"name", name},
        {"language", "en_US"},
        {"category", "UTILITY"},
        {"components", Json::array({component})}};
}

int subcode_after(const Json& body) {
    Templates templates;
    const auto made = templates.create(body, "7", 0, 0);
    return made ? -1 : made.error().subcode;
}

Json with_part(Json part) {
    Json body = proposal("a", "Hello there.");
    body["components"].push_back(std::move(part));
    return body;
}

std::string status_of(const Templates& templates, std::string_view id) {
    return string_or(templates.node(id), "status", "none");
}

}  // namespace

TEST_CASE("simulator: what Meta refuses of a new template is refused with its subcode") {
    CHECK(subcode_after(proposal("a", "Hello there.")) == -1);
    CHECK(subcode_after(proposal("a", "Hello {{1}}, we come to you.", 1)) == -1);
    CHECK(subcode_after(proposal("A", "Hello there.")) == 0);
    CHECK(subcode_after(proposal("hello_world", "Hello there.")) == 2388024);
    CHECK(subcode_after(proposal("a", "{{1}}, we come to you.", 1)) == 2388299);
    CHECK(subcode_after(proposal("a", "Hello {{1}} there.", 1)) == 2388293);
    CHECK(subcode_after(proposal("a", "Hello {{1}}, we come to you.")) == 2388072);
    CHECK(subcode_after(proposal("a", "Hello {{2}}, we come to you.", 1)) == 2388072);
    CHECK(subcode_after(proposal("a", std::string(1025, 'a'))) == 2388040);
    CHECK(
        subcode_after(with_part({{"type", "HEADER"}, {"format", "TEXT"}, {"text", "{{1}} {{2}}"}})) == 2388047
    );
    CHECK(subcode_after(with_part({{"type", "FOOTER"}, {"text", "By {{1}}"}})) == 2388073);
    CHECK(subcode_after(with_part({{"type", "FOOTER"}, {"text", std::string(61, 'a')}})) == 2388040);
    const auto buttons = [](std::vector<Json> list) {
        return subcode_after(with_part(Json{{"type", "BUTTONS"}, {"buttons", std::move(list)}}));
    };
    const Json reply{{"type", "QUICK_REPLY"}, {"text", "Yes"}};
    const Json call{{"type", "PHONE_NUMBER"}, {"text", "Call"}, {"phone_number", "+254700111222"}};
    CHECK(buttons({reply, call}) == -1);
    CHECK(buttons({reply, call, reply}) == 0);
    CHECK(buttons({call, call}) == 0);
    CHECK(buttons({Json{{"type", "QUICK_REPLY"}, {"text", std::string(26, 'a')}}}) == 2388040);
}

TEST_CASE("simulator: a template is reviewed, changed and deleted, and its name is blocked") {
    Templates templates;
    const Json body = proposal("visit", "Hello there.");
    REQUIRE(templates.create(body, "7", 0, 100));
    templates.settle(99);
    CHECK(status_of(templates, "7") == "PENDING");
    CHECK_FALSE(templates.edit("7", body, 99, 0));
    templates.settle(100);
    CHECK(status_of(templates, "7") == "APPROVED");
    Json marketing = body;
    marketing["category"] = "MARKETING";
    CHECK_FALSE(templates.edit("7", marketing, 100, 0));
    REQUIRE(templates.edit("7", body, 100, 200));
    CHECK(status_of(templates, "7") == "PENDING");
    templates.settle(200);
    CHECK_FALSE(templates.edit("7", body, 200, 0));
    CHECK(templates.set_status("visit", "REJECTED", "INVALID_FORMAT").front()["reason"] == "INVALID_FORMAT");
    CHECK(templates.node("7")["rejected_reason"] == "INVALID_FORMAT");
    REQUIRE(templates.edit("7", marketing, 300, 400));
    templates.settle(400);
    CHECK_FALSE(templates.remove("visit", "8", 500));
    CHECK(templates.remove("visit", "7", 500));
    CHECK(status_of(templates, "7") == "none");
    const auto again = templates.create(body, "9", 501, 0);
    REQUIRE_FALSE(again);
    CHECK(again.error().subcode == 2388023);
    CHECK(templates.create(body, "9", 500 + 30 * 24 * kHour, 0));
}

}  // namespace roost::simulator
