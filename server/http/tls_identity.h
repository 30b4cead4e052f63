// Who the server is under TLS: a certificate with its key, which is read again when its files change.
// Connections that are open keep what they began with.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "server/http/socket_io.h"
#include "server/tls_certificate.h"
#include "shared/base/result.h"

namespace roost {

class TlsIdentity {
  public:
    // As load_certificate().
    static Result<std::unique_ptr<TlsIdentity>> open(TlsFiles files, std::string host);
    ~TlsIdentity();
    TlsIdentity(const TlsIdentity&) = delete;
    TlsIdentity& operator=(const TlsIdentity&) = delete;

    // Null when memory is short. Any thread.
    std::unique_ptr<TlsSession> new_session(int fd) const;

    enum class Look { kIfChanged, kAnyway };
    // True = from now on new connections get what the files hold now. An error, once for each change: they
    // are no pair, and what was good stays in use. One thread at a time.
    Result<bool> refresh(Look look = Look::kIfChanged);

    CertificateFacts facts() const;  // of the certificate in use; any thread

  private:
    TlsIdentity(TlsFiles files, std::string host);
    Status load();

    const TlsFiles files_;
    const std::string host_;
    std::string stamp_;         // of the files as they were when they were last read
    mutable std::mutex mutex_;  // guards all below
    TlsContext context_;
    CertificateFacts facts_;
};

}  // namespace roost
