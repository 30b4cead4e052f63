// The settings as they are on the screen: which section, what the server told of it, and what is being done.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "client-wasm/app/numbers_state.h"
#include "client-wasm/app/two_factor_state.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// The sections stand beside each other where there is room; elsewhere their list is a place of its own.
enum class SettingsSection : std::uint8_t {
    kNone,
    kSections,
    kAccount,
    kPeople,
    kKeys,
    kLog,
    kWebhooks,
    kNumbers,
    kSites
};

struct SignedInDevice {
    std::string id;
    std::string name;
    std::string address;
    UnixMillis started_at = 0;
    UnixMillis used_at = 0;
    bool is_this = false;
};

struct TeamMember {
    std::string id;
    std::string name;
    std::string email;
    std::string role;
    bool is_active = true;
    bool has_two_factor = false;
};

struct OpenInvitation {
    std::string id;
    std::string email;
    std::string name;
    std::string role;
    UnixMillis ends_at = 0;
};

struct ProgramKey {
    std::string id;
    std::string name;
    std::vector<std::string> scope;
    UnixMillis ends_at = 0;
    UnixMillis used_at = 0;  // 0 = never
};

struct LogEntry {
    std::string id;
    UnixMillis at = 0;
    std::string name;  // of the agent; empty = nobody signed in
    bool is_by_key = false;
    std::string address;
    std::string action;
    std::string subject;
    std::string detail;
};

// What Meta delivered.
struct StoredWebhook {
    std::string id;
    UnixMillis at = 0;
    std::string outcome;  // as the server names it
    std::string error;
    std::string fields;  // between commas, as Meta names them
    std::string kinds;
    std::int64_t size = 0;  // in bytes
    std::string replayed;   // a sentence: what became of it again; empty = it was not
};

// Another program, whose pages show the inbox.
struct OwnSite {
    std::string id;
    std::string name;
    std::vector<std::string> origins;
    std::vector<std::string> types;  // of records that its pages may name; none = all
    std::vector<std::string> scope;
    bool shows_everything = false;
    UnixMillis used_at = 0;       // 0 = never
    UnixMillis old_until = 0;     // how long the secret before is good; 0 = there is none
    std::string script_url = {};  // of the line that its pages carry
};

OwnSite read_own_site(const Json& json);
// What its pages have in them, with a type that it may name.
std::string line_of(const OwnSite& site, const std::vector<std::string>& all_types);

// What a list of the server's is known to hold.
template <class Row>
struct Listed {
    std::vector<Row> all;
    bool has_answer = false;
    int asked = 0;      // the question whose answer is awaited; 0 = none
    std::string error;  // a sentence; empty = none
    std::string next;   // asks for what is older; empty = there is nothing
};

enum class SettingsTask : std::uint8_t {
    kPassword,
    kEndDevice,
    kEndOthers,
    kInvite,
    kChangePerson,
    kWithdraw,
    kMakeKey,
    kRevokeKey,
    kReadWebhook,
    kReplay,
    kBeginTwoFactor,
    kConfirmTwoFactor,
    kRenewCodes,
    kEndTwoFactor,
    kEndTwoFactorOf,  // of somebody else
    kConnectNumber,
    kChangeNumber,
    kDisconnectNumber,
    kCheckNumber,
    kSubscribeNumber,
    kSyncNumber,
    kReadChanges,
    kReadProfile,
    kChangeProfile,
    kMakeSite,
    kChangeSite,
    kRemoveSite,
    kRenewSite,
    kMakeTeam,
    kChangeTeam,
    kRemoveTeam,
    kChooseSight
};

// Something that was asked of the server, and why it was refused: told beside what caused it.
struct SettingsDeed {
    bool is_busy = false;
    ErrorCode code = ErrorCode::kInternal;
    std::string error;                         // a sentence; empty = none
    std::vector<NumberProblem> problems = {};  // of which `error` tells: each belongs to a field
};

enum class SettingsQuestion : std::uint8_t {
    kNone,
    kInvite,
    kPerson,
    kDeactivate,
    kEndTwoFactorOf,
    kMakeKey,
    kRevokeKey,
    kSecret,
    kRenewNumber,
    kDisconnectNumber,
    kProfile,
    kMakeSite,
    kSite,
    kRemoveSite,
    kRenewSite,
    kSiteLine,  // with the secret, where there is a new one
    kMakeTeam,
    kTeam,
    kRemoveTeam
};

// What the dialog asks, and what has been written into it.
struct SettingsDialog {
    SettingsQuestion question = SettingsQuestion::kNone;
    std::string id;    // whom or what it is about
    std::string name;  // of that
    FieldText name_field;
    FieldText email;
    FieldText days;
    std::string role;
    std::vector<std::string> scope;
    FieldText origins;  // of a site: one a line
    std::vector<std::string> types;
    bool shows_everything = false;
    std::string line;             // for its pages
    bool shows_problems = false;  // finishing was tried
    bool is_link = false;         // the secret is
    std::string secret;           // shown once
    UnixMillis until = 0;         // when the secret ends
    bool wants_focus = false;
};

struct Settings {
    SettingsSection section = SettingsSection::kNone;
    SettingsSection left = SettingsSection::kNone;  // that the list of sections was come back to from
    Listed<SignedInDevice> devices;
    Listed<TeamMember> people;
    Listed<OpenInvitation> invitations;
    Listed<ProgramKey> keys;
    Listed<LogEntry> log;
    Listed<StoredWebhook> webhooks;
    Listed<OwnSite> sites;
    NumbersPage numbers;
    bool shows_failed_alone = false;  // of the webhooks
    std::string webhook;              // the id of the one that is shown as it came; empty = none
    std::string webhook_body;         // of that, laid out for people
    std::map<std::pair<SettingsTask, std::string>, SettingsDeed> deeds;
    FieldText old_password;
    FieldText new_password;
    bool shows_password_problems = false;
    bool has_changed_password = false;
    TwoFactorSettings two_factor;
    SettingsDialog dialog;
    bool wants_focus = false;  // where the section is chosen, or left
    bool is_exporting = false;
};

}  // namespace roost
