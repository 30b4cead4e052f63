// What the probes saw, before anybody judges it. Plain values; absent = it was not looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/cloud/callback_look.h"
#include "server/cloud/cloud_inspection.h"
#include "server/config.h"
#include "server/tls_certificate.h"
#include "server/web_get.h"
#include "shared/base/result.h"

namespace roost::doctor {

struct SettingsSeen {
    std::string file;  // of the settings
    bool has_file = false;
    bool is_file_readable = false;
    bool has_secrets_in_file = false;
    unsigned mode = 0;    // of the file
    std::string problem;  // why they are refused; empty = they are not
    std::vector<MissingSetting> missing;
    bool is_demo = false;
};

struct FolderSeen {
    std::string path;
    bool is_there = false;
    bool is_folder = false;
    bool is_ours = false;  // or we are root, whom it need not belong to
    bool is_writable = false;
    unsigned mode = 0;
    std::vector<std::string> open_keys;  // names of keys and tokens in it that others may read or write
};

struct DatabaseSeen {
    std::string file;
    bool is_there = false;
    std::string problem;             // it cannot be read; empty = it can
    std::vector<std::string> wrong;  // a sentence each
    int schema = 0;
    int known_schema = 0;            // of this program
    UnixMillis last_webhook_at = 0;  // 0 = none is stored
};

struct Observations {
    UnixMillis now = 0;
    SettingsSeen settings;
    Config config;    // as far as it could be read; what it leaves out of a number is of the database
    int numbers = 0;  // that were connected in the client
    std::optional<FolderSeen> folder;
    std::optional<std::int64_t> free_bytes;  // for us, where the data folder lies
    std::optional<DatabaseSeen> database;
    std::optional<GraphContact> graph;
    UnixMillis graph_answered_at = 0;  // by our clock
    std::optional<CloudLook<TokenFacts>> token;
    std::optional<CloudLook<NumberFacts>> number;
    std::optional<CloudLook<BusinessAccountFacts>> account;
    std::optional<CloudLook<std::vector<SubscribedApp>>> apps;
    std::optional<Result<CertificateFacts>> certificate;  // absent = Roost speaks plain HTTP itself
    std::optional<CallbackSeen> callback;
};

}  // namespace roost::doctor
