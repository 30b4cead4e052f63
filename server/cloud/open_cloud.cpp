#include "server/cloud/open_cloud.h"

#include "server/cloud/graph_cloud_api.h"
#include "server/config.h"

namespace roost {

namespace {

GraphOptions graph_options(const Config& config, const std::string& access_token) {
    GraphOptions options;
    options.url = config.graph_url;
    options.version = config.graph_version;
    options.access_token = access_token;
    return options;
}

}  // namespace

std::unique_ptr<CloudApi> open_cloud_api(const Config& config, const std::string& access_token) {
    return std::make_unique<GraphCloudApi>(graph_options(config, access_token));
}

CloudInspection open_cloud_inspection(const Config& config, const std::string& access_token) {
    return CloudInspection(graph_options(config, access_token));
}

}  // namespace roost
