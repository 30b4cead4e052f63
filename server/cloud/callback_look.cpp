#include "server/cloud/callback_look.h"

#include "server/random_text.h"

namespace roost {

namespace {

constexpr int kChallengeBytes = 8;

WebAnswer verify(const std::string& url, const std::string& token, const std::string& challenge) {
    return web_get(
        {url + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + url_escaped(token)}
    );
}

}  // namespace

bool answers_challenge(const CallbackSeen& seen) {
    return !seen.right.failed_at && seen.right.http == 200 && seen.right.body == seen.challenge;
}

CallbackSeen look_at_callback(const std::string& public_url, const std::string& verify_token) {
    CallbackSeen seen;
    seen.url = public_url + kCallbackPath;
    seen.challenge = random_hexadecimal(kChallengeBytes);
    seen.right = verify(seen.url, verify_token, seen.challenge);
    if (!seen.right.failed_at)
        seen.wrong = verify(seen.url, random_hexadecimal(kChallengeBytes), seen.challenge);
    return seen;
}

}  // namespace roost
