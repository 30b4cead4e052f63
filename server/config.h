// Every setting of `roost serve`: flags over environment over roost.toml over defaults. Secrets stand only
// here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

struct Config {
    std::string bind = "127.0.0.1";
    int port = 8080;
    std::string data_folder = "data";
    std::string web_folder;       // the packaged client
    std::string public_url;       // empty = http(s)://localhost:<port>
    std::string tls_cert;         // PEM, with its chain; empty = plain HTTP
    std::string tls_key;          // PEM, without a passphrase
    std::string trusted_proxies;  // addresses whose X-Forwarded-For is believed; separated by commas
    std::string graph_url = "https://graph.facebook.com";
    std::string graph_version = "v23.0";
    std::string app_secret;
    std::string verify_token;  // made and kept in the data folder if there is none
    std::string access_token;
    std::string phone_number_id;
    std::string waba_id;
    std::string secret_key;   // 64 hexadecimal digits, which secrets in the database are sealed with
    std::string session_key;  // 32 bytes for access tokens; made and kept in the data folder on first start
    // A message that may have gone out is sent again if no status webhook settled it in this time. `sent`
    // follows within seconds, and Meta repeats a webhook that was not answered at once and then at growing
    // distances: this covers a restart of Roost and the first repetitions. A message twice is worse than one
    // that is late.
    int ambiguous_grace_seconds = 90;
    std::string brand_name = "Roost";
    std::string brand_colour;  // "#5B2A86"; empty = our own
    std::string brand_logo;    // an SVG, PNG or WebP file; empty = our own
    bool is_demo = false;
    int http_workers = 48;
    int requests_per_minute = 100;        // of one agent or one API key
    int streams_per_agent = 64;           // open at the same time; ten tabs of one browser share one
    int webhooks_per_minute = 1'200'000;  // of all together: far above what Meta sends, below what drowns
    int webhook_log_days = 30;            // how long a webhook that was taken in can be read and replayed
    std::string log_file;                 // empty = standard error
    bool log_json = false;
    bool log_requests = false;  // not only those that went wrong
    std::string backup_folder;  // empty = none are made
    int backup_hours = 24;      // between two
    int backups_kept = 7;
    std::string record_types = "project, petty_cash, lead, employee";  // what conversations are linked to
    std::string password_list;  // common passwords, one a line; empty = where Debian has one
};

struct ConfigSources {
    std::vector<std::string> arguments;              // after `roost serve`
    std::map<std::string, std::string> environment;  // empty values count as absent
    std::string file_text;                           // roost.toml; empty = there is none
};

// kInvalid with one sentence that names the setting and where it may be set. A secret on the command line is
// refused: every user of the machine could read it in the process list. `session_key` stays empty. Pure.
Result<Config> parse_config(const ConfigSources& sources);

// Only what the sources say: what is needed may be missing, and no address is made of the port. For whoever
// looks at an installation that is not complete. kInvalid as above. Pure.
Result<Config> read_settings(const ConfigSources& sources);

struct MissingSetting {
    std::string name;
    std::string variables;  // "ROOST_APP_SECRET (or WHATSAPP_APP_SECRET)"
};
// What the settings lack to connect a number by themselves. None in the demo, which makes its own.
std::vector<MissingSetting> missing_settings(const Config& config);

// Every secret of the settings, as often as it must not be shown: each of several on its own too.
std::vector<std::string> secrets_of(const Config& config);

// The value of --config, by default "roost.toml": which file to read before parse_config.
std::string config_file_name(const std::vector<std::string>& arguments);

// One line per setting: flag, environment names, meaning.
std::string settings_help();

}  // namespace roost
