// Webhooks as Meta posts them: a signed POST with one text message.
#pragma once

#include <string>
#include <string_view>

namespace roost::bench {

struct Sender {
    std::string app_secret;
    std::string phone_number_id;
    std::string path = "/webhooks/whatsapp";
};

// One customer's text. `wamid` must be fit for JSON as it is, `text` too.
struct CustomerText {
    std::string wamid;
    std::string from;  // digits
    std::string text;
    long long at = 0;  // unix seconds
};

std::string webhook_body(const Sender& sender, const CustomerText& message);
// "sha256=<64 hex>" over the body.
std::string signature_of(std::string_view app_secret, std::string_view body);
// The whole HTTP/1.1 request, keep-alive.
std::string signed_request(const Sender& sender, std::string_view body);

}  // namespace roost::bench
