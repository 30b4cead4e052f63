#include "server/cloud/graph_answer.h"

#include <string>
#include <utility>

#include "shared/base/json.h"

namespace roost {

namespace {

// The first element of a list, or null.
const Json& first_of(const Json& object, std::string_view key) {
    static const Json kNothing;
    const Json& list = member(object, key);
    return list.is_array() && !list.empty() ? list.front() : kNothing;
}

CloudOutcome read_success(const Json& answer) {
    CloudAccepted accepted;
    accepted.wamid = string_or(first_of(answer, "messages"), "id", string_or(answer, "message_id", ""));
    accepted.wa_id = string_or(first_of(answer, "contacts"), "wa_id", "");
    const bool is_receipt = optional_bool(answer, "success").value_or(false);
    if (accepted.wamid.empty() && !is_receipt) return CloudUnknown{"The answer of Meta names no message."};
    return accepted;
}

// `error_data` may be an object, a text or missing (cloud-api §1.1).
std::string details_of(const Json& error) {
    const Json& data = member(error, "error_data");
    if (data.is_string()) return data.get<std::string>();
    return string_or(data, "details", string_or(error, "message", ""));
}

}  // namespace

CloudOutcome read_graph_answer(int http, std::string_view body, UnixMillis retry_after) {
    const auto answer = parse_json(body);
    const bool is_document = answer && answer->is_object();
    if (http >= 200 && http < 300) {
        return is_document ? read_success(*answer) : CloudUnknown{"The answer of Meta is unreadable."};
    }
    const Json& error = is_document ? member(*answer, "error") : Json();
    if (error.is_object()) {
        const auto code = static_cast<int>(optional_integer(error, "code").value_or(0));
        const auto subcode = static_cast<int>(optional_integer(error, "error_subcode").value_or(0));
        return CloudRefusal{
            http,
            code,
            details_of(error),
            retry_after,
            subcode,
            string_or(error, "error_user_title", ""),
            string_or(error, "error_user_msg", "")};
    }
    // Without Meta's envelope a 5xx may come from a gateway behind which the message was taken.
    if (http >= 500) return CloudUnknown{"A server on the way answered " + std::to_string(http) + "."};
    return CloudRefusal{http, 0, "HTTP " + std::to_string(http), retry_after};
}

TemplateOutcome read_template_answer(int http, std::string_view body, UnixMillis retry_after) {
    if (http < 200 || http >= 300) {
        auto outcome = read_graph_answer(http, body, retry_after);
        if (auto* refused = std::get_if<CloudRefusal>(&outcome)) return std::move(*refused);
        return CloudUnknown{"Meta answered " + std::to_string(http) + "."};
    }
    const auto answer = parse_json(body);
    TemplateAccepted accepted;
    if (answer) {
        accepted = {
            text_or_number(*answer, "id"),
            string_or(*answer, "status", ""),
            string_or(*answer, "category", "")};
    }
    const bool is_done =
        !accepted.id.empty() || (answer && optional_bool(*answer, "success").value_or(false));
    if (!is_done) return CloudUnknown{"The answer of Meta is unreadable."};
    return accepted;
}

TemplateListing read_template_page(int http, std::string_view body, UnixMillis retry_after) {
    if (http < 200 || http >= 300) {
        auto outcome = read_graph_answer(http, body, retry_after);
        if (auto* refused = std::get_if<CloudRefusal>(&outcome)) return std::move(*refused);
        return CloudUnreachable{"Meta answered " + std::to_string(http) + "."};
    }
    const auto answer = parse_json(body);
    if (!answer || !member(*answer, "data").is_array())
        return CloudUnreachable{"The answer of Meta is unreadable."};
    TemplatePage page;
    for (const Json& one : member(*answer, "data")) {
        if (auto pattern = read_message_template(one)) page.templates.push_back(*std::move(pattern));
    }
    const Json& paging = member(*answer, "paging");
    // Every page names a cursor after it; only where there is more does it say `next`.
    if (!string_or(paging, "next", "").empty()) page.next = string_or(member(paging, "cursors"), "after", "");
    return page;
}

}  // namespace roost
