#include "server/http/reply.h"

#include "shared/base/json_writer.h"

namespace roost {

namespace {

std::string_view title_of(int status) {
    switch (status) {
        case 400:
            return "Bad request";
        case 401:
            return "Not signed in";
        case 403:
            return "Not allowed";
        case 404:
            return "Not found";
        case 405:
            return "Method not allowed";
        case 409:
            return "Conflict";
        case 411:
            return "Length required";
        case 413:
            return "Too large";
        case 414:
            return "Address too long";
        case 416:
            return "Range not there";
        case 421:
            return "Not known by this name";
        case 422:
            return "Not allowed by WhatsApp";
        case 429:
            return "Too many requests";
        case 431:
            return "Head too large";
        case 503:
            return "Unavailable";
        default:
            return "Internal error";
    }
}

void write_fields(JsonWriter& out, const std::vector<FieldProblem>& problems) {
    out.key("fields").begin_array();
    for (const auto& one : problems) {
        out.begin_object().key("field").string(one.field).key("code").string(one.code);
        out.key("detail").string(one.sentence).end_object();
    }
    out.end_array();
}

// `write_more` adds members.
template <class WriteMore>
Reply problem_document(
    int status, std::string_view code, std::string_view detail, const WriteMore& write_more
) {
    auto reply = json_reply(
        status, text_written_by([&](JsonWriter& out) {
            out.begin_object().key("type").string("about:blank").key("title").string(title_of(status));
            out.key("status").integer(status).key("detail").string(detail).key("code").string(code);
            write_more(out);
            out.end_object();
        })
    );
    reply.content_type = "application/problem+json";
    if (status == 503) reply.headers.emplace_back("Retry-After", "1");
    if (status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
}

}  // namespace

int http_status(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInvalid:
            return 400;
        case ErrorCode::kUnauthorized:
            return 401;
        case ErrorCode::kForbidden:
            return 403;
        case ErrorCode::kNotFound:
            return 404;
        case ErrorCode::kConflict:
            return 409;
        case ErrorCode::kWindowClosed:
            return 422;
        case ErrorCode::kBlocked:
            return 409;
        case ErrorCode::kTooLarge:
            return 413;
        case ErrorCode::kTooManyRequests:
            return 429;
        case ErrorCode::kUnavailable:
            return 503;
        case ErrorCode::kInternal:
            return 500;
    }
    return 500;
}

Reply problem_reply(int status, std::string_view code, std::string_view detail) {
    return problem_document(status, code, detail, [](JsonWriter&) {});
}

Reply wait_reply(std::int64_t seconds, std::string_view detail) {
    auto reply = problem_reply(429, error_code_name(ErrorCode::kTooManyRequests), detail);
    reply.headers.emplace_back("Retry-After", std::to_string(seconds));
    return reply;
}

Reply field_reply(const std::vector<FieldProblem>& problems) {
    const auto code = error_code_name(ErrorCode::kInvalid);
    const auto first = problems.empty() ? "" : problems.front().sentence;
    return problem_document(422, code, first, [&problems](JsonWriter& out) {
        if (!problems.empty()) write_fields(out, problems);
    });
}

Reply problem_reply_with(
    int status, std::string_view code, std::string_view detail, std::string_view name, std::string_view json
) {
    return problem_document(status, code, detail, [&](JsonWriter& out) { out.key(name).raw(json); });
}

Reply error_reply(const Error& error) {
    if (error.code == ErrorCode::kTooManyRequests) return wait_reply(1, error.message);
    return problem_reply(http_status(error.code), error_code_name(error.code), error.message);
}

Reply json_reply(int status, std::string json) {
    Reply reply;
    reply.status = status;
    reply.body = std::move(json);
    reply.content_type = "application/json";
    reply.headers.emplace_back("Cache-Control", "no-store");
    return reply;
}

Reply text_reply(int status, std::string text) {
    Reply reply;
    reply.status = status;
    reply.body = std::move(text);
    reply.content_type = "text/plain; charset=utf-8";
    reply.headers.emplace_back("Cache-Control", "no-store");
    return reply;
}

Reply empty_reply(int status) {
    Reply reply;
    reply.status = status;
    reply.headers.emplace_back("Cache-Control", "no-store");
    return reply;
}

}  // namespace roost
