#include <string_view>
#include <utility>

#include "server/doctor/judge.h"

namespace roost::doctor {

namespace {

Finding unreached(const CallbackSeen& seen, WebStep failed_at, const std::string& reason) {
    const auto words = " (" + reason + ").";
    switch (failed_at) {
        case WebStep::kName:
            return bad(
                Check::kCallback,
                "DNS: the name in " + seen.url + " cannot be resolved" + words,
                "Enter the name at whoever keeps its domain, or correct the setting public_url."
            );
        case WebStep::kConnection:
            return bad(
                Check::kCallback,
                "TCP: nobody listens at " + seen.url + words,
                "Start roost serve and what stands before it, and open the port in the firewall."
            );
        case WebStep::kTls:
            return bad(
                Check::kCallback,
                "TLS: the certificate of " + seen.url + " is not good" + words,
                "Get one from a public authority (Caddy does it by itself): Meta takes no other."
            );
        case WebStep::kAnswer:
            break;
    }
    return bad(
        Check::kCallback,
        "HTTP: " + seen.url + " does not answer" + words,
        "See whether roost serve runs, and whether what stands before it passes requests on."
    );
}

Finding judge_answers(const CallbackSeen& seen) {
    if (seen.right.failed_at) return unreached(seen, *seen.right.failed_at, seen.right.reason);
    if (seen.right.http == 403) {
        return bad(
            Check::kCallback,
            seen.url + " refuses the verify token.",
            "Start the server there with the same verify_token as this configuration has."
        );
    }
    if (!answers_challenge(seen)) {
        return bad(
            Check::kCallback,
            "Something else than Roost answers at " + seen.url + " (" + std::to_string(seen.right.http) +
                ").",
            "Let what stands before Roost pass /webhooks/whatsapp on, or correct the setting public_url."
        );
    }
    if (seen.wrong.failed_at) return unreached(seen, *seen.wrong.failed_at, seen.wrong.reason);
    if (seen.wrong.http >= 200 && seen.wrong.http < 300) {
        return bad(
            Check::kCallback,
            seen.url + " takes any verify token.",
            "Let what stands before Roost pass the query on as it is, and answer nothing itself."
        );
    }
    return {
        Check::kCallback,
        Verdict::kGood,
        seen.url + " answers the right token and refuses a wrong one, as seen from this machine."};
}

}  // namespace

Finding judge_callback(const Observations& seen) {
    const auto& config = seen.config;
    if (!seen.callback) {
        Finding finding{Check::kCallback, Verdict::kNotLooked, "The configuration has to be right first."};
        if (seen.settings.is_demo) finding.summary = "The demo plays Meta itself.";
        if (seen.settings.is_demo || !seen.settings.problem.empty()) return finding;
        if (!config.public_url.empty()) {
            finding.summary = "The setting verify_token is missing.";
            return finding;
        }
        finding.summary = "The setting public_url is missing: nobody knows the address that Meta calls.";
        finding.repair = "Set ROOST_PUBLIC_URL to it, such as https://inbox.example.org.";
        return finding;
    }
    // A Meta that is played on this machine needs no certificate.
    const bool is_plain = config.public_url.starts_with("http://");
    if (is_plain && !is_loopback(config.graph_url)) {
        return bad(
            Check::kCallback,
            "Meta calls https addresses only, and public_url is " + config.public_url + ".",
            "Put a server with a certificate (Caddy, nginx) before Roost, and set public_url to its address."
        );
    }
    auto finding = judge_answers(*seen.callback);
    finding.details["url"] = seen.callback->url;
    return finding;
}

}  // namespace roost::doctor
