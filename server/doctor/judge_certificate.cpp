#include "server/doctor/judge.h"

namespace roost::doctor {

Finding judge_certificate(const Observations& seen) {
    if (!seen.certificate && !seen.settings.problem.empty())
        return not_looked(Check::kCertificate, "Without the configuration nobody knows where it is.");
    if (!seen.certificate) {
        return {
            Check::kCertificate,
            Verdict::kGood,
            "Roost speaks plain HTTP itself: what stands before it has the certificate."};
    }
    const auto& read = *seen.certificate;
    if (!read) {
        return bad(
            Check::kCertificate,
            read.error().message,
            "Let tls_cert and tls_key name a certificate and its own key, which the user that runs Roost may "
            "read."
        );
    }
    Finding finding{Check::kCertificate, Verdict::kGood, {}};
    finding.details = {{"expires_at", to_rfc3339(read->expires_at)}};
    const auto trouble = certificate_trouble(*read, seen.now);
    const auto left = read->expires_at - seen.now;
    finding.summary = trouble.value_or("It is good for " + in_words(left) + " more.");
    if (trouble) finding.verdict = Verdict::kBad;
    if (trouble || left < kSoon) {
        finding.repair =
            "Put a new one in place of tls_cert and tls_key: Roost reads it within a minute, without a "
            "restart.";
    }
    return finding;
}

}  // namespace roost::doctor
