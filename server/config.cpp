#include "server/config.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "server/config_checks.h"
#include "server/http/entrance.h"
#include "shared/base/ids.h"
#include "shared/base/utf8.h"
#include "shared/model/record_link.h"

namespace roost {

namespace {

enum class Kind { kText, kAddresses, kNumber, kUrl, kSwitch, kColour, kPicture, kSecret, kRecordTypes };

// Every setting once: its name in roost.toml; the flag and ROOST_… follow from it.
struct Setting {
    std::string_view name;
    Kind kind;
    std::string Config::*text;
    int Config::*number;
    int greatest;                                 // of a number
    std::array<std::string_view, 4> other_names;  // of the environment: spellings of existing guides
    std::string_view help;
    bool Config::*choice = nullptr;  // of a switch
};

constexpr Setting text_setting(
    std::string_view name,
    std::string Config::*field,
    std::string_view help,
    Kind kind = Kind::kText,
    std::array<std::string_view, 4> other_names = {}
) {
    return {name, kind, field, nullptr, 0, other_names, help};
}

constexpr Setting number_setting(
    std::string_view name, int Config::*field, std::string_view help, int greatest = 512
) {
    return {name, Kind::kNumber, nullptr, field, greatest, {}, help};
}

constexpr Setting switch_setting(std::string_view name, bool Config::*field, std::string_view help) {
    return {name, Kind::kSwitch, nullptr, nullptr, 0, {}, help, field};
}

const auto kSettings = std::to_array<Setting>({
    switch_setting("demo", &Config::is_demo, "start with an inbox of made-up customers, without Meta"),
    text_setting("bind", &Config::bind, "address to listen on"),
    number_setting("port", &Config::port, "port to listen on", 65535),
    text_setting("brand_name", &Config::brand_name, "the name in title and sign-in"),
    text_setting("brand_colour", &Config::brand_colour, "the accent, as #RRGGBB", Kind::kColour),
    text_setting("brand_logo", &Config::brand_logo, "file of the logo: .svg, .png or .webp", Kind::kPicture),
    text_setting("data", &Config::data_folder, "folder for the database, media and keys"),
    text_setting("web", &Config::web_folder, "folder of the packaged client"),
    text_setting("public_url", &Config::public_url, "address as browsers and Meta see it", Kind::kUrl),
    text_setting(
        "tls_cert",
        &Config::tls_cert,
        "PEM file of the certificate and its chain: Roost then speaks HTTPS itself"
    ),
    text_setting("tls_key", &Config::tls_key, "PEM file of its key"),
    text_setting(
        "trusted_proxies",
        &Config::trusted_proxies,
        "addresses of proxies whose X-Forwarded-For is believed: 127.0.0.1, 10.0.0.0/8",
        Kind::kAddresses
    ),
    number_setting("workers", &Config::http_workers, "threads that answer requests"),
    number_setting(
        "ambiguous_grace_seconds",
        &Config::ambiguous_grace_seconds,
        "how long a status is waited for before a message that may have gone out is sent again"
    ),
    number_setting(
        "requests_per_minute",
        &Config::requests_per_minute,
        "requests that one agent or key may make",
        1'000'000
    ),
    number_setting(
        "streams_per_agent",
        &Config::streams_per_agent,
        "event streams that one agent or key may have open at once",
        1'000'000
    ),
    number_setting(
        "webhooks_per_minute", &Config::webhooks_per_minute, "webhooks that are taken in", 100'000'000
    ),
    number_setting(
        "webhook_log_days", &Config::webhook_log_days, "how long the webhook log reaches back", 36'500
    ),
    text_setting(
        "log_file", &Config::log_file, "where the log goes, turned over at 10 MB; else standard error"
    ),
    switch_setting("log_json", &Config::log_json, "log lines as JSON objects"),
    switch_setting("log_requests", &Config::log_requests, "log every request, not only what went wrong"),
    text_setting("backup_folder", &Config::backup_folder, "where backups are made; none without it"),
    number_setting("backup_hours", &Config::backup_hours, "hours between two backups", 8760),
    number_setting("backups_kept", &Config::backups_kept, "how many are kept", 10'000),
    text_setting(
        "secret_key",
        &Config::secret_key,
        "64 hexadecimal digits that seal tokens in the database; made without it",
        Kind::kSecret
    ),
    text_setting(
        "record_types", &Config::record_types, "types of records, as project, lead", Kind::kRecordTypes
    ),
    text_setting("password_list", &Config::password_list, "file of passwords that are too common"),
    text_setting("graph_url", &Config::graph_url, "base of Meta's Graph API", Kind::kUrl),
    text_setting(
        "graph_version", &Config::graph_version, "its version", Kind::kText, {"WHATSAPP_API_VERSION"}
    ),
    text_setting(
        "phone_number_id",
        &Config::phone_number_id,
        "the number Roost sends from",
        Kind::kText,
        {"WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_PHONE_ID"}
    ),
    text_setting(
        "waba_id",
        &Config::waba_id,
        "the WhatsApp Business Account",
        Kind::kText,
        {"WHATSAPP_BUSINESS_ACCOUNT_ID", "WHATSAPP_WABA_ID"}
    ),
    text_setting(
        "app_secret",
        &Config::app_secret,
        "the Meta app's secret; several, separated by commas, for several apps",
        Kind::kSecret,
        {"WHATSAPP_APP_SECRET"}
    ),
    text_setting(
        "verify_token",
        &Config::verify_token,
        "what Meta must repeat when it verifies the webhook address",
        Kind::kSecret,
        {"WHATSAPP_WEBHOOK_VERIFY_TOKEN", "WHATSAPP_VERIFY_TOKEN"}
    ),
    text_setting(
        "access_token",
        &Config::access_token,
        "a permanent token of a system user",
        Kind::kSecret,
        {"WHATSAPP_ACCESS_TOKEN", "WHATSAPP_API_TOKEN", "WHATSAPP_TOKEN"}
    ),
});

std::string flag_of(const Setting& setting) {
    auto flag = "--" + std::string(setting.name);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

std::string variable_of(const Setting& setting) {
    std::string name = "ROOST_";
    for (const char c : setting.name) {
        name.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return name;
}

// "ROOST_APP_SECRET (or WHATSAPP_APP_SECRET)".
std::string variables_of(const Setting& setting) {
    std::string others;
    for (const auto name : setting.other_names) {
        if (!name.empty()) others += (others.empty() ? " (or " : ", ") + std::string(name);
    }
    return variable_of(setting) + others + (others.empty() ? "" : ")");
}

Status bad_value(const Setting& setting, std::string_view what) {
    return fail(ErrorCode::kInvalid, "The setting " + std::string(setting.name) + " " + std::string(what));
}

bool is_colour(std::string_view value) {
    return value.size() == 7 && value.front() == '#' &&
           value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

Status take_number(const Setting& setting, std::string_view value, Config& config) {
    const auto number = parse_decimal(value);
    if (!number || *number < 1 || *number > setting.greatest) {
        return bad_value(
            setting, "must be a whole number from 1 to " + std::to_string(setting.greatest) + "."
        );
    }
    config.*setting.number = static_cast<int>(*number);
    return {};
}

Status take_value(const Setting& setting, std::string_view value, Config& config) {
    const bool has_control =
        std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (has_control) return bad_value(setting, "holds a line break or another control character.");
    switch (setting.kind) {
        case Kind::kNumber:
            return take_number(setting, value, config);
        case Kind::kSwitch:
            if (value != "true" && value != "false" && value != "1" && value != "0") {
                return bad_value(setting, "must be true or false.");
            }
            config.*setting.choice = value == "true" || value == "1";
            return {};
        case Kind::kUrl:
            if (!value.starts_with("http://") && !value.starts_with("https://")) {
                return bad_value(setting, "must begin with http:// or https://.");
            }
            if (value.ends_with('/')) value.remove_suffix(1);
            break;
        case Kind::kColour:
            if (!is_colour(value)) return bad_value(setting, "must be a colour such as #5B2A86.");
            break;
        case Kind::kPicture:
            if (!value.ends_with(".svg") && !value.ends_with(".png") && !value.ends_with(".webp")) {
                return bad_value(setting, "must name an .svg, .png or .webp file.");
            }
            break;
        case Kind::kRecordTypes:
            if (!parse_record_types(value)) return bad_value(setting, "must name types as project, lead.");
            break;
        case Kind::kAddresses:
            if (!parse_address_ranges(value)) return bad_value(setting, "must hold addresses only.");
            break;
        case Kind::kText:
        case Kind::kSecret:
            break;
    }
    config.*setting.text = value;
    return {};
}

Status take_file(const std::string& text, Config& config) {
    const auto parsed = toml::parse(text);
    if (!parsed) {
        const auto line = parsed.error().source().begin.line;
        return fail(ErrorCode::kInvalid, "roost.toml is malformed near line " + std::to_string(line) + ".");
    }
    for (const auto& [key, node] : parsed.table()) {
        const auto setting = std::find_if(std::begin(kSettings), std::end(kSettings), [&](const Setting& s) {
            return s.name == key.str();
        });
        if (setting == std::end(kSettings)) {
            return fail(
                ErrorCode::kInvalid,
                "roost.toml names a setting that does not exist: " + std::string(key.str())
            );
        }
        std::string value;
        if (const auto* text_value = node.as_string()) {
            value = text_value->get();
        } else if (const auto* number = node.as_integer()) {
            value = std::to_string(number->get());
        } else if (const auto* choice = node.as_boolean()) {
            value = choice->get() ? "true" : "false";
        } else {
            return bad_value(*setting, "in roost.toml must be a text or a number.");
        }
        RETURN_IF_ERROR(take_value(*setting, value, config));
    }
    return {};
}

Status take_environment(const std::map<std::string, std::string>& environment, Config& config) {
    for (const auto& setting : kSettings) {
        std::vector<std::string> names = {variable_of(setting)};
        names.insert(names.end(), setting.other_names.begin(), setting.other_names.end());
        for (const auto& name : names) {
            const auto found = environment.find(name);
            if (found == environment.end() || found->second.empty()) continue;
            RETURN_IF_ERROR(take_value(setting, found->second, config));
            break;
        }
    }
    return {};
}

const Setting* find_flag(std::string_view flag) {
    for (const auto& setting : kSettings) {
        if (flag_of(setting) == flag) return &setting;
    }
    return nullptr;
}

Status take_arguments(const std::vector<std::string>& arguments, Config& config) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto equals = arguments[i].find('=');
        const auto flag = arguments[i].substr(0, equals);
        const auto* setting = find_flag(flag);
        if (!setting && flag != "--config") {
            return fail(ErrorCode::kInvalid, "There is no setting " + flag + "; see roost --help.");
        }
        if (setting && setting->kind == Kind::kSecret) {
            return fail(
                ErrorCode::kInvalid,
                "The setting " + std::string(setting->name) +
                    " is a secret and everyone on this machine can read a command line: set " +
                    variables_of(*setting) + ", or write it into roost.toml."
            );
        }
        const bool is_switch = setting && setting->kind == Kind::kSwitch;
        std::string value = "true";
        if (equals != std::string::npos) {
            value = arguments[i].substr(equals + 1);
        } else if (!is_switch) {
            if (++i == arguments.size()) return fail(ErrorCode::kInvalid, flag + " needs a value.");
            value = arguments[i];
        }
        if (setting) RETURN_IF_ERROR(take_value(*setting, value, config));
    }
    return {};
}

}  // namespace

Result<Config> read_settings(const ConfigSources& sources) {
    Config config;
    RETURN_IF_ERROR(take_file(sources.file_text, config));
    RETURN_IF_ERROR(take_environment(sources.environment, config));
    RETURN_IF_ERROR(take_arguments(sources.arguments, config));
    if (config.is_demo && config.data_folder == Config{}.data_folder) config.data_folder += "/demo";
    return config;
}

std::vector<MissingSetting> missing_settings(const Config& config) {
    std::vector<MissingSetting> missing;
    if (config.is_demo) return missing;
    for (const auto& setting : kSettings) {
        constexpr std::array<std::string_view, 3> kNeeded{"phone_number_id", "app_secret", "access_token"};
        const bool is_needed = std::find(kNeeded.begin(), kNeeded.end(), setting.name) != kNeeded.end();
        if (!is_needed || !(config.*setting.text).empty()) continue;
        missing.push_back({std::string(setting.name), variables_of(setting)});
    }
    return missing;
}

std::vector<std::string> secrets_of(const Config& config) {
    std::vector<std::string> secrets;
    for (const auto& setting : kSettings) {
        if (setting.kind != Kind::kSecret) continue;
        const std::string& value = config.*setting.text;
        if (!value.empty()) secrets.push_back(value);
        for (auto& one : split_at_commas(value)) {
            if (one != value) secrets.push_back(std::move(one));
        }
    }
    return secrets;
}

Result<Config> parse_config(const ConfigSources& sources) {
    ASSIGN_OR_RETURN(auto config, read_settings(sources));
    RETURN_IF_ERROR(check_complete(config));
    RETURN_IF_ERROR(check_tls(config));
    if (config.public_url.empty()) {
        const std::string scheme = config.tls_cert.empty() ? "http" : "https";
        config.public_url = scheme + "://localhost:" + std::to_string(config.port);
    }
    return config;
}

std::string config_file_name(const std::vector<std::string>& arguments) {
    constexpr std::string_view kFlag = "--config";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == kFlag && i + 1 < arguments.size()) return arguments[i + 1];
        if (arguments[i].starts_with("--config=")) return arguments[i].substr(kFlag.size() + 1);
    }
    return "roost.toml";
}

std::string settings_help() {
    std::string help;
    for (const auto& setting : kSettings) {
        auto line = "  " + (setting.kind == Kind::kSecret ? std::string(setting.name) : flag_of(setting));
        line.resize(std::max<std::size_t>(line.size() + 1, 22), ' ');
        help += line + std::string(setting.help) + "\n" + std::string(22, ' ') + variables_of(setting) + "\n";
    }
    return help + "  --config            file with the same settings by name, default roost.toml\n";
}

}  // namespace roost
