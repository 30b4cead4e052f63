// Where settings come from on this machine: the command line, the environment and the settings file.
#pragma once

#include <string>
#include <vector>

#include "server/config.h"

namespace roost {

// A file that is not there, or cannot be read, is as an empty one.
ConfigSources read_config_sources(const std::vector<std::string>& arguments);

}  // namespace roost
