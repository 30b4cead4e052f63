// What the settings show, and what is done there.
#include "client-wasm/app/client.h"

#include <array>
#include <string_view>
#include <utility>

#include "client-wasm/app/places.h"
#include "client-wasm/words/trouble.h"

namespace roost {

namespace {

struct ServerCall {
    std::string_view method;
    std::string_view path;  // the id follows one that ends with a slash
    SettingsSection section;
    std::string_view rest = {};  // behind the id
};

// In the order of SettingsTask.
constexpr std::array<ServerCall, 32> kCalls{
    {{"POST", "/api/v1/auth/password", SettingsSection::kAccount},
     {"DELETE", "/api/v1/sessions/", SettingsSection::kAccount},
     {"DELETE", "/api/v1/sessions", SettingsSection::kAccount},
     {"POST", "/api/v1/agents", SettingsSection::kPeople},
     {"PATCH", "/api/v1/agents/", SettingsSection::kPeople},
     {"DELETE", "/api/v1/invitations/", SettingsSection::kPeople},
     {"POST", "/api/v1/api-keys", SettingsSection::kKeys},
     {"DELETE", "/api/v1/api-keys/", SettingsSection::kKeys},
     {"GET", "/api/v1/webhooks/", SettingsSection::kWebhooks},
     {"POST", "/api/v1/webhooks/", SettingsSection::kWebhooks, "/replay"},
     {"POST", "/api/v1/auth/two-factor", SettingsSection::kAccount},
     {"POST", "/api/v1/auth/two-factor/confirm", SettingsSection::kAccount},
     {"POST", "/api/v1/auth/two-factor/recovery-codes", SettingsSection::kAccount},
     {"DELETE", "/api/v1/auth/two-factor", SettingsSection::kAccount},
     {"DELETE", "/api/v1/agents/", SettingsSection::kPeople, "/two-factor"},
     {"POST", "/api/v1/accounts", SettingsSection::kNumbers},
     {"PATCH", "/api/v1/accounts/", SettingsSection::kNumbers},
     {"DELETE", "/api/v1/accounts/", SettingsSection::kNumbers},
     {"POST", "/api/v1/accounts/", SettingsSection::kNumbers, "/check"},
     {"POST", "/api/v1/accounts/", SettingsSection::kNumbers, "/subscribe"},
     {"POST", "/api/v1/accounts/", SettingsSection::kNumbers, "/sync"},
     {"GET", "/api/v1/accounts/", SettingsSection::kNumbers, "/changes"},
     {"GET", "/api/v1/accounts/", SettingsSection::kNumbers, "/profile"},
     {"PATCH", "/api/v1/accounts/", SettingsSection::kNumbers, "/profile"},
     {"POST", "/api/v1/sites", SettingsSection::kSites},
     {"PATCH", "/api/v1/sites/", SettingsSection::kSites},
     {"DELETE", "/api/v1/sites/", SettingsSection::kSites},
     {"POST", "/api/v1/sites/", SettingsSection::kSites, "/secret"},
     {"POST", "/api/v1/teams", SettingsSection::kPeople},
     {"PATCH", "/api/v1/teams/", SettingsSection::kPeople},
     {"DELETE", "/api/v1/teams/", SettingsSection::kPeople},
     {"PUT", "/api/v1/teams/visibility", SettingsSection::kPeople}}};
// Meta is asked several things.
constexpr UnixMillis kNumberPatience = 75 * kSecond;
constexpr std::string_view kWebhooks = "/api/v1/webhooks?limit=50";

std::string text_in(const Json& json, std::string_view name) {
    return string_or(json, name, "");
}

UnixMillis moment(const Json& json, std::string_view name) {
    return required_time(json, name).value_or(0);
}

void read(const Json& json, SignedInDevice& device) {
    device = {text_in(json, "id"), text_in(json, "device"), text_in(json, "address")};
    device.started_at = moment(json, "started_at");
    device.used_at = moment(json, "last_used_at");
    device.is_this = optional_bool(json, "is_current").value_or(false);
}

void read(const Json& json, TeamMember& member) {
    member = {text_in(json, "id"), text_in(json, "name"), text_in(json, "email"), text_in(json, "role")};
    member.is_active = optional_bool(json, "is_active").value_or(true);
    member.has_two_factor = optional_bool(json, "has_two_factor").value_or(false);
}

void read(const Json& json, OpenInvitation& invitation) {
    invitation = {
        text_or_number(json, "id"), text_in(json, "email"), text_in(json, "name"), text_in(json, "role")};
    invitation.ends_at = moment(json, "expires_at");
}

void read(const Json& json, ProgramKey& key) {
    key.id = text_in(json, "id");
    key.name = text_in(json, "name");
    key.scope = texts_in(json, "scope");
    key.ends_at = moment(json, "expires_at");
    key.used_at = moment(json, "last_used_at");
}

void read(const Json& json, LogEntry& entry) {
    entry.id = text_or_number(json, "id");
    entry.at = moment(json, "at");
    entry.name = text_in(json, "name");
    entry.is_by_key = !text_in(json, "api_key").empty();
    entry.address = text_in(json, "address");
    entry.action = text_in(json, "action");
    entry.subject = text_in(json, "subject");
    entry.detail = text_in(json, "detail");
}

void read(const Json& json, OwnSite& site) {
    site = read_own_site(json);
}

std::string names_in(const Json& json, std::string_view name) {
    std::string all;
    const Json& names = member(json, name);
    for (std::size_t i = 0; names.is_array() && i < names.size(); ++i) {
        if (names[i].is_string()) all += (all.empty() ? "" : ", ") + names[i].get<std::string>();
    }
    return all;
}

void read(const Json& json, StoredWebhook& webhook) {
    webhook.id = text_or_number(json, "id");
    webhook.at = moment(json, "received_at");
    webhook.outcome = text_in(json, "outcome");
    webhook.error = text_in(json, "error");
    webhook.fields = names_in(json, "fields");
    webhook.kinds = names_in(json, "kinds");
    webhook.size = optional_integer(json, "size").value_or(0);
}

// As people read it; as it is, if it is no JSON.
std::string laid_out(const std::string& body) {
    const auto json = parse_json(body);
    return json ? json->dump(2, ' ', false, Json::error_handler_t::replace) : body;
}

// Whether the task takes rows off a list, where they are no more; the server tells the same when it is asked
// again.
bool was_taken_away(Settings& settings, SettingsTask task, const std::string& id) {
    const auto erase = [&id](auto& rows) {
        std::erase_if(rows, [&](const auto& row) { return row.id == id; });
        return true;
    };
    if (task == SettingsTask::kEndDevice) return erase(settings.devices.all);
    if (task == SettingsTask::kWithdraw) return erase(settings.invitations.all);
    if (task == SettingsTask::kRevokeKey) return erase(settings.keys.all);
    if (task == SettingsTask::kRemoveSite) return erase(settings.sites.all);
    if (task != SettingsTask::kEndOthers) return false;
    std::erase_if(settings.devices.all, [](const SignedInDevice& one) { return !one.is_this; });
    return true;
}

// Whether the dialog that asked for it is done with.
bool ends_dialog(SettingsTask task) {
    switch (task) {
        case SettingsTask::kRevokeKey:
        case SettingsTask::kChangePerson:
        case SettingsTask::kEndTwoFactorOf:
        case SettingsTask::kChangeSite:
        case SettingsTask::kRemoveSite:
        case SettingsTask::kMakeTeam:
        case SettingsTask::kChangeTeam:
        case SettingsTask::kRemoveTeam:
            return true;
        default:
            return false;
    }
}

}  // namespace

void Client::show_settings(SettingsSection section, bool sets_url) {
    Settings& settings = state_.settings;
    const bool is_known = may_open(state_, section);
    if (!is_known) section = SettingsSection::kAccount;
    const bool is_leaving = section == SettingsSection::kNone;
    const bool is_new = section != settings.section;
    if ((sets_url && is_new) || !is_known)
        platform_.set_url(is_leaving ? fragment_of(state_.open) : place_of(section), !sets_url);
    if (!is_new) return;
    if (is_leaving) {
        settings.dialog.secret.clear();
        settings.old_password.set("");
        settings.new_password.set("");
        settings.webhook.clear();
        settings.webhook_body.clear();
        forget_number_secrets();
    } else {
        put_voice_aside();
    }
    settings.left = std::exchange(settings.section, section);
    settings.wants_focus = !is_leaving;
    settings.has_changed_password = settings.shows_password_problems = false;
    settings.deeds.clear();
    state_.settings.two_factor.go_to(TwoFactorSettings::Step::kIdle);
    settings.numbers.focus = {};
    if (section == SettingsSection::kNumbers) settings.numbers.form.show_again();
    settings.numbers.history = {};
    settings.numbers.told.clear();
    if (state_.overlay == Overlay::kSettings) state_.overlay = Overlay::kNone;
    load_settings(section);
}

void Client::execute(const OpenSettings& command) {
    show_settings(command.section, true);
}

void Client::execute(const LoadSettings& command) {
    load_settings(command.section);
}

void Client::load_settings(SettingsSection section) {
    switch (section) {
        case SettingsSection::kNone:
        case SettingsSection::kSections:
            return;
        case SettingsSection::kAccount:
            load_two_factor();
            return load_listed("/api/v1/sessions", "sessions", &Settings::devices);
        case SettingsSection::kPeople:
            load_sight();
            load_listed("/api/v1/invitations", "invitations", &Settings::invitations);
            return load_listed("/api/v1/agents", "agents", &Settings::people);
        case SettingsSection::kKeys:
            return load_listed("/api/v1/api-keys", "api_keys", &Settings::keys);
        case SettingsSection::kLog:
            state_.settings.log.next.clear();
            return load_listed("/api/v1/audit?limit=50", "entries", &Settings::log);
        case SettingsSection::kWebhooks:
            state_.settings.webhooks.next.clear();
            return load_webhooks();
        case SettingsSection::kNumbers:
            return load_numbers();
        case SettingsSection::kSites:
            return load_listed("/api/v1/sites", "sites", &Settings::sites);
    }
}

void Client::load_webhooks() {
    std::string path(kWebhooks);
    if (state_.settings.shows_failed_alone) path += "&outcome=failed";
    load_listed(std::move(path), "webhooks", &Settings::webhooks);
}

// An answer that was overtaken by another question is not looked at. What is older than what is known is
// added to it.
template <class Row>
void Client::load_listed(std::string path, std::string_view name, Listed<Row> Settings::*list) {
    Listed<Row>& asking = state_.settings.*list;
    const bool is_older = !asking.next.empty();
    if (is_older) path += "&before=" + asking.next;
    const int asked = ++settings_questions_;
    asking.asked = asked;
    asking.error.clear();
    api_.ask("GET", path, "", [this, asked, is_older, name, list](const Result<Json>& answer) {
        Listed<Row>& known = state_.settings.*list;
        if (known.asked != asked) return;
        known.asked = 0;
        if (!answer && answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        if (!answer) {
            known.error = sentence_of(state_.locale.words(), answer.error());
            return;
        }
        known.has_answer = true;
        if (!is_older) known.all.clear();
        known.next = text_or_number(*answer, "next");
        const Json& rows = member(*answer, name);
        for (std::size_t i = 0; rows.is_array() && i < rows.size(); ++i)
            read(rows[i], known.all.emplace_back());
    });
}

void Client::execute(const LoadOlderEntries&) {
    const auto has_older = [](const auto& list) { return list.asked == 0 && !list.next.empty(); };
    const Settings& settings = state_.settings;
    if (settings.section == SettingsSection::kWebhooks) {
        if (has_older(settings.webhooks)) load_webhooks();
    } else if (has_older(settings.log)) {
        load_listed("/api/v1/audit?limit=50", "entries", &Settings::log);
    }
}

void Client::execute(const ExportLog&) {
    if (std::exchange(state_.settings.is_exporting, true)) return;
    api_.audit_table([this](const Result<std::string>& table) {
        state_.settings.is_exporting = false;
        if (table) return platform_.save_text("roost-audit.csv", *table);
        platform_.announce(sentence_of(state_.locale.words(), table.error()), true);
    });
}

void Client::execute(const DoInSettings& command) {
    SettingsDeed& deed = state_.settings.deeds[{command.task, command.id}];
    if (deed.is_busy) return;
    deed = {};
    deed.is_busy = true;
    state_.settings.has_changed_password = false;
    const ServerCall& call = kCalls.at(static_cast<std::size_t>(command.task));
    std::string path(call.path);
    if (path.ends_with('/')) path += command.id;
    path += call.rest;
    if (call.section == SettingsSection::kNumbers) {
        const auto answered = [this, task = command.task, id = command.id](const platform::Response& answer) {
            if (state_.is_signed_in) number_answered(task, id, answer);
        };
        return api_.ask_whole(call.method, path, command.body, kNumberPatience, answered);
    }
    const auto done = [this, task = command.task, id = command.id](const Result<Json>& answer) {
        if (!state_.is_signed_in) return;
        if (answer) return settings_done(task, id, *answer);
        if (answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        settings_failed(task, id, answer.error());
    };
    api_.ask(call.method, path, command.body, done);
}

void Client::settings_failed(SettingsTask task, const std::string& id, const Error& error) {
    SettingsDeed& deed = state_.settings.deeds[{task, id}];
    deed = {false, error.code, settings_sentence(task, error)};
    platform_.announce(deed.error, true);
    // It is not as it was shown.
    if (error.code == ErrorCode::kNotFound) load_settings(kCalls.at(static_cast<std::size_t>(task)).section);
}

void Client::settings_done(SettingsTask task, const std::string& id, const Json& answer) {
    Settings& settings = state_.settings;
    settings.deeds.erase({task, id});
    if (was_taken_away(settings, task, id)) settings.wants_focus = true;
    if (ends_dialog(task)) {
        if (state_.overlay == Overlay::kSettings && settings.dialog.id == id) state_.overlay = Overlay::kNone;
        if (id == to_string(inbox_.me)) load_me();
        return load_settings(kCalls.at(static_cast<std::size_t>(task)).section);
    }
    switch (task) {
        case SettingsTask::kPassword:
            take_new_password();
            break;
        case SettingsTask::kEndDevice:
        case SettingsTask::kEndOthers:
        case SettingsTask::kWithdraw:
        case SettingsTask::kChooseSight:
            break;
        case SettingsTask::kBeginTwoFactor:
            return two_factor_done(task, answer);
        case SettingsTask::kConfirmTwoFactor:
        case SettingsTask::kRenewCodes:
        case SettingsTask::kEndTwoFactor:
            two_factor_done(task, answer);
            break;
        case SettingsTask::kReadWebhook:
        case SettingsTask::kReplay:
            return take_webhook(id, answer);
        case SettingsTask::kMakeSite:
        case SettingsTask::kRenewSite:
            show_site_secret(answer);
            break;
        default:  // kInvite, kMakeKey; what is done with numbers is answered elsewhere
            show_secret(task == SettingsTask::kInvite, answer);
            break;
    }
    load_settings(kCalls.at(static_cast<std::size_t>(task)).section);
}

// With its body where it was to be shown.
void Client::take_webhook(const std::string& id, const Json& answer) {
    if (!member(answer, "body").is_null()) {
        state_.settings.webhook = id;
        state_.settings.webhook_body = laid_out(text_in(answer, "body"));
        return;
    }
    const Locale& locale = state_.locale;
    const auto count = [&](std::string_view name) {
        return locale.number(optional_integer(answer, name).value_or(0));
    };
    for (StoredWebhook& webhook : state_.settings.webhooks.all) {
        if (webhook.id != id) continue;
        read(answer, webhook);
        webhook.replayed =
            fill(locale.words().settings.replayed, {count("applied"), count("repeated"), count("failed")});
        platform_.announce(webhook.replayed, false);
    }
}

// Whether its dialog was closed meanwhile or not: it is told only now.
void Client::show_secret(bool is_link, const Json& answer) {
    const Json& row = member(answer, is_link ? "invitation" : "api_key");
    SettingsDialog& dialog = state_.settings.dialog;
    dialog.question = SettingsQuestion::kSecret;
    dialog.id.clear();
    dialog.is_link = is_link;
    dialog.name = text_in(row, "name");
    dialog.secret = text_in(answer, is_link ? "link" : "token");
    dialog.until = moment(row, "expires_at");
    dialog.wants_focus = true;
    state_.overlay = Overlay::kSettings;
}

}  // namespace roost
