// A field whose DOM value is overwritten once per revision.
#pragma once

#include <string>
#include <utility>

namespace roost {

struct FieldText {
    std::string value;
    int revision = 0;

    void set(std::string text) {
        value = std::move(text);
        ++revision;
    }
};

}  // namespace roost
