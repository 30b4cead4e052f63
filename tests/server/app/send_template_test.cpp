// A template named by name, language and values, on its way to the customer.
#include <doctest/doctest.h>

#include "server/app/clock.h"
#include "server/app/template_writes.h"
#include "tests/support/media_samples.h"
#include "tests/support/template_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

struct Scene : test::UseCase {
    Scene() {
        config.waba_id = test::kBusinessAccount;
        auto paused = test::plain_template("20", "paused");
        paused.status = "PAUSED";
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            return replace_templates(
                       transaction,
                       config.waba_id,
                       {test::plain_template(),
                        test::rich_template(),
                        test::named_template(),
                        test::carousel_template(),
                        paused}
            )
                .map([](bool) {});
        }));
        row = customer_writes();
        clock.advance(3 * kDay);  // the window is closed
    }

    Result<Message> send(const std::string& object, const std::string& ref = "ref") {
        const std::string body =
            R"({"client_ref":")" + ref + R"(","type":"template","template":)" + object + "}";
        auto request = read_send_request(body);
        REQUIRE(request);
        return send_message(*deps, agent, row.id, *request);
    }
    std::string refusal(const std::string& object) {
        const auto sent = send(object, "refused");
        REQUIRE_FALSE(sent);
        CHECK(waiting().empty());
        return sent.error().message;
    }
    const Template& shown(const Message& message) { return std::get<Template>(message.content); }

    Conversation row;
};

}  // namespace

TEST_CASE("sending a template: the customer's words are stored, Meta's object is sent") {
    Scene use;
    const auto sent = use.send(
        R"({"name":"reminder","language":"en-us","values":{"body.1":"{{contact.first_name}}","body.2":"Friday"}})"
    );
    REQUIRE(sent);
    CHECK(use.shown(*sent).shown.body == "Hello Amina, we meet on Friday.");
    CHECK(use.shown(use.message(sent->id)).language == "en_US");
    CHECK(use.only_row().last.preview.text == "Hello Amina, we meet on Friday.");
    CHECK(use.work_outbox() == 1);
    CHECK(
        use.cloud.calls()[0].body["template"] ==
        *parse_json(
            R"({"name":"reminder","language":{"code":"en_US"},"components":[{"type":"body","parameters":[
                {"type":"text","text":"Amina"},{"type":"text","text":"Friday"}]}]})"
        )
    );
}

TEST_CASE("sending a template: the header's file goes to Meta before it") {
    Scene use;
    const auto file = use.uploaded(test::jpeg_file(640, 480));
    const std::string rest = R"("body.1":"Tom","body.2":"P","button.0":"118","button.3":"SAVE"}})";
    const std::string head =
        R"({"name":"project_update","language":{"code":"en_US"},"values":{"header":{"file":")";
    const auto sent = use.send(head + file + R"("},)" + rest);
    REQUIRE(sent);
    CHECK(use.shown(*sent).shown.media.file.width == 640);
    CHECK(use.work_outbox() == 1);
    const auto components = use.cloud.calls()[0].body["template"]["components"];
    CHECK(components[0]["parameters"][0]["image"] == Json{{"id", "upload-1"}});
    // As a client says it that has shown the message already.
    const std::string shown =
        R"({"name":"project_update","language":{"code":"en_US"},"shown":{"header":"image","media":{"file":)";
    const auto again = use.send(shown + "\"" + file + R"("}},"values":{)" + rest, "again");
    REQUIRE(again);
    CHECK(use.shown(*again).shown.media.file.width == 640);
    CHECK(use.work_outbox() == 1);
    CHECK(use.refusal(head + R"(no-such"},)" + rest).find("names no file") != std::string::npos);
}

TEST_CASE("sending a template: the files of its cards go to Meta one after the other, each once") {
    Scene use;
    const auto one = use.uploaded(test::jpeg_file(640, 480));
    const auto other = use.uploaded(test::jpeg_file(320, 200));
    const std::string head =
        R"({"name":"roofs","language":{"code":"en_US"},"values":{"body.1":"Tom","card.0.body.1":"s",)"
        R"("card.0.button.0":"n","card.0.header":{"file":")";
    const std::string middle = R"("},"card.1.header":{"file":")";
    const auto sent = use.send(head + one + middle + other + R"("}}})");
    REQUIRE(sent);
    REQUIRE(use.shown(*sent).cards.size() == 2);
    CHECK(use.shown(*sent).cards[1].media.file.width == 320);
    use.cloud.fail_next_upload(MediaUploaded{"first"});
    use.cloud.fail_next_upload(CloudUnreachable{"cut short"});
    CHECK(use.work_outbox() == 1);
    CHECK(use.cloud.calls().empty());
    use.clock.advance(kMinute);
    CHECK(use.work_outbox() == 1);
    REQUIRE(use.cloud.calls().size() == 1);
    const auto cards = use.cloud.calls()[0].body["template"]["components"][1]["cards"];
    CHECK(cards[0]["components"][0]["parameters"][0]["image"] == Json{{"id", "first"}});
    CHECK(cards[1]["components"][0]["parameters"][0]["image"] == Json{{"id", "upload-1"}});
    CHECK(use.cloud.uploads().size() == 1);
    CHECK(use.refusal(head + one + middle + R"(none"}}})").find("names no file") != std::string::npos);
}

TEST_CASE("sending a template: what is wrong is said before anything is stored") {
    Scene use;
    CHECK(
        use.refusal(R"({"name":"reminder","language":"en_US"})") ==
        "The template cannot be sent: 'body.1' is missing, 'body.2' is missing."
    );
    CHECK(
        use.refusal(R"({"name":"nobody","language":"en_US","values":{}})") ==
        "There is no template 'nobody' in the language 'en_US'."
    );
    CHECK(
        use.refusal(R"({"name":"reminder","language":"hi","values":{}})").find("'hi'") != std::string::npos
    );
    CHECK(
        use.refusal(R"({"name":"paused","language":"en_US","values":{}})") ==
        "The template paused cannot be sent: Meta says PAUSED."
    );
    CHECK(
        use.refusal(R"({"name":"reminder","language":"en_US","values":7})").find("object") !=
        std::string::npos
    );
}

TEST_CASE("sending a template: whoever gives Meta's components is shown the same words") {
    Scene use;
    const std::string given =
        R"({"name":"reminder","language":{"code":"en_US"},"components":[{"type":"body","parameters":[
            {"type":"text","text":"Ann"},{"type":"text","text":"Monday"}]}]})";
    const auto sent = use.send(given);
    REQUIRE(sent);
    CHECK(use.shown(*sent).shown.body == "Hello Ann, we meet on Monday.");
    use.work_outbox();
    CHECK(use.cloud.calls()[0].body["template"] == *parse_json(given));
    // One that Roost has not heard of yet goes as it is; Meta decides.
    const std::string unknown = R"({"name":"brand_new","language":{"code":"en_US"},"components":[]})";
    REQUIRE(use.send(unknown, "ref2"));
    use.work_outbox();
    CHECK(use.cloud.calls().back().body["template"] == *parse_json(unknown));
}

TEST_CASE("sending a template: nobody can have other words shown than those that are sent") {
    Scene use;
    const auto sent = use.send(
        R"({"name":"reminder","language":"en_US","shown":{"body":"We owe you a million."},
            "values":{"body.1":"Ann","body.2":"Monday"}})"
    );
    REQUIRE(sent);
    CHECK(use.shown(*sent).shown.body == "Hello Ann, we meet on Monday.");
    const auto unknown =
        use.send(R"({"name":"brand_new","language":"en_US","body":"We owe you a million."})", "ref2");
    REQUIRE(unknown);
    CHECK(use.shown(*unknown).shown.body.empty());
}

}  // namespace roost
