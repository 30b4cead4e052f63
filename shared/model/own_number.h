// Our numbers as administrators see them: what Meta tells of each, what is wrong with it, and what changed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/account.h"
#include "shared/model/conversation.h"

namespace roost {

// The client has a sentence for each, in this order.
enum class NumberProblemKind : std::uint8_t {
    kMetaUnreachable,     // detail: why
    kMetaRefused,         // detail: Meta's words
    kTokenRefused,        // detail: Meta's words, if it said any
    kTokenExpired,        // detail: since when, RFC 3339
    kTokenTemporary,      // detail: until when, RFC 3339; under a day, as the dashboard's are
    kTokenEnds,           // detail: until when, RFC 3339; within two weeks
    kScopeMissing,        // detail: the permission
    kNumberUnknown,       // under this id, or not to this token
    kNumberNotWorking,    // detail: Meta's status, "BANNED"
    kNumberUnverified,    //
    kAccountUnknown,      // the business account, or not to this token
    kNumberElsewhere,     // detail: the ids of the numbers that the business account has
    kSecretMissing,       // nothing that Meta delivers can be believed
    kSecretWrong,         // it is not the secret of the token's app
    kNotSubscribed,       // messages go out and none come in
    kAddressPlain,        // detail: the address; Meta calls https alone
    kAddressUnreachable,  // detail: why
    kAddressRefused,      // detail: the address; something else answers there
    kQualityLow,          //
    kNameDeclined,        //
};
inline constexpr std::size_t kNumberProblemKinds = 20;

std::string_view number_problem_name(NumberProblemKind kind);  // "meta_unreachable", …
std::optional<NumberProblemKind> parse_number_problem(std::string_view name);

// With it the number cannot work at all: it is not connected. All others are told, and waited for.
bool prevents_connecting(NumberProblemKind kind);

struct NumberProblem {
    NumberProblemKind kind = NumberProblemKind::kMetaUnreachable;
    std::string detail;

    bool operator==(const NumberProblem&) const = default;
};

// In Meta's own words (cloud-api §5); empty = not told.
struct NumberHealth {
    UnixMillis checked_at = 0;  // 0 = never
    std::string display_number;
    std::string verified_name;
    std::string quality;          // GREEN, YELLOW, RED, UNKNOWN
    std::string messaging_limit;  // TIER_10K
    std::string throughput;       // STANDARD, HIGH
    std::string status;           // CONNECTED, FLAGGED, …
    std::string name_status;      // APPROVED, PENDING_REVIEW, DECLINED, …
    std::string code_status;      // VERIFIED, …
    std::string mode;             // LIVE, SANDBOX
    std::string account_name;
    UnixMillis token_expires_at = 0;  // 0 = never, or not told
    bool is_subscribed = false;
    std::vector<NumberProblem> problems;

    bool operator==(const NumberHealth&) const = default;
};

// What agents see of it; there is none before Meta told it.
bool has_name(const NumberHealth& health);
AccountName name_of(const NumberHealth& health);

// Which of it changed. The client has a word for each, in this order.
enum class NumberAspect : std::uint8_t {
    kQuality,
    kMessagingLimit,
    kThroughput,
    kStatus,
    kNameStatus,
    kVerifiedName,
    kMode,
    kSubscription,  // "yes" or empty
    kProblem,       // a problem's name: `is` when it came, `was` when it went
};
inline constexpr std::size_t kNumberAspects = 9;

std::string_view number_aspect_name(NumberAspect aspect);  // "quality", …
std::optional<NumberAspect> parse_number_aspect(std::string_view name);

struct NumberChange {
    UnixMillis at = 0;
    NumberAspect aspect = NumberAspect::kQuality;
    std::string was;
    std::string is;

    bool operator==(const NumberChange&) const = default;
};

// What is different in `after`. Nothing that Meta told for the first time, and nothing that it just did not
// tell.
std::vector<NumberChange> changes_between(const NumberHealth& before, const NumberHealth& after);

struct OwnNumber {
    AccountId id;
    Platform platform = Platform::kWhatsApp;
    std::string phone_number_id;
    std::string waba;
    bool is_connected = false;       // else there is only its history
    bool is_from_settings = false;   // of the server: it cannot be changed here
    UnixMillis connected_at = 0;     // 0 = not known
    UnixMillis last_inbound_at = 0;  // the newest message of a customer; 0 = none
    NumberHealth health;

    bool operator==(const OwnNumber&) const = default;
};

// What Meta has to be told once for all numbers, and what they are.
struct OwnNumbers {
    std::vector<OwnNumber> numbers;
    std::string callback_url;
    std::string verify_token;
    UnixMillis last_webhook_at = 0;  // 0 = none yet

    bool operator==(const OwnNumbers&) const = default;
};

}  // namespace roost
