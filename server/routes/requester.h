// Who a request comes from, as use cases want to know it.
#pragma once

#include <string>

#include "server/app/audit.h"
#include "server/app/sessions.h"
#include "server/http/message.h"

namespace roost {

inline Origin origin_of(const Request& request) {
    return {std::string(request.remote_addr), std::string(request.header("User-Agent").value_or(""))};
}

inline Actor actor_of(const Request& request, const Principal& who) {
    return {who, std::string(request.remote_addr)};
}

}  // namespace roost
