#include "server/app/reseal.h"

#include <string>
#include <string_view>
#include <utility>

#include "server/app/connected_numbers.h"

namespace roost {

namespace {

struct Keys {
    const SecretBox& from;
    const SecretBox& to;
    int count = 0;
};

Status reseal(Keys& keys, std::string_view place, std::string& sealed) {
    ++keys.count;
    if (keys.to.open(place, sealed)) return {};
    ASSIGN_OR_RETURN(const auto secret, keys.from.open(place, sealed));
    sealed = keys.to.seal(place, secret);
    return {};
}

Status reseal_connections(Transaction& transaction, Keys& keys) {
    auto& numbers = transaction.numbers();
    ASSIGN_OR_RETURN(auto rows, numbers.connections());
    for (auto& row : rows) {
        const auto& number = row.phone_number_id;
        RETURN_IF_ERROR(reseal(keys, secret_place("access_token", number), row.access_token));
        RETURN_IF_ERROR(reseal(keys, secret_place("app_secret", number), row.app_secret));
        RETURN_IF_ERROR(numbers.put_connection(row));
    }
    return {};
}

}  // namespace

Result<int> reseal_secrets(Store& store, const SecretBox& from, const SecretBox& to) {
    Keys keys{from, to};
    RETURN_IF_ERROR(store.write([&](Transaction& transaction) {
        keys.count = 0;
        return reseal_connections(transaction, keys);
    }));
    return keys.count;
}

}  // namespace roost
