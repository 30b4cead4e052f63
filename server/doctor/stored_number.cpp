#include "server/doctor/stored_number.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "server/data_folder.h"
#include "server/secret_box.h"
#include "server/store/store_file.h"

namespace roost::doctor {

namespace {

// What is kept there; empty if nothing is, since looking makes nothing.
std::string kept(const Config& config, std::string_view name) {
    if (!is_secret_kept(config.data_folder, name)) return {};
    return kept_secret(config.data_folder, name, SecretBox::kKeyBytes).value_or("");
}

void fill_in(Config& config, const ConnectionRow& row) {
    const auto key = config.secret_key.empty() ? kept(config, kSecretKeyFile) : config.secret_key;
    const auto box = SecretBox::with_key(key);
    if (!box) return;
    const auto& number = row.phone_number_id;
    config.phone_number_id = number;
    config.waba_id = row.waba;
    config.access_token = box->open(secret_place("access_token", number), row.access_token).value_or("");
    config.app_secret = box->open(secret_place("app_secret", number), row.app_secret).value_or("");
}

}  // namespace

int add_stored_number(Config& config, const std::string& wanted) {
    if (config.verify_token.empty()) config.verify_token = kept(config, "verify_token");
    const auto rows = stored_connections(store_file_of(config.data_folder));
    if (!rows || rows->empty()) return 0;
    const bool has_own = !config.phone_number_id.empty();
    const auto chosen = std::find_if(rows->begin(), rows->end(), [&wanted](const ConnectionRow& row) {
        return row.phone_number_id == wanted;
    });
    if (chosen != rows->end())
        fill_in(config, *chosen);
    else if (!has_own && wanted.empty())
        fill_in(config, rows->front());
    return static_cast<int>(rows->size());
}

}  // namespace roost::doctor
