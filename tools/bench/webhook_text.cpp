#include "tools/bench/webhook_text.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace roost::bench {

std::string webhook_body(const Sender& sender, const CustomerText& message) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":)"
           R"({"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":")" +
           sender.phone_number_id + R"("},"contacts":[{"profile":{"name":"Customer )" + message.from +
           R"("},"wa_id":")" + message.from + R"("}],"messages":[{"from":")" + message.from + R"(","id":")" +
           message.wamid + R"(","timestamp":")" + std::to_string(message.at) +
           R"(","type":"text","text":{"body":")" + message.text + R"("}}]},"field":"messages"}]}]})";
}

std::string signature_of(std::string_view app_secret, std::string_view body) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    HMAC(
        EVP_sha256(),
        app_secret.data(),
        static_cast<int>(app_secret.size()),
        reinterpret_cast<const unsigned char*>(body.data()),
        body.size(),
        digest.data(),
        &size
    );
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text = "sha256=";
    for (unsigned i = 0; i < size; ++i) {
        text += kHex[digest[i] >> 4U];
        text += kHex[digest[i] & 15U];
    }
    return text;
}

std::string signed_request(const Sender& sender, std::string_view body) {
    std::string request =
        "POST " + sender.path +
        " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Hub-Signature-256: " +
        signature_of(sender.app_secret, body) + "\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\n\r\n";
    request += body;
    return request;
}

}  // namespace roost::bench
