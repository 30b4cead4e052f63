// What an answer of the Graph API means for the message that was sent. Pure.
#pragma once

#include <string>
#include <string_view>

#include "server/cloud/cloud_api.h"

namespace roost {

// An answer as it came.
struct GraphReply {
    int http = 0;
    std::string body;
    UnixMillis retry_after = 0;  // from now; 0 = the header named none
};

// `retry_after` as the header said, 0 without one. An answer that is neither Meta's success nor Meta's
// refusal (a gateway's page, half a document) leaves open what happened.
CloudOutcome read_graph_answer(int http, std::string_view body, UnixMillis retry_after);

// A page of templates. One that cannot be read is left out; an answer that is no list is as none.
TemplateListing read_template_page(int http, std::string_view body, UnixMillis retry_after);

// What became of a template that was made, changed or deleted.
TemplateOutcome read_template_answer(int http, std::string_view body, UnixMillis retry_after);

}  // namespace roost
