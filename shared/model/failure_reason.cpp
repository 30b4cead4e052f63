#include "shared/model/failure_reason.h"

#include <algorithm>

namespace roost {

std::optional<FailureReason> reason_said(std::string_view english) {
    const auto found = std::find(kEnglishFailures.begin(), kEnglishFailures.end(), english);
    if (found == kEnglishFailures.end()) return std::nullopt;
    return static_cast<FailureReason>(found - kEnglishFailures.begin());
}

}  // namespace roost
