// From what was seen to what it means and what repairs it. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/doctor/findings.h"
#include "server/doctor/observations.h"

namespace roost::doctor {

inline constexpr std::int64_t kMegabyte = 1'000'000;
inline constexpr std::int64_t kLittleSpace = 1000 * kMegabyte;    // advice below it
inline constexpr std::int64_t kTooLittleSpace = 100 * kMegabyte;  // bad below it
inline constexpr UnixMillis kMostSkew = kMinute;
inline constexpr UnixMillis kSoon = 14 * kDay;  // a certificate ends: who renews it did not

// One finding for each check, in their order. No secret of the settings stands in them, though Meta may
// repeat one in what it says.
std::vector<Finding> judge(const Observations& seen);

// This machine.
Finding judge_settings(const SettingsSeen& seen);
Finding judge_folder(const Observations& seen);
Finding judge_disk(const Observations& seen);
Finding judge_database(const Observations& seen);
Finding judge_certificate(const Observations& seen);
Finding judge_last_webhook(const Observations& seen);

// Meta.
Finding judge_clock(const Observations& seen);
Finding judge_graph(const Observations& seen);
Finding judge_token(const Observations& seen);
Finding judge_scopes(const Observations& seen);
Finding judge_number(const Observations& seen);
Finding judge_account(const Observations& seen);
Finding judge_subscription(const Observations& seen);
Finding judge_callback(const Observations& seen);

// What has to be so before the next is asked.
bool reaches_graph(const Observations& seen);
bool is_refused_token(const CloudLook<TokenFacts>& look);

// Every secret in `text` as "…"; a short one only where it is a word of its own.
std::string redact(std::string text, const std::vector<std::string>& secrets);

// "a, b".
std::string joined(const std::vector<std::string>& parts);

// "40 seconds", "5 minutes", "3 hours", "2 days".
std::string in_words(UnixMillis span);

}  // namespace roost::doctor
