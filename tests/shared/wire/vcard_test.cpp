#include "shared/wire/vcard.h"

#include <doctest/doctest.h>

#include "shared/base/utf8.h"

namespace roost {
namespace {

Contacts::Card person(std::string name) {
    Contacts::Card card;
    card.name = std::move(name);
    return card;
}

std::string file_of(Contacts::Card card) {
    return vcards(Contacts{{std::move(card)}});
}

const std::string kBegin = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
const std::string kEnd = "END:VCARD\r\n";

}  // namespace

TEST_CASE("vcard: all that a card says stands in it") {
    Contacts::Card card = person("Dr. Wanjiru Kamau");
    card.phones = {"254700333444", "+254 20 555 010"};
    card.wa_id = "254700333444";
    card.emails = {"wanjiru@example.com"};
    card.organisation = "Kamau Survey";
    card.position = "Roofs, Surveyor";
    card.addresses = {"Ngong Road 14, 00100, Nairobi"};
    card.urls = {"https://survey.example/a,b"};
    card.birthday = "1984-03-11";
    CHECK(
        file_of(card) == kBegin +
                             "FN:Dr. Wanjiru Kamau\r\n"
                             "TEL;VALUE=text:+254700333444\r\n"
                             "TEL;VALUE=text:+254 20 555 010\r\n"
                             "EMAIL:wanjiru@example.com\r\n"
                             "ORG:Kamau Survey\r\n"
                             "TITLE:Roofs\\, Surveyor\r\n"
                             "ADR:;;Ngong Road 14\\, 00100\\, Nairobi;;;;\r\n"
                             "URL:https://survey.example/a,b\r\n"
                             "BDAY:19840311\r\n" +
                             kEnd
    );
}

TEST_CASE("vcard: several cards stand one after the other, and one that says nothing is left out") {
    CHECK(
        vcards(Contacts{{person("Amina"), person(" \r\n"), person("Peter")}}) ==
        kBegin + "FN:Amina\r\n" + kEnd + kBegin + "FN:Peter\r\n" + kEnd
    );
    CHECK(vcards(Contacts{}).empty());
    // Every card needs a name.
    Contacts::Card nameless;
    nameless.phones = {"+254 733 900 100"};
    CHECK(file_of(nameless).find("FN:+254 733 900 100\r\n") != std::string::npos);
}

TEST_CASE("vcard: no text of the customer's ends its line or its value") {
    CHECK(
        file_of(person("A\\B;C,D\r\nEND:VCARD\nTEL:1\u2028X\u0085Y\tZ\x01")) ==
        kBegin + "FN:A\\\\B\\;C\\,D\\nEND:VCARD\\nTEL:1\\nX\\nYZ\r\n" + kEnd
    );
    Contacts::Card card = person("Amina");
    card.urls = {"javascript:alert(1)", "https://a.example/\r\nTEL:1"};
    card.birthday = "in\nspring";
    const std::string file = file_of(card);
    CHECK(file.find("javascript") == std::string::npos);
    CHECK(file.find("URL:https://a.example/\r\n") != std::string::npos);
    CHECK(file.find("\nTEL") == std::string::npos);
    CHECK(file.find("BDAY;VALUE=text:in\\nspring\r\n") != std::string::npos);
}

TEST_CASE("vcard: long lines are folded, never inside a letter") {
    std::string name;
    for (int i = 0; i < 60; ++i)
        name += "é";
    const std::string file = file_of(person(name));
    CHECK(is_utf8(file));
    std::string unfolded;
    for (std::size_t from = 0; from < file.size();) {
        const std::size_t end = file.find("\r\n", from);
        REQUIRE(end != std::string::npos);
        const std::string line = file.substr(from, end - from);
        CHECK(line.size() <= 75);
        CHECK(is_utf8(line));
        if (line.starts_with(' ')) {
            unfolded += line.substr(1);
        } else {
            unfolded += "|" + line;
        }
        from = end + 2;
    }
    CHECK(unfolded == "|BEGIN:VCARD|VERSION:4.0|FN:" + name + "|END:VCARD");
}

TEST_CASE("vcard: the file is called as the first person, by what a file may be called") {
    CHECK(vcard_name(Contacts{{person("Peter Kamau"), person("Amina")}}) == "Peter Kamau.vcf");
    CHECK(vcard_name(Contacts{{person("../../etc/\npasswd")}}) == "etc passwd.vcf");
    CHECK(vcard_name(Contacts{{person("...")}}) == "contact.vcf");
    CHECK(vcard_name(Contacts{}) == "contact.vcf");
    CHECK(vcard_name(Contacts{{person(std::string(500, 'a'))}}).size() == 64);
}

}  // namespace roost
