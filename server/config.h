// Every setting of `roost serve`: flags over environment over roost.toml over defaults. Secrets stand only
// here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

struct Config {
    std::string bind = "127.0.0.1";
    int port = 8080;
    std::string data_folder = "data";
    std::string web_folder;  // the packaged client
    std::string public_url;  // empty = http://localhost:<port>
    std::string graph_url = "https://graph.facebook.com";
    std::string graph_version = "v23.0";
    std::string app_secret;
    std::string verify_token;
    std::string access_token;
    std::string phone_number_id;
    std::string waba_id;
    std::string session_key;  // 32 bytes for access tokens; made and kept in the data folder on first start
    bool is_demo = false;
    int http_workers = 48;
};

}  // namespace roost
