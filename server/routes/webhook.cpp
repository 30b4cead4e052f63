// What Meta calls: the verification handshake and the signed notifications.
#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include <openssl/crypto.h>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/gate.h"
#include "server/app/receive_webhook.h"
#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/http/signature.h"
#include "server/routes/routes.h"
#include "shared/wire/webhook.h"

namespace roost {

namespace {

constexpr std::size_t kWebhookBytes = std::size_t{3} * 1024 * 1024;  // Meta's own bound
constexpr std::array<std::string_view, 2> kPaths{"/webhooks/whatsapp", "/api/whatsapp/webhook"};

bool equals_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Reply verify(const std::string& expected_token, const Request& request) {
    const auto token = request.query_value("hub.verify_token").value_or("");
    const bool is_subscribing = request.query_value("hub.mode") == "subscribe";
    const bool is_known = !expected_token.empty() && equals_in_constant_time(token, expected_token);
    if (!is_subscribing || !is_known) {
        return problem_reply(403, "forbidden", "The verify token is not the one Roost was given.");
    }
    return text_reply(200, request.query_value("hub.challenge").value_or(""));
}

// The secret of one number's app says nothing about the numbers of another app.
bool is_signed(const Deps& deps, std::string_view body, std::string_view signature) {
    const auto secrets = deps.numbers.app_secrets();
    if (!is_signed_by(secrets, body, signature)) return false;
    const auto parsed = secrets.size() > 1 ? parse_webhook(body, deps.clock.now()) : ParsedWebhook{};
    if (!parsed) return true;  // what cannot be read is about no number
    return std::all_of(parsed->items.begin(), parsed->items.end(), [&](const WebhookItem& item) {
        const auto key = std::visit([](const auto& known) { return known.account_key; }, item);
        const auto its = deps.numbers.app_secrets_for(key);
        return its.empty() || is_signed_by(its, body, signature);
    });
}

Reply receive(const Deps& deps, const Request& request) {
    const auto signature = request.header("X-Hub-Signature-256").value_or("");
    if (!is_signed(deps, request.body, signature)) {
        return problem_reply(
            401, "unauthorized", "The signature is missing or does not match the app secret."
        );
    }
    // All count together: Meta has many addresses. What is refused here comes again. Whoever cannot sign uses
    // nothing of it up.
    const auto allowance =
        deps.gate.limits.take("webhooks", deps.config.webhooks_per_minute, deps.clock.now());
    if (!allowance.is_allowed) return wait_reply(allowance.retry_seconds, "These are too many webhooks.");
    const auto receipt = receive_webhook(deps, request.body);
    return receipt ? text_reply(200, "EVENT_RECEIVED") : error_reply(receipt.error());
}

}  // namespace

void bind_webhook(Router& router, const RouteDeps& on) {
    for (const auto path : kPaths) {
        const auto get = [token = on.deps.config.verify_token](const Request& request) {
            return verify(token, request);
        };
        router.add("GET", path, open_to_all(get));
        const auto post = [&deps = on.deps](const Request& request) { return receive(deps, request); };
        router.add("POST", path, open_to_all(post), kWebhookBytes);
    }
}

}  // namespace roost
