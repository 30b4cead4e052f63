#include "server/app/changed_person.h"

#include <doctest/doctest.h>

#include "server/app/people.h"
#include "tests/support/event_law.h"
#include "tests/support/kind_samples.h"

namespace roost {
namespace {

using test::check_law;
using test::UseCase;

constexpr std::string_view kOldId = "KE.20417735519";
constexpr std::string_view kNewId = "KE.77120034";

// The sample "text" is of the person with kOldId; this one is of whoever has `user_id`, and no number.
std::string text_of(std::string_view user_id, const std::string& wamid) {
    auto payload = *parse_json(test::kind_sample("text"));
    Json& value = payload["entry"][0]["changes"][0]["value"];
    value["contacts"][0].erase("wa_id");
    value["contacts"][0]["user_id"] = user_id;
    Json& message = value["messages"][0];
    message.erase("from");
    message["from_user_id"] = user_id;
    message["id"] = wamid;
    return dump_json(payload);
}

std::string id_update(std::string_view previous, std::string_view current) {
    Json value = test::whatsapp_value();
    Json update = Json::object();
    update["user_id"] = {{"previous", previous}, {"current", current}};
    update["detail"] = "changed";
    value["metadata"]["phone_number_id"] = "106540352242922";
    value["user_id_update"].push_back(update);
    return dump_json(test::whatsapp_payload(value, "user_id_update"));
}

struct Scene : UseCase {
    Scene() {
        const auto id =
            add_agent(*deps, "ana@example.org", "Ana", AgentRole::kAgent, "correct horse battery");
        REQUIRE(id);
        agent.agent = *id;
        receive(test::kind_sample("text"));
    }
    std::size_t count() {
        const auto rows = store->list_conversations({});
        REQUIRE(rows);
        return rows->conversations.size();
    }
};

TEST_CASE("changed person: writes on in the same conversation under the new id") {
    for (const bool by_message : {true, false}) {
        CAPTURE(by_message);
        Scene use;
        check_law(use, [&] {
            use.receive(by_message ? test::kind_sample("system_user_id") : id_update(kOldId, kNewId));
        });
        CHECK(use.only_row().user_id == kNewId);
        CHECK(use.only_row().wa_id == "254712345678");
        check_law(use, [&] { use.receive(text_of(kNewId, "wamid.NEW")); });
        CHECK(use.only_row().unread == (by_message ? 3 : 2));
    }
}

TEST_CASE("changed person: who gives the number that was asked for is known by it") {
    Scene use;
    use.receive(text_of("KE.1", "wamid.NEW"));
    auto payload = *parse_json(text_of("KE.1", "wamid.CARD"));
    Json& message = payload["entry"][0]["changes"][0]["value"]["messages"][0];
    message.erase("text");
    message["type"] = "contacts";
    message["contacts"] = Json::parse(
        R"([{"name":{"formatted_name":"Njeri"},"phones":[{"phone":"+254 700 111 222"}],"origin":"contact_request"}])"
    );
    check_law(use, [&] { use.receive(dump_json(payload)); });
    CHECK(use.count() == 2);
    const auto find = [&] {
        const auto rows = use.store->list_conversations({});
        REQUIRE(rows);
        for (const auto& row : rows->conversations)
            if (row.user_id == "KE.1") return row;
        return Conversation{};
    };
    CHECK(find().wa_id == "254700111222");
    // The card of somebody else says nothing about who shows it.
    payload["entry"][0]["changes"][0]["value"]["messages"][0]["contacts"][0]["origin"] = "other";
    payload["entry"][0]["changes"][0]["value"]["messages"][0]["contacts"][0]["phones"][0]["phone"] =
        "+254 700 999 999";
    payload["entry"][0]["changes"][0]["value"]["messages"][0]["id"] = "wamid.CARD2";
    use.receive(dump_json(payload));
    CHECK(find().wa_id == "254700111222");
    CHECK(use.count() == 2);
}

TEST_CASE("changed person: has the name that the telephone of the business knows, until they tell their own"
) {
    Scene use;
    auto nameless = *parse_json(text_of("KE.1", "wamid.NEW"));
    nameless["entry"][0]["changes"][0]["value"]["contacts"][0].erase("profile");
    use.receive(dump_json(nameless));
    const auto sync = [](const std::string& action, const std::string& name) {
        Json value = test::whatsapp_value();
        value["metadata"]["phone_number_id"] = "106540352242922";
        value["state_sync"].push_back(
            {{"type", "contact"}, {"action", action}, {"contact", {{"full_name", name}, {"user_id", "KE.1"}}}}
        );
        return dump_json(test::whatsapp_payload(value, "smb_app_state_sync"));
    };
    const auto name = [&] {
        const auto rows = use.store->list_conversations({});
        REQUIRE(rows);
        for (const auto& row : rows->conversations)
            if (row.user_id == "KE.1") return row.contact_name;
        return std::string("nobody");
    };
    check_law(use, [&] { use.receive(sync("remove", "Nobody")); });
    CHECK(name().empty());
    check_law(use, [&] { use.receive(sync("add", "Njeri of the shop")); });
    CHECK(name() == "Njeri of the shop");
    use.receive(sync("add", "Another"));
    CHECK(name() == "Njeri of the shop");
    use.receive(text_of("KE.1", "wamid.NEXT"));
    CHECK(name() == "Amina Yusuf");
}

TEST_CASE("changed person: told again, it changes nothing") {
    Scene use;
    use.receive(id_update(kOldId, kNewId));
    CHECK(check_law(use, [&] { use.receive(id_update(kOldId, kNewId)); }) == 0);
    CHECK(use.only_row().user_id == kNewId);
}

TEST_CASE("changed person: an id that somebody else goes by stays theirs") {
    Scene use;
    use.receive(text_of(kNewId, "wamid.OTHER"));
    REQUIRE(use.count() == 2);
    CHECK(check_law(use, [&] { use.receive(id_update(kOldId, kNewId)); }) == 0);
    CHECK(use.count() == 2);
}

TEST_CASE("changed person: nobody who is known, or nothing that names anybody, changes nothing") {
    Scene use;
    CHECK(check_law(use, [&] { use.receive(id_update("KE.1", kNewId)); }) == 0);
    CHECK(check_law(use, [&] { use.receive(id_update("", kNewId)); }) == 0);
    CHECK(check_law(use, [&] { use.receive(id_update(kOldId, "")); }) == 0);
    CHECK(use.only_row().user_id == kOldId);
}

TEST_CASE("changed person: a new number and a new id come together") {
    Scene use;
    auto payload = *parse_json(test::kind_sample("system"));
    payload["entry"][0]["changes"][0]["value"]["messages"][0]["system"]["user_id"] = kNewId;
    check_law(use, [&] { use.receive(dump_json(payload)); });
    CHECK(use.only_row().wa_id == "254799000111");
    CHECK(use.only_row().user_id == kNewId);
}

}  // namespace
}  // namespace roost
