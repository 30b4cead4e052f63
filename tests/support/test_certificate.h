// Certificates that a test makes for itself, signed by themselves.
#pragma once

#include <string>

#include "shared/base/time.h"

namespace roost::test {

struct MadeCertificate {
    std::string certificate;  // PEM
    std::string key;
};

struct CertificateWish {
    std::string host = "localhost";
    std::string name = "first";  // the subject, to tell one from another
    UnixMillis begins_in = -kDay;
    UnixMillis ends_in = 90 * kDay;
};

MadeCertificate make_certificate(const CertificateWish& wish = {});

}  // namespace roost::test
