// Templates as Meta lists them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/model/message_template.h"

namespace roost::test {

inline MessageTemplate template_from(std::string_view json) {
    const auto document = parse_json(json);
    REQUIRE(document);
    auto pattern = read_message_template(*document);
    REQUIRE(pattern);
    return *std::move(pattern);
}

// "Hello {{1}}, we meet on {{2}}."
inline MessageTemplate plain_template(
    const std::string& id = "11", const std::string& name = "reminder", const std::string& language = "en_US"
) {
    return template_from(
        R"({"id":")" + id + R"(","name":")" + name + R"(","language":")" + language +
        R"(","category":"UTILITY","status":"APPROVED","quality_score":{"score":"GREEN"},
           "parameter_format":"POSITIONAL","components":[{"type":"BODY",
           "text":"Hello {{1}}, we meet on {{2}}.","example":{"body_text":[["Ann","Thursday"]]}}]})"
    );
}

// A picture, a body, a footer, and one button of every kind that has something to say.
inline MessageTemplate rich_template() {
    return template_from(R"({"id":"12","name":"project_update","language":"en_US","category":"UTILITY",
        "status":"APPROVED","parameter_format":"POSITIONAL","components":[
        {"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::aW"]}},
        {"type":"BODY","text":"Hello {{1}}, {{2}} has news. Thank you, {{1}}!"},
        {"type":"FOOTER","text":"Savanna Solar"},
        {"type":"BUTTONS","buttons":[
          {"type":"URL","text":"Open project","url":"https://x.example/p/{{1}}","example":["118"]},
          {"type":"URL","text":"Home","url":"https://x.example/"},
          {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+254700111222"},
          {"type":"COPY_CODE","example":["SAVE10"]},
          {"type":"FLOW","text":"Fill in","flow_id":"9"},
          {"type":"QUICK_REPLY","text":"Call me back"}]}]})");
}

inline MessageTemplate named_template() {
    return template_from(R"({"id":"13","name":"delivery","language":"sw","category":"UTILITY",
        "status":"APPROVED","parameter_format":"NAMED","components":[
        {"type":"HEADER","format":"TEXT","text":"Order {{order_id}}",
         "example":{"header_text_named_params":[{"param_name":"order_id","example":"9128"}]}},
        {"type":"BODY","text":"Habari {{first_name}}, {{day}}.",
         "example":{"body_text_named_params":[{"param_name":"first_name","example":"Ann"}]}}]})");
}

inline MessageTemplate carousel_template() {
    return template_from(R"({"id":"14","name":"roofs","language":"en_US","category":"MARKETING",
        "status":"APPROVED","components":[{"type":"BODY","text":"Hello {{1}}"},{"type":"CAROUSEL","cards":[
        {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"A {{1}}"},
          {"type":"BUTTONS","buttons":[{"type":"URL","text":"Look","url":"https://x.example/{{1}}"}]}]},
        {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"A clinic"},
          {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"More"}]}]}]}]})");
}

// All of whose words are the sender's.
inline MessageTemplate free_text_template() {
    return template_from(R"({"id":"9","name":"message_for_you","language":"en_US","category":"UTILITY",
        "status":"APPROVED","components":[{"type":"BODY","text":"A message for you: {{1}} Reply here."}]})");
}

inline std::vector<MessageTemplate> templates_of_each_sort() {
    return {plain_template(), free_text_template(), named_template(), carousel_template()};
}

// As the server lists them; `next` asks for the page after this one.
inline std::string template_list(const std::vector<MessageTemplate>& templates, std::string_view next = "") {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("templates").begin_array();
        for (const MessageTemplate& one : templates)
            write_message_template(out, one);
        out.end_array().text_member("next", next).end_object();
    });
}

}  // namespace roost::test
