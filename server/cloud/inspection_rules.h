// What the facts mean that Meta tells of token, number and account. Pure. Sources: cloud-api §1, §5.
#pragma once

#include <string>
#include <vector>

#include "server/cloud/cloud_inspection.h"

namespace roost {

inline constexpr UnixMillis kTemporaryToken = kDay;  // lives no longer: it is one of the dashboard's

bool has_ended(const TokenFacts& token, UnixMillis now);

// It ends so soon that it was never made to last.
bool is_temporary(const TokenFacts& token, UnixMillis now);

// Of those that sending and managing need.
std::vector<std::string> missing_scopes(const TokenFacts& token);

// Messages go out and come in. Whether it was verified is a question of its own.
bool is_working(const NumberFacts& number);
bool is_unverified(const NumberFacts& number);
// Meta will lower its limits, or block it.
bool is_low_in_quality(const NumberFacts& number);

bool holds_number(const BusinessAccountFacts& account, std::string_view phone_number_id);

// By the app of the token; by any, where it is not known whose the token is.
bool is_subscribed(const std::vector<SubscribedApp>& apps, const TokenFacts* token);

}  // namespace roost
