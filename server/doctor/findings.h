// What the doctor says of each part of the way between this installation and an answered customer.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"

namespace roost::doctor {

// In the order in which one stands on another.
enum class Check {
    kConfiguration,
    kDataFolder,
    kDisk,
    kDatabase,
    kClock,
    kGraph,
    kToken,
    kScopes,
    kNumber,
    kBusinessAccount,
    kSubscription,
    kCertificate,
    kCallback,
    kLastWebhook,
};

// Stable, for programs: "data_folder".
std::string_view check_name(Check check);
// For people: "data folder".
std::string_view check_title(Check check);

enum class Verdict { kGood, kBad, kNotLooked };
std::string_view verdict_name(Verdict verdict);  // "good", "bad", "not_looked_at"

struct Finding {
    Check check = Check::kConfiguration;
    Verdict verdict = Verdict::kGood;
    std::string summary;  // what was found; of kNotLooked: why it was not looked at
    // One plain sentence. Always there when it is bad; of a good one it is advice, of one that was not looked
    // at it may say what would let it be.
    std::string repair = {};
    Json details = Json::object();  // for programs: texts, numbers and lists of texts

    bool operator==(const Finding&) const = default;
};

Finding bad(Check check, std::string summary, std::string_view repair);
Finding not_looked(Check check, std::string why, std::string repair = {});

// No check is bad.
bool is_well(const std::vector<Finding>& findings);

}  // namespace roost::doctor
