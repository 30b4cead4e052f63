// A certificate and its key in two PEM files, and what the server offers with them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/base/time.h"

struct ssl_ctx_st;

namespace roost {

struct TlsFiles {
    std::string certificate;  // with the chain that leads to an authority
    std::string key;          // without a passphrase: nobody is there to type it

    bool operator==(const TlsFiles&) const = default;
};

struct CertificateFacts {
    UnixMillis begins_at = 0;
    UnixMillis expires_at = 0;
    bool names_host = false;  // the one that was asked about
};

using TlsContext = std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st*)>;

struct LoadedCertificate {
    TlsContext context;
    CertificateFacts facts;
};

// Ready for the connections of a server: TLS 1.2 and 1.3. kInvalid with a sentence that names the file: it
// cannot be read, is no PEM, or the key belongs to another certificate. `host` is a name or an address.
Result<LoadedCertificate> load_certificate(const TlsFiles& files, const std::string& host);

// What browsers will refuse about a certificate that can be read, in a sentence; absent = nothing. Pure.
std::optional<std::string> certificate_trouble(const CertificateFacts& facts, UnixMillis now);

}  // namespace roost
