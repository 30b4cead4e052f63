#include "server/app/qr_code.h"

#include <qrencode.h>

#include <algorithm>
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

std::string qr_svg(const std::vector<std::string>& rows) {
    constexpr std::size_t kMargin = 4;
    const auto side = std::to_string(rows.size() + 2 * kMargin);
    std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + side + " " + side +
                      R"(" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h)" + side + "v" + side +
                      "H0z\"/><path d=\"";
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (auto begin = rows[y].find('1'); begin != std::string::npos;) {
            const auto end = std::min(rows[y].find('0', begin), rows[y].size());
            const auto width = std::to_string(end - begin);
            svg.append("M").append(std::to_string(begin + kMargin)).append(" ");
            svg.append(std::to_string(y + kMargin)).append("h").append(width);
            svg.append("v1h-").append(width).append("z");
            begin = rows[y].find('1', end);
        }
    }
    return svg + "\"/></svg>";
}

}  // namespace roost
