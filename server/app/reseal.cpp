#include "server/app/reseal.h"

#include <string>
#include <string_view>
#include <utility>

#include "server/app/connected_numbers.h"
#include "server/app/sites.h"
#include "server/app/two_factor.h"

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

Status reseal_second_factors(Transaction& transaction, Keys& keys) {
    auto& people = transaction.people();
    ASSIGN_OR_RETURN(auto factors, people.second_factors());
    for (auto& factor : factors) {
        RETURN_IF_ERROR(reseal(keys, second_factor_place(factor.agent), factor.sealed));
        RETURN_IF_ERROR(people.put_second_factor(factor));
    }
    return {};
}

Status reseal_sites(Transaction& transaction, Keys& keys) {
    ASSIGN_OR_RETURN(auto sites, transaction.sites().sites());
    for (auto& site : sites) {
        const auto place = site_secret_place(site.id);
        RETURN_IF_ERROR(reseal(keys, place, site.secret));
        if (!site.old_secret.empty()) RETURN_IF_ERROR(reseal(keys, place, site.old_secret));
        RETURN_IF_ERROR(transaction.sites().put_site(site));
    }
    return {};
}

}  // namespace

Result<int> reseal_secrets(Store& store, const SecretBox& from, const SecretBox& to) {
    Keys keys{from, to};
    const auto stored = store.write([&](Transaction& transaction) -> Status {
        keys.count = 0;
        RETURN_IF_ERROR(reseal_connections(transaction, keys));
        RETURN_IF_ERROR(reseal_sites(transaction, keys));
        return reseal_second_factors(transaction, keys);
    });
    RETURN_IF_ERROR(stored);
    return keys.count;
}

}  // namespace roost
