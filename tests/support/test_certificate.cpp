#include "tests/support/test_certificate.h"

#include <doctest/doctest.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace roost::test {

namespace {

using Bio = std::unique_ptr<BIO, int (*)(BIO*)>;

std::string text_in(BIO* bio) {
    const char* bytes = nullptr;
    const auto size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

void add_name(X509* certificate, const std::string& host) {
    const auto value = "DNS:" + host;
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void set_subject(X509* certificate, const std::string& name) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto* bytes = reinterpret_cast<const unsigned char*>(name.c_str());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes, -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
}

}  // namespace

MadeCertificate make_certificate(const CertificateWish& wish) {
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, void (*)(X509*)> certificate(X509_new(), X509_free);
    X509* made = certificate.get();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
    X509_gmtime_adj(X509_getm_notBefore(made), wish.begins_in / kSecond);
    X509_gmtime_adj(X509_getm_notAfter(made), wish.ends_in / kSecond);
    X509_set_pubkey(made, key.get());
    set_subject(made, wish.name);
    add_name(made, wish.host);
    REQUIRE(X509_sign(made, key.get(), EVP_sha256()) > 0);
    const Bio text(BIO_new(BIO_s_mem()), BIO_free);
    const Bio key_text(BIO_new(BIO_s_mem()), BIO_free);
    REQUIRE(PEM_write_bio_X509(text.get(), made) == 1);
    REQUIRE(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return {text_in(text.get()), text_in(key_text.get())};
}

}  // namespace roost::test
