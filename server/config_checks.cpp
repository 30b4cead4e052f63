#include "server/config_checks.h"

#include <string>

#include "server/http/entrance.h"

namespace roost {

Status check_complete(const Config& config) {
    const bool names_number = !config.phone_number_id.empty() || !config.access_token.empty() ||
                              !config.app_secret.empty() || !config.waba_id.empty();
    const auto missing = missing_settings(config);
    // Without any of it, numbers are connected in the client.
    if (missing.empty() || !names_number) return {};
    return fail(
        ErrorCode::kInvalid,
        "The setting " + missing.front().name + " is missing: set " + missing.front().variables +
            ", or write it into roost.toml. Without any number in the settings, connect one in the client."
    );
}

Status check_tls(const Config& config) {
    if (config.tls_cert.empty() != config.tls_key.empty()) {
        const bool has_key = config.tls_cert.empty();
        return fail(
            ErrorCode::kInvalid,
            std::string("The setting ") + (has_key ? "tls_key" : "tls_cert") + " needs " +
                (has_key ? "tls_cert" : "tls_key") + " beside it: HTTPS takes a certificate and its key."
        );
    }
    if (config.tls_cert.empty()) return {};
    if (config.is_demo) {
        return fail(ErrorCode::kInvalid, "The demo speaks plain HTTP: leave tls_cert and tls_key out.");
    }
    if (!config.public_url.starts_with("http://")) return {};
    return fail(
        ErrorCode::kInvalid,
        "The setting public_url begins with http://, but with tls_cert Roost speaks HTTPS only: let it begin "
        "with https://."
    );
}

std::string public_host(const Config& config) {
    return config.public_url.empty() ? "localhost" : entrance_for(config.public_url, config.bind).name;
}

}  // namespace roost
