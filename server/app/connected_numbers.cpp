#include "server/app/connected_numbers.h"

#include <algorithm>
#include <utility>

#include "server/config.h"
#include "server/secret_box.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

std::optional<ConnectedNumber> of_settings(const Config& config) {
    if (config.phone_number_id.empty() && config.waba_id.empty()) return std::nullopt;
    return ConnectedNumber{
        config.phone_number_id, config.waba_id, config.access_token, config.app_secret, true, 0};
}

Result<ConnectedNumber> open_connection(const SecretBox& box, const ConnectionRow& row) {
    ConnectedNumber connection{row.phone_number_id, row.waba, {}, {}, false, row.connected_at};
    const auto& number = row.phone_number_id;
    ASSIGN_OR_RETURN(
        connection.access_token, box.open(secret_place("access_token", number), row.access_token)
    );
    ASSIGN_OR_RETURN(connection.app_secret, box.open(secret_place("app_secret", number), row.app_secret));
    return connection;
}

}  // namespace

void ConnectedNumbers::set(std::vector<ConnectedNumber> stored) {
    {
        const std::lock_guard lock(mutex_);
        stored_ = std::move(stored);
    }
    if (told_) told_();
}

std::vector<ConnectedNumber> ConnectedNumbers::all() const {
    std::vector<ConnectedNumber> all;
    if (auto first = of_settings(config_)) all.push_back(*std::move(first));
    const std::lock_guard lock(mutex_);
    all.insert(all.end(), stored_.begin(), stored_.end());
    return all;
}

std::optional<ConnectedNumber> ConnectedNumbers::with_number(std::string_view phone_number_id) const {
    for (auto& one : all()) {
        if (one.phone_number_id == phone_number_id) return std::move(one);
    }
    return std::nullopt;
}

std::vector<std::string> ConnectedNumbers::wabas() const {
    std::vector<std::string> wabas;
    for (const auto& one : all()) {
        const bool is_known = std::find(wabas.begin(), wabas.end(), one.waba) != wabas.end();
        if (!one.waba.empty() && !is_known) wabas.push_back(one.waba);
    }
    return wabas;
}

std::string ConnectedNumbers::waba_of(std::string_view phone_number_id) const {
    const auto found = with_number(phone_number_id);
    return found ? found->waba : std::string();
}

std::optional<ConnectedNumber> ConnectedNumbers::of_waba(std::string_view waba) const {
    for (auto& one : all()) {
        if (one.waba == waba) return std::move(one);
    }
    return std::nullopt;
}

std::vector<std::string> ConnectedNumbers::app_secrets() const {
    auto secrets = split_at_commas(config_.app_secret);
    const std::lock_guard lock(mutex_);
    for (const auto& one : stored_) {
        const bool is_known = std::find(secrets.begin(), secrets.end(), one.app_secret) != secrets.end();
        if (!one.app_secret.empty() && !is_known) secrets.push_back(one.app_secret);
    }
    return secrets;
}

std::vector<std::string> ConnectedNumbers::app_secrets_for(std::string_view number_or_waba) const {
    std::vector<std::string> secrets;
    for (const auto& one : all()) {
        if (one.phone_number_id != number_or_waba && one.waba != number_or_waba) continue;
        auto its = split_at_commas(one.app_secret);
        secrets.insert(secrets.end(), its.begin(), its.end());
    }
    return secrets;
}

Result<std::string> waba_of_account(const Store& store, const ConnectedNumbers& numbers, AccountId id) {
    ASSIGN_OR_RETURN(const auto account, store.find_account(id));
    if (!account) return fail(ErrorCode::kNotFound, "There is no such account.");
    return numbers.waba_of(account->key);
}

ConnectionRow seal_connection(const SecretBox& box, const ConnectedNumber& connection) {
    const auto& number = connection.phone_number_id;
    ConnectionRow row;
    row.phone_number_id = number;
    row.waba = connection.waba;
    row.access_token = box.seal(secret_place("access_token", number), connection.access_token);
    row.app_secret = box.seal(secret_place("app_secret", number), connection.app_secret);
    row.connected_at = connection.connected_at;
    return row;
}

Result<std::vector<std::string>> load_connections(
    const Store& store, const SecretBox& box, ConnectedNumbers& numbers
) {
    ASSIGN_OR_RETURN(const auto rows, store.numbers().list_connections());
    std::vector<ConnectedNumber> opened;
    std::vector<std::string> sealed;
    for (const auto& row : rows) {
        auto connection = open_connection(box, row);
        if (connection)
            opened.push_back(*std::move(connection));
        else
            sealed.push_back(row.phone_number_id);
    }
    numbers.set(std::move(opened));
    return sealed;
}

}  // namespace roost
