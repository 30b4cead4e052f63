// One real-shaped webhook of each kind of message, and of each way in which a kind can come.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace roost::test {

struct KindSample {
    std::string name;  // "text", "interactive_flow", …
    std::string body;

    // What changes an earlier message is nothing by itself: it follows the sample "text".
    bool is_change() const { return name == "edit" || name == "revoke"; }
};

inline std::vector<KindSample> kind_samples() {
    const auto folder = std::filesystem::path(ROOST_SOURCE_DIR) / "tests" / "fixtures" / "webhooks";
    std::vector<KindSample> samples;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        samples.push_back(
            {entry.path().stem().string(),
             {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}}
        );
    }
    std::sort(samples.begin(), samples.end(), [](const KindSample& a, const KindSample& b) {
        return a.name < b.name;
    });
    REQUIRE(samples.size() >= 37);
    return samples;
}

inline std::string kind_sample(const std::string& name) {
    for (const KindSample& sample : kind_samples()) {
        if (sample.name == name) return sample.body;
    }
    FAIL("there is no sample " << name);
    return {};
}

}  // namespace roost::test
