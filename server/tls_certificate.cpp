#include "server/tls_certificate.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string_view>
#include <utility>

namespace roost {

namespace {

Status broken(std::string_view file, std::string_view what) {
    return fail(ErrorCode::kInvalid, std::string(file) + " " + std::string(what));
}

Status check_readable(const std::string& file, std::string_view setting) {
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    stream.peek();
    if (stream) return {};
    const std::string why = errno != 0 ? std::strerror(errno) : "it is no file";
    return broken(file, "(" + std::string(setting) + ") cannot be read: " + why + ".");
}

// Nobody is there to be asked, and the library would ask the terminal.
int no_passphrase(char* /*to*/, int /*size*/, int /*for_writing*/, void* /*data*/) {
    return 0;
}

// Browsers offer HTTP/2 beside it. Without an offer the client knows what it wants.
int choose_http(
    SSL* /*session*/,
    const unsigned char** chosen,
    unsigned char* chosen_size,
    const unsigned char* offered,
    unsigned int offered_size,
    void* /*data*/
) {
    static constexpr std::array<unsigned char, 9> kOurs{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    const int result =
        SSL_select_next_proto(&found, chosen_size, kOurs.data(), kOurs.size(), offered, offered_size);
    if (result != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

// Of TLS 1.2 only what keeps its secrets when the key is lost later and what authenticates as it encrypts.
TlsContext new_context() {
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context) return context;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(
        context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE
    );
    SSL_CTX_set_mode(
        context.get(),
        SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS
    );
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_default_passwd_cb(context.get(), no_passphrase);
    SSL_CTX_set_alpn_select_cb(context.get(), choose_http, nullptr);
    return context;
}

Status load_files(SSL_CTX* context, const TlsFiles& files) {
    RETURN_IF_ERROR(check_readable(files.certificate, "tls_cert"));
    RETURN_IF_ERROR(check_readable(files.key, "tls_key"));
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1)
        return broken(files.certificate, "(tls_cert) holds no certificate in PEM form.");
    if (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) == 1) return {};
    const auto reason = ERR_GET_REASON(ERR_peek_last_error());
    ERR_clear_error();
    if (reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH)
        return broken(files.key, "(tls_key) is not the key of the certificate in " + files.certificate + ".");
    return broken(files.key, "(tls_key) holds no key in PEM form, or one with a passphrase.");
}

UnixMillis millis_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    return UnixMillis{::timegm(&parts)} * kSecond;
}

bool is_for(X509* certificate, const std::string& host) {
    return X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1 ||
           X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

CertificateFacts facts_of(SSL_CTX* context, const std::string& host) {
    X509* certificate = SSL_CTX_get0_certificate(context);
    const CertificateFacts facts{
        millis_of(X509_get0_notBefore(certificate)),
        millis_of(X509_get0_notAfter(certificate)),
        is_for(certificate, host)};
    ERR_clear_error();
    return facts;
}

}  // namespace

Result<LoadedCertificate> load_certificate(const TlsFiles& files, const std::string& host) {
    auto context = new_context();
    if (!context) return fail(ErrorCode::kInternal, "There is not enough memory for TLS.");
    RETURN_IF_ERROR(load_files(context.get(), files));
    const auto facts = facts_of(context.get(), host);
    return LoadedCertificate{std::move(context), facts};
}

std::optional<std::string> certificate_trouble(const CertificateFacts& facts, UnixMillis now) {
    if (now < facts.begins_at) return "The certificate is not valid yet.";
    if (now >= facts.expires_at) return "The certificate has expired.";
    if (!facts.names_host) return "The certificate is for another name than that of public_url.";
    return std::nullopt;
}

}  // namespace roost
