#include "shared/wire/vcard.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "shared/base/code_points.h"
#include "shared/base/utf8.h"
#include "shared/messages/one_line.h"
#include "shared/model/phone_number.h"
#include "shared/text/links.h"

namespace roost {

namespace {

constexpr std::size_t kMostBytes = 75;       // of a line, RFC 6350 §3.2
constexpr std::size_t kMostInFileName = 60;  // code points

// Some readers take the last three for line breaks, too.
bool breaks_line(char32_t c) {
    return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// A value of type text, RFC 6350 §3.4.
std::string escaped(std::string_view text) {
    std::string out;
    for (text = trim(text); !text.empty();) {
        const CodePoint point = next_code_point(text);
        const char32_t c = point.value;
        text.remove_prefix(point.length);
        if (breaks_line(c)) {
            out += "\\n";
        } else if (!is_control(c)) {
            if (c == '\\' || c == ',' || c == ';') out += '\\';
            append_code_point(out, c);
        }
    }
    return out;
}

// Long lines go on in the next one behind a space; no letter is cut in two.
void add_line(std::string& out, const std::string& line) {
    std::string_view rest = line;
    std::size_t used = 0;
    while (!rest.empty()) {
        const std::size_t length = next_code_point(rest).length;
        if (used + length > kMostBytes) {
            out += "\r\n ";
            used = 1;
        }
        out.append(rest.substr(0, length));
        used += length;
        rest.remove_prefix(length);
    }
    out += "\r\n";
}

// Nothing for what is empty.
void add_text(std::string& out, std::string_view property, std::string_view text) {
    const std::string value = escaped(text);
    if (!value.empty()) add_line(out, std::string(property).append(":").append(value));
}

void add_phones(std::string& out, const Contacts::Card& card) {
    for (const std::string& phone : card.phones) {
        // WhatsApp's own form has the country's code without the plus that says so.
        const bool is_bare = !card.wa_id.empty() && phone == card.wa_id && !e164_digits(phone).empty();
        add_text(out, "TEL;VALUE=text", is_bare ? "+" + phone : phone);
    }
}

void add_urls(std::string& out, const Contacts::Card& card) {
    for (const std::string& url : card.urls)
        for (const text::Link& link : text::find_links(one_line(url, "")))
            if (link.href.starts_with("http")) add_line(out, "URL:" + link.href);
}

// YYYY-MM-DD, which a vCard has without the lines between.
void add_birthday(std::string& out, std::string_view birthday) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string digits;
    std::copy_if(birthday.begin(), birthday.end(), std::back_inserter(digits), is_digit);
    const bool is_date =
        birthday.size() == 10 && digits.size() == 8 && birthday[4] == '-' && birthday[7] == '-';
    if (is_date) return add_line(out, "BDAY:" + digits);
    add_text(out, "BDAY;VALUE=text", birthday);
}

// Every card needs a name.
std::string name_of(const Contacts::Card& card) {
    std::vector<std::string> names{card.name, card.organisation};
    names.insert(names.end(), card.phones.begin(), card.phones.end());
    names.insert(names.end(), card.emails.begin(), card.emails.end());
    const auto said = std::find_if(names.begin(), names.end(), [](const std::string& one) {
        return !escaped(one).empty();
    });
    return said == names.end() ? "" : *said;
}

void add_card(std::string& out, const Contacts::Card& card) {
    const std::string name = name_of(card);
    if (name.empty()) return;
    out += "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    add_text(out, "FN", name);
    add_phones(out, card);
    for (const std::string& email : card.emails)
        add_text(out, "EMAIL", email);
    add_text(out, "ORG", card.organisation);
    add_text(out, "TITLE", card.position);
    for (const std::string& address : card.addresses)
        if (const std::string street = escaped(address); !street.empty())
            add_line(out, "ADR:;;" + street + ";;;;");
    add_urls(out, card);
    add_birthday(out, card.birthday);
    out += "END:VCARD\r\n";
}

}  // namespace

std::string vcards(const Contacts& contacts) {
    std::string out;
    for (const Contacts::Card& card : contacts.cards)
        add_card(out, card);
    return out;
}

std::string vcard_name(const Contacts& contacts) {
    std::string name = contacts.cards.empty() ? "" : one_line(contacts.cards.front().name, "");
    std::replace_if(
        name.begin(),
        name.end(),
        [](char c) { return std::string_view(R"(/\:*?"<>|)").find(c) != std::string_view::npos; },
        ' '
    );
    // A point in front hides a file.
    name = one_line(truncate_code_points(name, kMostInFileName), "");
    name.erase(0, std::min(name.find_first_not_of(". "), name.size()));
    return (name.empty() ? "contact" : name) + ".vcf";
}

}  // namespace roost
