// Embed tokens as the server of another program makes them, in every wrong way too.
#pragma once

#include <optional>
#include <string>

#include "server/app/hs256.h"
#include "shared/base/json.h"
#include "shared/base/time.h"

namespace roost::test {

struct EmbedToken {
    std::string header = R"({"alg":"HS256","typ":"JWT"})";
    Json claims = Json::object();

    EmbedToken(std::string site, std::string subject, UnixMillis now, std::string jti) {
        claims["iss"] = std::move(site);
        claims["sub"] = std::move(subject);
        claims["iat"] = now / kSecond;
        claims["exp"] = now / kSecond + 300;
        claims["jti"] = std::move(jti);
    }
    EmbedToken& with(const std::string& name, Json value) {
        claims[name] = std::move(value);
        return *this;
    }
    EmbedToken& for_record(const std::string& type, const std::string& id) {
        Json entity = Json::object();
        entity["type"] = type;
        entity["id"] = id;
        return with("entity", std::move(entity));
    }
    std::string unsigned_text() const { return to_base64url(header) + "." + to_base64url(dump_json(claims)); }
    std::string signed_with(const std::string& secret) const {
        const auto text = unsigned_text();
        return text + "." + hs256_signature(secret, text);
    }
};

}  // namespace roost::test
