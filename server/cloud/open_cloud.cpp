#include "server/cloud/open_cloud.h"

#include "server/cloud/graph_cloud_api.h"
#include "server/config.h"

namespace roost {

namespace {

GraphOptions graph_options(const Config& config) {
    GraphOptions options;
    options.url = config.graph_url;
    options.version = config.graph_version;
    options.access_token = config.access_token;
    return options;
}

}  // namespace

std::unique_ptr<CloudApi> open_cloud_api(const Config& config) {
    return std::make_unique<GraphCloudApi>(graph_options(config));
}

CloudInspection open_cloud_inspection(const Config& config) {
    return CloudInspection(graph_options(config));
}

}  // namespace roost
