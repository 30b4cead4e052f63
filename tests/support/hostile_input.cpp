#include "tests/support/hostile_input.h"

#include <array>
#include <limits>

#include "shared/base/percent.h"

namespace roost::test {

namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"type",     "name",         "components", "url",         "text",
     "body",     "role",         "phones",     "password",    "kind",
     "filename", "email",        "title",      "reason",      "parameters",
     "language", "is_active",    "header",     "footer",      "client_ref",
     "buttons",  "values",       "to",         "target",      "sub_type",
     "status",   "scope",        "reply_to",   "preview_url", "old_password",
     "message",  "media",        "location",   "link",        "id",
     "format",   "force",        "file",       "expires_at",  "emoji",
     "currency", "code",         "cards",      "caption",     "context",
     "at",       "availability", "assignee",   "note",        "phone_number_id",
     "waba",     "access_token", "app_secret", "subscribe",   "token",
     "users"}
);

constexpr auto kQueries = std::to_array<std::string_view>(
    {"before",
     "cursor",
     "expires",
     "hub.challenge",
     "hub.mode",
     "hub.verify_token",
     "kind",
     "limit",
     "name",
     "outcome",
     "platform",
     "q",
     "signature",
     "since",
     "unread",
     "after",
     "assignee",
     "state"}
);

// Of people, paths, numbers, databases, shells, templates and of text itself.
constexpr auto kValues = std::to_array<std::string_view>(
    {"",
     "0",
     "1",
     "2",
     "-1",
     "9223372036854775807",
     "9223372036854775808",
     "-9223372036854775809",
     "1e309",
     "0x10",
     "1.5",
     "NaN",
     "null",
     "true",
     "[]",
     "{}",
     "' OR 1=1 --",
     R"("; DROP TABLE messages; --)",
     R"(" OR ""* NEAR()",
     "%' ESCAPE '",
     "*",
     "../../../../etc/passwd",
     "..\\..\\secret_key",
     "file:///etc/passwd",
     "http://127.0.0.1:1/",
     "http://[::1]/",
     "http://169.254.169.254/latest",
     "gopher://x",
     "javascript:alert(1)",
     "<script>alert(1)</script>",
     "=cmd|'/C calc'!A0",
     "{{1}}",
     "{{999999999999}}",
     "${jndi:ldap://x}",
     "$(reboot)",
     "%s%s%n",
     "%",
     "%zz",
     "a,b,c",
     "ana@example.org",
     "\xff\xfe\xc0\x80",
     "\xed\xa0\x80",
     "\xf4\x90\x80\x80",
     "\xe2\x80\xae"
     "evil",
     "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9",
     "e\xcc\x81\xcc\x81\xcc\x81",
     "\x01\x02",
     "text",
     "image",
     "template",
     "interactive",
     "reaction",
     "location",
     "contacts",
     "admin",
     "2026-13-45T99:99:99Z",
     "1795262400000"}
);

constexpr auto kHeaders = std::to_array<std::string_view>(
    {"Range",
     "If-None-Match",
     "Last-Event-ID",
     "X-Forwarded-For",
     "Content-Type",
     "Accept",
     "Cookie",
     "Accept-Encoding",
     "X-Hub-Signature-256",
     "Idempotency-Key",
     "If-Range",
     "X-HTTP-Method-Override",
     "Accept-Language",
     "User-Agent",
     "Referer",
     "Upgrade",
     "TE",
     "X-File-Name",
     "Content-Disposition"}
);

constexpr std::size_t kLongText = 70'000;
constexpr std::size_t kDeep = 20'000;

// Neither a line break nor a blank may end the line that it stands in.
std::string as_one_line(std::string text) {
    for (char& c : text)
        if (c == '\r' || c == '\n' || c == '\0') c = ' ';
    return text;
}

}  // namespace

std::size_t HostileInput::pick(std::size_t count) {
    return static_cast<std::size_t>(chance_() % count);
}

std::string HostileInput::value() {
    if (one_in(60)) return std::string(kLongText, one_in(2) ? 'x' : '\xe4');
    if (one_in(40)) return std::string(1 + pick(300), static_cast<char>(pick(256)));
    return std::string(kValues.at(pick(kValues.size())));
}

std::string HostileInput::target_of(std::string_view pattern) {
    std::string target;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        target += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        target += percent_encoded(one_in(2) ? std::to_string(pick(5)) : value().substr(0, 900));
        pattern.remove_prefix(pattern.find('}') + 1);
    }
    if (one_in(20)) target += "/" + percent_encoded(value().substr(0, 900));
    for (std::size_t i = pick(4); i > 0; --i) {
        target += target.find('?') == std::string::npos ? "?" : "&";
        target += std::string(kQueries.at(pick(kQueries.size()))) + "=";
        target += percent_encoded(value().substr(0, 300));
    }
    return target;
}

std::string HostileInput::method_of(const RouteFacts& route) {
    constexpr std::array<std::string_view, 7> kMethods{
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return one_in(25) ? std::string(kMethods.at(pick(kMethods.size()))) : route.method;
}

HeaderList HostileInput::headers() {
    HeaderList list;
    for (std::size_t i = pick(4); i > 0; --i)
        list.emplace_back(kHeaders.at(pick(kHeaders.size())), as_one_line(value().substr(0, 2000)));
    return list;
}

Json HostileInput::json_value() {
    switch (pick(8)) {
        case 0:
            return nullptr;
        case 1:
            return one_in(2);
        case 2:
            return static_cast<std::int64_t>(chance_());
        case 3:
            return std::numeric_limits<double>::max();
        case 4:
            return Json::array({json_value(), json_value()});
        case 5:
            return Json{{std::string(kNames.at(pick(kNames.size()))), json_value()}};
        default:
            return value();
    }
}

void HostileInput::spoil_object(Json& json) {
    auto at = json.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(pick(json.size())));
    if (one_in(6)) {
        json.erase(at);
    } else if (one_in(3)) {
        at.value() = json_value();
    } else {
        spoil(at.value());
    }
    if (one_in(4)) json[std::string(kNames.at(pick(kNames.size())))] = json_value();
}

void HostileInput::spoil(Json& json) {
    if (json.is_object() && !json.empty()) return spoil_object(json);
    if (json.is_array() && !json.empty()) {
        if (one_in(5)) json.push_back(json_value());
        return spoil(json[pick(json.size())]);
    }
    json = json_value();
}

std::string HostileInput::body() {
    if (one_in(30)) return std::string(kDeep, one_in(2) ? '[' : '{');
    if (one_in(30)) return value();
    Json json = one_in(8) ? Json::object() : bodies_.at(pick(bodies_.size()));
    for (std::size_t i = pick(4); i > 0; --i)
        spoil(json);
    if (one_in(6) && json.is_object()) {
        for (std::size_t i = 0; i < 8; ++i)
            json[std::string(kNames.at(pick(kNames.size())))] = json_value();
    }
    auto text = json.dump(-1, ' ', false, Json::error_handler_t::ignore);
    if (one_in(12)) text.resize(pick(text.size() + 1));
    if (one_in(20)) text.insert(pick(text.size() + 1), value());
    return text;
}

std::string HostileInput::spoiled(std::string request) {
    constexpr auto kPieces = std::to_array<std::string_view>(
        {"\r\n",
         "\n",
         "\r",
         "\r\n\r\n",
         " ",
         ":",
         "\t",
         "%00",
         "Content-Length: 5\r\n",
         "Content-Length: -1\r\n",
         "Transfer-Encoding: chunked\r\n",
         "Host: evil.example\r\n",
         "Expect: 100-continue\r\n",
         "HTTP/9.9",
         "Range: bytes=0-1,2-3,4-5\r\n",
         "Range: bytes=-\r\n",
         "Connection: upgrade\r\n"}
    );
    for (std::size_t i = 1 + pick(6); i > 0 && !request.empty(); --i) {
        const auto at = pick(request.size());
        switch (pick(5)) {
            case 0:
                request[at] = static_cast<char>(pick(256));
                break;
            case 1:
                request.erase(at, 1 + pick(8));
                break;
            case 2:
                request.insert(at, request.substr(pick(request.size()), pick(60)));
                break;
            case 3:
                request.resize(at);
                break;
            default:
                request.insert(at, kPieces.at(pick(kPieces.size())));
        }
    }
    return request;
}

}  // namespace roost::test
