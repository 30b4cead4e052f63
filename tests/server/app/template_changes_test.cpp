#include "server/app/template_changes.h"

#include <doctest/doctest.h>

#include "server/app/clock.h"
#include "server/app/template_writes.h"
#include "server/simulator/made_files.h"
#include "shared/wire/template_proposal.h"
#include "tests/support/template_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::plain_template;

constexpr std::string_view kBody = "Hello {{1}}, our team comes on {{2}}. Reply if that does not suit you.";

Json asked(const std::string& name = "visit", std::string_view body = kBody) {
    Json json{{"name", name}, {"language", "en_US"}, {"category", "UTILITY"}};
    Json component{{"type", "BODY"}, {"text", body}};
    if (body == kBody) component["example"]["body_text"] = Json::array({Json::array({"Amina", "Thursday"})});
    json["components"] = Json::array({component});
    return json;
}

// As Meta lists what was asked for.
MessageTemplate listed(const Json& body, const std::string& id, const std::string& status = "PENDING") {
    Json json = body;
    json["id"] = id;
    json["status"] = status;
    return *read_message_template(json);
}

CloudRefusal refusal(int code, int subcode = 0, const std::string& message = "Meta's words.") {
    return {400, code, "details", 0, subcode, "Title", message};
}

struct Scene : test::UseCase {
    Scene() { config.waba_id = test::kBusinessAccount; }

    void hold(const MessageTemplate& pattern) {
        REQUIRE(store->write([&](Transaction& transaction) {
            return transaction.put_template(config.waba_id, pattern);
        }));
        cloud.hold_templates({pattern});
    }
    std::string stored() {
        const auto all = store->list_templates(config.waba_id);
        REQUIRE(all);
        std::string text;
        for (const auto& one : *all)
            text += one.id + "/" + one.name + "/" + one.status + "/" + one.part.body.substr(0, 5) + " ";
        return text;
    }
    EventSeq newest() { return store->event_range()->newest; }
    UnixMillis due() {
        const auto sync = store->find_template_sync(config.waba_id);
        REQUIRE(sync);
        const auto& known = *sync;
        return known ? known->due_at : -1;
    }
    TemplateResult<MessageTemplate> create(const Json& body) {
        return create_template(*deps, cloud, files, {}, body);
    }
    TemplateResult<MessageTemplate> edit(const std::string& id, const Json& body) {
        return edit_template(*deps, cloud, files, {}, id, body);
    }
    std::string keep_file(std::string_view bytes) {
        auto file = files.begin();
        REQUIRE(file);
        REQUIRE((*file)->write(bytes));
        const auto kept = (*file)->keep();
        REQUIRE(kept);
        return kept->id;
    }
    TemplateResult<void> remove(const std::string& id) { return delete_template(*deps, cloud, {}, id); }
};

// "code field/code …"
template <class T>
std::string failure(const TemplateResult<T>& result) {
    if (result) return "done";
    std::string text(error_code_name(result.error().error.code));
    for (const auto& one : result.error().fields)
        text += " " + one.field + "/" + one.code;
    return text;
}

}  // namespace

TEST_CASE("template changes: a new one is kept in review and told to open pages") {
    Scene use;
    const auto before = use.newest();
    const auto made = use.create(asked());
    REQUIRE(made);
    CHECK(made->id == "9001");
    CHECK(made->status == "PENDING");
    CHECK(use.stored() == "9001/visit/PENDING/Hello ");
    CHECK(use.newest() > before);
    CHECK(use.due() == use.clock.now() + 10 * kSecond);
    REQUIRE(use.cloud.changes().size() == 1);
    const auto call = use.cloud.changes().front();
    CHECK(call.starts_with("create {"));
    CHECK((*parse_json(call.substr(7)))["components"] == asked()["components"]);
}

TEST_CASE("template changes: a new one goes to the business account of the number that is named") {
    Scene use;
    use.numbers.set({{"778899", "other-waba", "token", "secret"}});
    std::string other;
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto id, transaction.account_for(Platform::kWhatsApp, "778899"));
        other = to_string(id);
        return {};
    }));
    auto body = asked();
    body["account"] = other;
    REQUIRE(use.create(body));
    CHECK(use.store->list_templates("other-waba")->size() == 1);
    CHECK(use.store->list_templates(test::kBusinessAccount)->empty());
    body["account"] = "4711";
    CHECK(failure(use.create(body)) == "not_found");
}

TEST_CASE("template changes: what Meta would refuse is told beside its field, without asking Meta") {
    Scene use;
    CHECK(failure(use.create(asked("Visit"))) == "invalid name/name");
    CHECK(
        failure(use.create(asked("visit", "{{1}}, we come on {{2}} again."))) ==
        "invalid body/gap_at_edge sample.body.1/missing sample.body.2/missing"
    );
    CHECK(
        failure(use.create(*parse_json("[]"))) ==
        "invalid name/missing language/missing category/missing body/missing"
    );
    use.hold(plain_template("11", "visit"));
    CHECK(failure(use.create(asked())) == "invalid name/exists");
    CHECK(use.cloud.changes().empty());
    use.config.waba_id.clear();
    CHECK(failure(use.create(asked())) == "conflict");
}

TEST_CASE("template changes: Meta's refusal stands beside the field that it means") {
    struct Row {
        CloudRefusal refusal;
        std::string failure;
        std::string sentence;
    };
    CloudRefusal untitled = refusal(100, 0, "");
    untitled.user_title.clear();
    for (const Row& row : std::vector<Row>{
             {refusal(100, 2388299), "invalid body/meta", "Meta's words."},
             {refusal(100, 2388293), "invalid body/meta", "Meta's words."},
             {refusal(100, 2388072), "invalid body/meta", "Meta's words."},
             {refusal(100, 2388047), "invalid header/meta", "Meta's words."},
             {refusal(100, 2388073), "invalid footer/meta", "Meta's words."},
             {refusal(100, 2388023), "invalid name/meta", "Meta's words."},
             {refusal(100, 2388040, ""), "invalid /meta", "Title"},
             {refusal(100, 2399999), "invalid /meta", "Meta's words."},
             {untitled, "invalid /meta", "details"},
             {refusal(190), "conflict", "Meta's words."},
             {refusal(2), "unavailable", "Meta's words."}}) {
        CAPTURE(row.refusal.code);
        CAPTURE(row.refusal.subcode);
        Scene use;
        use.cloud.answer_next_change(row.refusal);
        const auto result = use.create(asked());
        CHECK(failure(result) == row.failure);
        REQUIRE_FALSE(result);
        const auto& fields = result.error().fields;
        CHECK((fields.empty() ? result.error().error.message : fields.front().sentence) == row.sentence);
        CHECK(use.stored().empty());
    }
}

TEST_CASE("template changes: without an answer nothing is stored, and it may be asked again") {
    Scene use;
    use.cloud.answer_next_change(CloudUnreachable{"no name"});
    CHECK(failure(use.create(asked())) == "unavailable");
    CHECK(use.due() == -1);
    use.cloud.answer_next_change(CloudUnknown{"cut off"});
    CHECK(failure(use.create(asked())) == "unavailable");
    CHECK(use.stored().empty());
    CHECK(use.due() == 0);  // Meta may have it
    REQUIRE(use.create(asked()));
    CHECK(use.stored() == "9001/visit/PENDING/Hello ");
}

TEST_CASE("template changes: one whose answer was lost is found, not made twice") {
    Scene use;
    use.cloud.hold_templates({listed(asked(), "77", "APPROVED")});
    use.cloud.answer_next_change(refusal(100, 2388024));
    const auto found = use.create(asked());
    REQUIRE(found);
    CHECK(found->id == "77");
    CHECK(use.stored() == "77/visit/APPROVED/Hello ");
    const auto again = use.create(asked());
    REQUIRE(again);
    CHECK(again->id == "77");
    CHECK(use.cloud.changes().size() == 1);
    CHECK(failure(use.create(asked("visit", "Something else is written here."))) == "invalid name/exists");
}

TEST_CASE("template changes: a name that Meta has with other words is taken") {
    Scene use;
    use.cloud.hold_templates({listed(asked("visit", "Something else is written here."), "77")});
    use.cloud.answer_next_change(refusal(100, 2388024));
    CHECK(failure(use.create(asked())) == "invalid name/exists");
    Scene blocked;
    blocked.cloud.answer_next_change(refusal(100, 2388024));
    CHECK(failure(blocked.create(asked())) == "invalid name/meta");
    Scene away;
    away.cloud.answer_next_change(refusal(100, 2388024));
    away.cloud.fail_next_listing(CloudUnreachable{"no name"});
    CHECK(failure(away.create(asked())) == "unavailable");
}

TEST_CASE("template changes: an edit goes back into review") {
    Scene use;
    use.hold(plain_template("11", "visit"));
    const auto changed = use.edit("11", asked("ignored"));
    REQUIRE(changed);
    CHECK(changed->name == "visit");
    CHECK(use.stored() == "11/visit/PENDING/Hello ");
    REQUIRE(use.cloud.changes().size() == 1);
    const auto call = use.cloud.changes().front();
    REQUIRE(call.starts_with("edit 11 "));
    CHECK(*parse_json(call.substr(8)) == Json{{"components", asked()["components"]}});
    // The same again, after an answer that was lost.
    CHECK(use.edit("11", asked()));
    CHECK(failure(use.edit("11", asked("", "Something else is written here."))) == "conflict");
    CHECK(use.cloud.changes().size() == 1);
}

TEST_CASE("template changes: what may not be edited is not") {
    Scene use;
    use.hold(plain_template("11", "visit"));
    Json marketing = asked();
    marketing["category"] = "MARKETING";
    CHECK(failure(use.edit("11", marketing)) == "invalid category/fixed");
    CHECK(failure(use.edit("11", Json::object())) == "invalid body/missing");
    CHECK(failure(use.edit("12", asked())) == "not_found");
    auto rejected = plain_template("11", "visit");
    rejected.status = "REJECTED";
    use.hold(rejected);
    REQUIRE(use.edit("11", marketing));
    CHECK(use.cloud.changes().back().find(R"("category":"MARKETING")") != std::string::npos);
}

TEST_CASE("template changes: an edit that Meta refuses or does not answer changes nothing") {
    Scene use;
    use.hold(plain_template("11", "visit"));
    use.cloud.answer_next_change(refusal(100, 2388299));
    CHECK(failure(use.edit("11", asked())) == "invalid body/meta");
    use.cloud.answer_next_change(CloudUnknown{"cut off"});
    CHECK(failure(use.edit("11", asked())) == "unavailable");
    CHECK(use.stored() == "11/visit/APPROVED/Hello ");
    CHECK(use.due() == 0);
}

TEST_CASE("template changes: one that was deleted is gone, also if the answer was lost") {
    Scene use;
    use.hold(plain_template("11", "visit"));
    CHECK(use.remove("11"));
    CHECK(use.cloud.changes().back() == "delete 11 visit");
    CHECK(use.stored().empty());
    CHECK(failure(use.remove("11")) == "not_found");

    use.hold(plain_template("11", "visit"));
    use.cloud.answer_next_change(CloudUnknown{"cut off"});
    CHECK(failure(use.remove("11")) == "unavailable");
    CHECK_FALSE(use.stored().empty());
    use.cloud.hold_templates({});
    use.cloud.answer_next_change(refusal(100));
    CHECK(use.remove("11"));
    CHECK(use.stored().empty());

    use.hold(plain_template("11", "visit"));
    use.cloud.answer_next_change(refusal(100));
    CHECK(failure(use.remove("11")) == "invalid /meta");
    CHECK_FALSE(use.stored().empty());
}

TEST_CASE("template changes: what happens while Meta answers is looked at again") {
    Scene use;
    // An older list, without the new one, comes after it.
    REQUIRE(use.create(asked()));
    REQUIRE(use.store->write([&](Transaction& transaction) {
        return replace_templates(transaction, use.config.waba_id, {}).map([](bool) {});
    }));
    CHECK(use.stored().empty());
    CHECK(use.due() == use.clock.now() + 10 * kSecond);
}

namespace {

Json with_header(Json body, const std::string& format, const Json& example) {
    body["components"].push_back({{"type", "HEADER"}, {"format", format}, {"example", example}});
    return body;
}

}  // namespace

TEST_CASE("template changes: the sample of a header goes to Meta first, and is named as Meta calls it") {
    Scene use;
    const auto page = simulator::printed_page("Offer", "Ten panels");
    const auto id = use.keep_file(page);
    const auto made = use.create(with_header(asked(), "DOCUMENT", {{"header_file", {id}}}));
    REQUIRE(made);
    REQUIRE(use.cloud.samples().size() == 1);
    CHECK(use.cloud.samples()[0].bytes == page);
    CHECK(use.cloud.samples()[0].mime_type == "application/pdf");
    const auto sent = *parse_json(use.cloud.changes().front().substr(7));
    CHECK(sent["components"][1]["example"] == Json{{"header_handle", {"4::1"}}});
    CHECK(made->part.header == TemplateHeader::kDocument);
}

TEST_CASE("template changes: a header without a sample, or with one of another kind, is told beside it") {
    Scene use;
    CHECK(
        failure(use.create(with_header(asked(), "IMAGE", Json::object()))) == "invalid sample.header/missing"
    );
    CHECK(
        failure(use.create(with_header(asked(), "IMAGE", {{"header_file", {std::string(64, 'a')}}}))) ==
        "invalid sample.header/sample"
    );
    const auto page = use.keep_file(simulator::printed_page("Offer", "Ten panels"));
    CHECK(
        failure(use.create(with_header(asked(), "IMAGE", {{"header_file", {page}}}))) ==
        "invalid sample.header/sample"
    );
    CHECK(use.cloud.samples().empty());
    CHECK(use.cloud.changes().empty());
}

TEST_CASE("template changes: a sample that Meta does not take or answer for changes nothing") {
    Scene use;
    const auto body = with_header(
        asked(), "DOCUMENT", {{"header_file", {use.keep_file(simulator::printed_page("Offer", "Ten"))}}}
    );
    use.cloud.fail_next_sample(CloudUnreachable{"cut"});
    CHECK(failure(use.create(body)) == "unavailable");
    use.cloud.fail_next_sample(refusal(100, 2388047));
    CHECK(failure(use.create(body)) == "invalid header/meta");
    CHECK(use.cloud.changes().empty());
    CHECK(use.stored().empty());
    CHECK(use.create(body));
}

TEST_CASE("template changes: what programs name by a handle of their own goes as it came") {
    Scene use;
    REQUIRE(use.create(with_header(asked(), "IMAGE", {{"header_handle", {"4::theirs"}}})));
    CHECK(use.cloud.samples().empty());
    CHECK(use.cloud.changes().front().find("4::theirs") != std::string::npos);
}

}  // namespace roost
