#include "shared/model/account.h"

#include <doctest/doctest.h>

namespace roost {

TEST_CASE("account: a number is named where there are several, as shortly as it can be told from the others"
) {
    const AccountId kenya{1};
    const AccountId brazil{2};
    const AccountId third{3};
    AccountNames all{{kenya, {"Savanna Solar", "+254 700 555 010"}}};
    CHECK(own_number_label(all, kenya).empty());
    all[brazil] = {"Serra Solar", "+55 11 99999-0000"};
    CHECK(own_number_label(all, kenya) == "Savanna Solar");
    CHECK(own_number_label(all, brazil) == "Serra Solar");
    CHECK(own_number_label(all, third).empty());
    all[third] = {"Savanna Solar", "+254 700 555 011"};
    CHECK(own_number_label(all, kenya) == "+254 700 555 010");
    CHECK(own_number_label(all, third) == "+254 700 555 011");
    CHECK(own_number_label(all, brazil) == "Serra Solar");
    all[third] = {"Savanna Solar", ""};
    CHECK(own_number_label(all, third) == "Savanna Solar");
    all[third] = {"", "+254 700 555 011"};
    CHECK(own_number_label(all, third) == "+254 700 555 011");
}

}  // namespace roost
