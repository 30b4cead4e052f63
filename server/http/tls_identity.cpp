#include "server/http/tls_identity.h"

#include <openssl/ssl.h>
#include <sys/stat.h>

#include <utility>

namespace roost {

namespace {

// What tells one state of a file from the next, through links too.
std::string stamp_of(const std::string& file) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0) return "none";
    return std::to_string(facts.st_ino) + " " + std::to_string(facts.st_size) + " " +
           std::to_string(facts.st_mtim.tv_sec) + " " + std::to_string(facts.st_mtim.tv_nsec);
}

std::string stamp_of(const TlsFiles& files) {
    return stamp_of(files.certificate) + " " + stamp_of(files.key);
}

}  // namespace

TlsIdentity::TlsIdentity(TlsFiles files, std::string host)
    : files_(std::move(files)), host_(std::move(host)), context_(nullptr, SSL_CTX_free) {}

TlsIdentity::~TlsIdentity() = default;

Result<std::unique_ptr<TlsIdentity>> TlsIdentity::open(TlsFiles files, std::string host) {
    std::unique_ptr<TlsIdentity> identity(new TlsIdentity(std::move(files), std::move(host)));
    RETURN_IF_ERROR(identity->load());
    return identity;
}

Status TlsIdentity::load() {
    stamp_ = stamp_of(files_);
    ASSIGN_OR_RETURN(auto loaded, load_certificate(files_, host_));
    const std::lock_guard lock(mutex_);
    context_.swap(loaded.context);
    facts_ = loaded.facts;
    return {};
}

std::unique_ptr<TlsSession> TlsIdentity::new_session(int fd) const {
    const std::lock_guard lock(mutex_);
    SSL* session = SSL_new(context_.get());
    if (session == nullptr) return nullptr;
    auto owned = std::make_unique<TlsSession>(session);
    return SSL_set_fd(session, fd) == 1 ? std::move(owned) : nullptr;
}

Result<bool> TlsIdentity::refresh(Look look) {
    if (look == Look::kIfChanged && stamp_of(files_) == stamp_) return false;
    RETURN_IF_ERROR(load());
    return true;
}

CertificateFacts TlsIdentity::facts() const {
    const std::lock_guard lock(mutex_);
    return facts_;
}

}  // namespace roost
