// The one place that names what Meta's Cloud API is called with.
#pragma once

#include <memory>
#include <string>

#include "server/cloud/cloud_api.h"
#include "server/cloud/cloud_inspection.h"

namespace roost {

struct Config;

// Connects to nothing yet.
std::unique_ptr<CloudApi> open_cloud_api(const Config& config, const std::string& access_token);
CloudInspection open_cloud_inspection(const Config& config, const std::string& access_token);

}  // namespace roost
