// The looks themselves: files, disk, database, Meta and the address that Meta calls. Nothing is changed.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "server/app/clock.h"
#include "server/cloud/cloud_inspection.h"
#include "server/config.h"
#include "server/doctor/observations.h"

namespace roost::doctor {

SettingsSeen look_at_settings(const ConfigSources& sources);
// Absent where Roost does not speak HTTPS itself.
std::optional<Result<CertificateFacts>> look_at_certificate(const Config& config);
FolderSeen look_at_folder(const std::string& path);
// For users who are not root; absent where there is no such folder.
std::optional<std::int64_t> free_bytes_of(const std::string& folder);
DatabaseSeen look_at_database(const std::string& data_folder);

// What differs between this machine and a test.
struct World {
    Clock& clock;
    std::function<std::optional<std::int64_t>(const std::string& folder)> free_bytes = free_bytes_of;
    std::string number = {};  // the phone-number id to look at; empty = the one of the settings, or the first
};

// Everything, as far as one thing lets the next be looked at.
Observations look_at_everything(const ConfigSources& sources, const World& world);

}  // namespace roost::doctor
