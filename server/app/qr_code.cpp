#include "server/app/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace roost {

std::vector<std::string> qr_rows(std::string_view text) {
    struct Freed {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::string whole(text);
    const std::unique_ptr<QRcode, Freed> code(
        QRcode_encodeString(whole.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)
    );
    if (!code) return {};
    const auto width = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows(width, std::string(width, '0'));
    for (std::size_t i = 0; i < width * width; ++i) {
        if ((code->data[i] & 1U) != 0) rows[i / width][i % width] = '1';
    }
    return rows;
}

}  // namespace roost
