// `roost rotate-key`: the secrets of the database under a new key.
#include <filesystem>
#include <iostream>

#include "server/app/reseal.h"
#include "server/commands/commands.h"
#include "server/config.h"
#include "server/config_sources.h"
#include "server/data_folder.h"
#include "server/store/open_store.h"

namespace roost {

namespace {

// A key of the settings is exchanged by whoever sets it: the old one lies in the data folder for that time.
Status check_key_is_ours(const Config& config) {
    if (config.secret_key.empty()) return {};
    return fail(
        ErrorCode::kInvalid,
        "The key is in the settings (ROOST_SECRET_KEY). Take it out there, write it into the file "
        "secret_key of the data folder, and run roost rotate-key again: it makes a new one there."
    );
}

Result<int> rotate(const Arguments& arguments) {
    ASSIGN_OR_RETURN(const auto config, read_settings(read_config_sources(arguments)));
    RETURN_IF_ERROR(check_key_is_ours(config));
    const auto& folder = config.data_folder;
    if (!is_secret_kept(folder, kSecretKeyFile))
        return fail(ErrorCode::kNotFound, "There is no key in the data folder '" + folder + "': see --data.");
    ASSIGN_OR_RETURN([[maybe_unused]] const auto lock, DataLock::take(folder));
    ASSIGN_OR_RETURN(const auto old_key, kept_secret(folder, kSecretKeyFile, SecretBox::kKeyBytes));
    // On disk before anything is sealed with it; one that is there is of an attempt that was broken off.
    ASSIGN_OR_RETURN(const auto new_key, kept_secret(folder, kNextSecretKeyFile, SecretBox::kKeyBytes));
    ASSIGN_OR_RETURN(const auto from, SecretBox::with_key(old_key));
    ASSIGN_OR_RETURN(const auto to, SecretBox::with_key(new_key));
    ASSIGN_OR_RETURN(const auto store, open_store(folder));
    ASSIGN_OR_RETURN(const int count, reseal_secrets(*store, from, to));
    RETURN_IF_ERROR(replace_secret(folder, kNextSecretKeyFile, kSecretKeyFile));
    // The next start makes one; every page asks for a new access token by itself.
    std::error_code error;
    std::filesystem::remove(std::filesystem::path(folder) / kSessionKeyFile, error);
    if (error) return fail(ErrorCode::kUnavailable, "The file session_key cannot be removed.");
    return count;
}

}  // namespace

int rotate_key_command(const Arguments& arguments) {
    const auto count = rotate(arguments);
    if (!count) return report_failure(count.error());
    std::cout << "The key is new, and " << *count << " secrets are sealed with it. Keep a copy of the file "
              << "secret_key where backups of the database are not.\n";
    return 0;
}

}  // namespace roost
