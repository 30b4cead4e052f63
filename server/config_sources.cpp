#include "server/config_sources.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace roost {

namespace {

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        if (equals != std::string::npos) variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return variables;
}

}  // namespace

ConfigSources read_config_sources(const std::vector<std::string>& arguments) {
    ConfigSources sources{arguments, environment(), {}};
    std::ifstream file(config_file_name(arguments));
    if (file)
        sources.file_text.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    return sources;
}

}  // namespace roost
