#include <string>

#include <doctest/doctest.h>

#include "shared/messages/content.h"

using namespace roost;

namespace {

using ActionKind = InteractiveAction::Kind;

Json json(const char* text) {
    return Json::parse(text, nullptr, false);
}

}  // namespace

TEST_CASE("bodies: media keep id, kind of file, checksum and caption") {
    const Json body = json(
        R"({"id":"901","mime_type":"image/png","sha256":"abc=","caption":"Look","url":"https://x.example/1"})"
    );
    const MediaRef media{"901", "https://x.example/1", "image/png", "abc=", "Look"};
    CHECK(Image::read(body) == Image{media});
    CHECK(Video::read(body) == Video{media});
    CHECK(Image::read(write_image(Image{media})) == Image{media});
    CHECK(Video::read(write_video(Video{media})) == Video{media});
    CHECK(write_image(Image{}) == Json::object());
    Json target{{"kept", true}};
    write_media_ref(media, target);
    CHECK(target["kept"] == true);
    CHECK(target["link"] == "https://x.example/1");
}

TEST_CASE("bodies: what became of the file is kept beside what Meta said of it") {
    Image image;
    image.media.id = "901";
    MediaCopy& file = image.media.file;
    file = {MediaState::kStored, MediaFault::kNone, "0a1b", "image/jpeg", 1234, 640, 480};
    CHECK(Image::read(write_image(image)) == image);
    CHECK(write_image(image)["file"]["state"] == "stored");
    file = {};
    file.state = MediaState::kPending;
    CHECK(Image::read(write_image(image)) == image);
    for (const auto fault :
         {MediaFault::kExpired,
          MediaFault::kGone,
          MediaFault::kTooLarge,
          MediaFault::kDamaged,
          MediaFault::kRefused,
          MediaFault::kUnavailable}) {
        file.state = MediaState::kFailed;
        file.fault = fault;
        CHECK(Image::read(write_image(image)) == image);
    }
    CHECK(Image::read(json(R"({"file":"0a1b"})")).media.file.id == "0a1b");
    const auto odd = Image::read(json(R"({"file":{"state":"lost","size":-5,"width":1e99,"height":"2"}})"));
    CHECK(odd.media.file == MediaCopy{});
}

TEST_CASE("bodies: every kind with a file is found by it") {
    for (const Content& content :
         {Content(Image{}), Content(Video{}), Content(Audio{}), Content(Document{}), Content(Sticker{})})
        CHECK(media_in(content) != nullptr);
    CHECK(media_in(Content(Text{})) == nullptr);
    Template with_picture;
    CHECK(media_in(Content(with_picture)) == nullptr);
    with_picture.shown.header = TemplateHeader::kImage;
    CHECK(media_in(Content(with_picture)) != nullptr);
    CHECK(file_kind(Content(with_picture)) == "image");
    CHECK(file_kind(Content(Video{})) == "video");
    Content photo = Image{};
    media_in(photo)->caption = "Look";
    CHECK(std::get<Image>(photo).media.caption == "Look");
}

TEST_CASE("bodies: a voice note, a moving sticker and a file's name are told apart") {
    CHECK(Audio::read(json(R"({"id":"1","voice":true})")).is_voice);
    CHECK_FALSE(Audio::read(json(R"({"id":"1","voice":"yes"})")).is_voice);
    CHECK(Audio::read(write_audio(Audio{{}, true})) == Audio{{}, true});
    CHECK(Sticker::read(json(R"({"animated":true})")).is_animated);
    CHECK(Sticker::read(write_sticker(Sticker{{}, true})) == Sticker{{}, true});
    CHECK(Document::read(json(R"({"filename":"plan.pdf"})")).filename == "plan.pdf");
    CHECK(Document::read(write_document(Document{{}, "plan.pdf"})) == Document{{}, "plan.pdf"});
}

TEST_CASE("bodies: coordinates are read as numbers and as text") {
    const Location place{-1.2921, 36.8219, "Site office", "Kenyatta Avenue", ""};
    CHECK(Location::read(write_location(place)) == place);
    CHECK(Location::read(json(R"({"latitude":"-1.5","longitude":"x"})")) == Location{-1.5, 0, "", "", ""});
}

TEST_CASE("bodies: cards without a full name or number show what they have") {
    const Contacts contacts = Contacts::read(json(
        R"([{"name":{"first_name":"Wanjiru","last_name":"Kamau"},"phones":[{"wa_id":"2547"}]},{"name":{"formatted_name":"J"},
                 "phones":[{"phone":"+1"},{"phone":2}],"emails":[{"email":"j@example.com"}],"org":{"company":"Roofs"}}])"
    ));
    REQUIRE(contacts.cards.size() == 2);
    const auto read = [&](std::size_t i) {
        auto card = contacts.cards[i];
        card.raw.clear();
        return card;
    };
    CHECK(read(0) == Contacts::Card{"Wanjiru Kamau", {"2547"}, {}, "", "2547"});
    CHECK(read(1) == Contacts::Card{"J", {"+1", "2"}, {"j@example.com"}, "Roofs"});
    CHECK(Contacts::read(write_contacts(contacts)) == contacts);
}

TEST_CASE("bodies: a card keeps what nobody has a place for, and is written again as it came") {
    const Json told = json(
        R"([{"name":{"formatted_name":"Dr. W","prefix":"Dr."},"phones":[{"phone":"1","type":"CELL"}],
        "org":{"company":"Roofs","department":"Sales","title":"Lead"},"birthday":"1984-03-11",
        "addresses":[{"street":"Ngong Road 14","city":"Nairobi","country_code":"ke"},{}],
        "urls":[{"url":"https://roofs.example"}],"hologram":{"depth":3}}])"
    );
    const Contacts contacts = Contacts::read(told);
    REQUIRE(contacts.cards.size() == 1);
    const auto& card = contacts.cards[0];
    CHECK(card.position == "Sales, Lead");
    CHECK(card.addresses == std::vector<std::string>{"Ngong Road 14, Nairobi"});
    CHECK(card.urls == std::vector<std::string>{"https://roofs.example"});
    CHECK(card.birthday == "1984-03-11");
    CHECK(write_contacts(contacts) == told);
    CHECK(Contacts::read(json(R"([{"name":{"formatted_name":"J"}}])")).cards[0].raw.empty());
}

TEST_CASE("bodies: a reaction is taken back by an empty emoji or by none") {
    CHECK(Reaction::read(json(R"({"message_id":"w"})")) == Reaction{"w", ""});
    CHECK(Reaction::read(write_reaction(Reaction{"w", ""})) == Reaction{"w", ""});
}

TEST_CASE("bodies: every answer has something to read, and keeps all of Meta's words") {
    const Json flow =
        json(R"({"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}})");
    CHECK(Interactive::read(flow).title == "Sent");
    CHECK(write_interactive(Interactive::read(flow)) == flow);
    CHECK(Interactive::read(json(R"({"type":"button","body":{"text":"Which day?"}})")).title == "Which day?");
    const Interactive bare{"button_reply", "yes", "Yes", "", ""};
    CHECK(Interactive::read(write_interactive(bare)).title == "Yes");
    CHECK(
        english(preview(Interactive::read(
            json(R"({"type":"call_permission_reply","call_permission_reply":{"response":"reject"}})")
        ))) == "Did not allow calls"
    );
    CHECK_FALSE(english(preview(Interactive{})).empty());
}

TEST_CASE("bodies: what we offered is read with all that can be pressed") {
    const auto offered = [](const char* text) { return Interactive::read(json(text)); };
    const Interactive buttons = offered(
        R"({"type":"button","header":{"type":"text","text":"Visit"},"body":{"text":"Which day?"},
            "footer":{"text":"Savanna"},"action":{"buttons":[{"reply":{"id":"1","title":"Monday"}},
            {"reply":{}},7]}})"
    );
    CHECK(buttons.header == "Visit");
    CHECK(buttons.footer == "Savanna");
    CHECK(buttons.actions == std::vector<InteractiveAction>{{ActionKind::kReply, "Monday"}});
    CHECK(Interactive::read(write_interactive(buttons)) == buttons);
    CHECK(
        offered(R"({"type":"list","action":{"button":"Choose","sections":[]}})").actions ==
        std::vector<InteractiveAction>{{ActionKind::kList, "Choose"}}
    );
    CHECK(
        offered(R"({"type":"cta_url","action":{"parameters":{"display_text":"Open","url":"https://a.b"}}})")
            .actions == std::vector<InteractiveAction>{{ActionKind::kLink, "Open", "https://a.b"}}
    );
    CHECK(
        offered(R"({"type":"location_request_message","action":{"name":"send_location"}})").actions ==
        std::vector<InteractiveAction>{{ActionKind::kLocation, ""}}
    );
    CHECK(offered(R"({"type":"button_reply","button_reply":{"id":"1","title":"Yes"}})").actions.empty());
    CHECK(offered(R"({"type":"button","action":[1]})").actions.empty());
}

TEST_CASE("bodies: templates, buttons, orders, notices and texts survive being written") {
    const Template hello =
        Template::read(json(R"({"name":"hello","language":{"code":"en"},"body":"Hello"})"));
    CHECK(hello.shown.body == "Hello");
    CHECK(hello.raw.find("body") == std::string::npos);
    CHECK(Template::read(write_template(hello)) == hello);
    CHECK(Button::read(write_button(Button{"Yes", "p"})) == Button{"Yes", "p"});
    const Order order = Order::read(json(R"({"catalog_id":7,"product_items":[{},{}]})"));
    CHECK(order.item_count == 2);
    CHECK(Order::read(write_order(order)) == order);
    CHECK(Order::read(write_order(Order{"7", "", 3, ""})).item_count == 3);
    const System moved{"user_changed_number", "moved", "2547"};
    CHECK(System::read(write_system(moved)) == moved);
    CHECK(System::read(json(R"({"new_wa_id":"2547"})")).new_wa_id == "2547");
    CHECK(Text::read(write_text(Text{"x", true})) == Text{"x", true});
}

TEST_CASE("bodies: what cannot be shown says why, in Meta's words") {
    const Json message = json(R"({"type":"unsupported","unsupported":{"type":"poll"},
        "errors":[{"code":131051,"title":"Unknown","error_data":{"details":"Message type is not supported."}}]})"
    );
    const Unsupported poll = read_unsupported("unsupported", message);
    CHECK(poll.type == "poll");
    CHECK(poll.reason == "Message type is not supported.");
    CHECK(json(poll.raw.c_str()) == message);
}

TEST_CASE("bodies: what was deleted says so, and nothing else") {
    const Unsupported gone{"revoked", "", "{}"};
    CHECK(preview(gone).kind == PreviewKind::kDeleted);
    CHECK(english(preview(gone)) == "This message was deleted.");
    CHECK(english(preview(Unsupported{"poll", "", "{}"})) == "Message that cannot be shown (poll)");
}

TEST_CASE("bodies: a call rings until it has ended, and nothing told of its length is believed blindly") {
    CHECK(Call::read(json("{}")) == Call{false, 0});
    CHECK(Call::read(json(R"({"has_ended":true,"seconds":75})")) == Call{true, 75});
    CHECK(Call::read(json(R"({"has_ended":true,"seconds":-3})")) == Call{true, 0});
    CHECK(Call::read(json(R"({"has_ended":"yes","seconds":9000000000000})")) == Call{false, 86400});
    CHECK(english(preview(Call{true, 0})) == "Missed call");
}

TEST_CASE("bodies: what was ordered, and what it costs where that can be said") {
    const auto ordered = [](const char* items) {
        return Order::read(json((R"({"catalog_id":"1","product_items":)" + std::string(items) + "}").c_str()))
            .items;
    };
    const auto items = ordered(
        R"([{"product_retailer_id":"panel","quantity":2,"item_price":"189.50","currency":"EUR"},
            {"product_retailer_id":7,"quantity":8,"item_price":3.2,"currency":"EUR"}])"
    );
    CHECK(items == std::vector<OrderItem>{{"panel", 2, 18950, "EUR"}, {"7", 8, 320, "EUR"}});
    CHECK(total_of(items).amount == 40460);
    CHECK(total_of(items).currency == "EUR");
    CHECK(total_of(ordered(R"([{"item_price":1,"currency":"EUR"},{"item_price":1,"currency":"KES"}])"))
              .currency.empty());
    CHECK(total_of(ordered(R"([{"product_retailer_id":"a"}])")).currency.empty());
    CHECK(ordered(R"([{"item_price":-5,"quantity":-3}])") == std::vector<OrderItem>{{"", 0, 0, ""}});
    CHECK(ordered("[7]").size() == 1);
    const auto dear = ordered(
        R"([{"item_price":"999999999","quantity":9999999,"currency":"KES"},
            {"item_price":1e300,"quantity":9223372036854775807,"currency":"KES"}])"
    );
    CHECK(dear.at(1).price == 0);
    CHECK(total_of({dear.at(0)}).currency.empty());
    CHECK(Order{}.items.empty());
}
