#include "client-wasm/views/editor_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "client-wasm/views/form_field.h"
#include "client-wasm/words/words.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"
#include "shared/wire/field_checks.h"
#include "shared/wire/interactive_limits.h"

namespace roost {

namespace {

using enum EditorKind;
using enum EditorCheck;

constexpr unsigned bit(EditorKind kind) {
    return 1U << static_cast<unsigned>(kind);
}

constexpr unsigned kWithHeadings = bit(kButtons) | bit(kList) | bit(kLink);

struct Row {
    unsigned kinds;
    std::string_view key;
    Word EditorWords::*label;
    std::size_t limit = 0;
    EditorCheck check = kText;
    bool is_needed = false;
};

constexpr auto kRows = std::to_array<Row>({
    {bit(kContact), "name", &EditorWords::name, 0, kText, true},
    {bit(kContact), "phone", &EditorWords::phone, 0, kPhone, true},
    {kWithHeadings, "header", &EditorWords::header, kLongestHeading},
    {kWithHeadings | bit(kAskLocation), "body", &EditorWords::body, kLongestBody, kText, true},
    {kWithHeadings, "footer", &EditorWords::footer, kLongestHeading},
    {bit(kLink), "label", &EditorWords::label, kLongestLabel, kText, true},
    {bit(kLink), "url", &EditorWords::address, kLongestUrl, kAddress, true},
    {bit(kList), "label", &EditorWords::opens_list, kLongestLabel, kText, true},
});

std::string numbered(std::string_view name, int number) {
    return std::string(name) + std::to_string(number);
}

void add_place(const TemplateWords& words, std::vector<EditorField>& fields) {
    fields.push_back({"latitude", std::string(words.latitude), 0, kLatitude, true});
    fields.push_back({"longitude", std::string(words.longitude), 0, kLongitude, true});
    fields.push_back({"name", std::string(words.place_name)});
    fields.push_back({"address", std::string(words.place_address)});
}

void add_buttons(const Locale& locale, std::vector<EditorField>& fields) {
    const Word& label = locale.words().sending.editor.button;
    for (int i = 1; i <= static_cast<int>(kMostButtons); ++i)
        fields.push_back(
            {numbered("button", i), fill(label, {locale.number(i)}), kLongestLabel, kText, i == 1}
        );
}

// With which entry each section of the list begins.
std::vector<int> beginnings(const EditorState& editor) {
    std::vector<int> first{1};
    first.insert(first.end(), editor.later_sections.begin(), editor.later_sections.end());
    return first;
}

// A section that stands alone needs no name.
void add_entries(const Locale& locale, const EditorState& editor, std::vector<EditorField>& fields) {
    const EditorWords& words = locale.words().sending.editor;
    int section = 0;
    const auto first = beginnings(editor);
    for (int i = 1; i <= editor.entries; ++i) {
        const bool begins = std::find(first.begin(), first.end(), i) != first.end();
        if (begins && ++section > 0 && first.size() > 1) {
            const std::string label = fill(words.section, {locale.number(section)});
            fields.push_back({numbered("section", section), label, kLongestRow, kText, true});
        }
        const std::string number = locale.number(i);
        fields.push_back({numbered("entry", i), fill(words.entry, {number}), kLongestRow, kText, begins});
        fields.push_back({numbered("about", i), fill(words.about_entry, {number}), kLongestNote});
    }
}

// People write decimals with a comma, too. Absent: it is no number.
std::optional<double> degrees_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    char* end = nullptr;
    const double degrees = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(degrees)) return std::nullopt;
    return degrees;
}

bool is_degrees(const std::string& text, double most) {
    const auto degrees = degrees_in(text);
    return degrees && std::abs(*degrees) <= most;
}

bool is_phone(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    return digits >= 5 && digits <= 20 &&
           text.find_first_not_of("0123456789+-(). /") == std::string_view::npos;
}

bool is_repeated(const EditorState& editor, const EditorField& field) {
    const std::string value = editor_value(editor, field.key);
    if (value.empty() || !field.key.starts_with("button")) return false;
    for (int i = 1; numbered("button", i) != field.key; ++i)
        if (editor_value(editor, numbered("button", i)) == value) return true;
    return false;
}

// What is said about an entry needs the entry.
bool is_wanted(const EditorState& editor, const EditorField& field) {
    constexpr std::string_view kEntry = "entry";
    if (!field.key.starts_with(kEntry)) return field.is_needed;
    return field.is_needed || !editor_value(editor, "about" + field.key.substr(kEntry.size())).empty();
}

// Of a value that is there.
bool fits(EditorCheck check, const std::string& value) {
    switch (check) {
        case kLatitude:
            return is_degrees(value, 90);
        case kLongitude:
            return is_degrees(value, 180);
        case kAddress:
            return is_web_address(value);
        case kPhone:
            return is_phone(value);
        case kText:
            break;
    }
    return true;
}

Word complaint(const Words& words, EditorCheck check) {
    if (check == kLatitude || check == kLongitude) return words.templates.place_needed;
    if (check == kAddress) return words.templates.link_needed;
    return check == kPhone ? words.sending.editor.phone_needed : words.templates.needed;
}

void write_text_part(JsonWriter& out, std::string_view part, std::string_view text) {
    if (text.empty()) return;
    out.key(part).begin_object();
    if (part == "header") out.key("type").string("text");
    out.key("text").string(text).end_object();
}

void write_buttons(JsonWriter& out, const EditorState& editor) {
    out.key("buttons").begin_array();
    for (int i = 1; i <= static_cast<int>(kMostButtons); ++i) {
        const std::string title = editor_value(editor, numbered("button", i));
        if (title.empty()) continue;
        out.begin_object().key("type").string("reply").key("reply").begin_object();
        out.key("id").string(std::to_string(i)).key("title").string(title).end_object().end_object();
    }
    out.end_array();
}

void write_entries(JsonWriter& out, const EditorState& editor, int from, int to) {
    out.key("rows").begin_array();
    for (int i = from; i < to; ++i) {
        const std::string title = editor_value(editor, numbered("entry", i));
        if (title.empty()) continue;
        out.begin_object().key("id").string(std::to_string(i)).key("title").string(title);
        out.text_member("description", editor_value(editor, numbered("about", i))).end_object();
    }
    out.end_array();
}

void write_list(JsonWriter& out, const EditorState& editor) {
    out.key("button").string(editor_value(editor, "label"));
    auto first = beginnings(editor);
    const std::size_t sections = first.size();
    first.push_back(editor.entries + 1);
    out.key("sections").begin_array();
    for (std::size_t i = 0; i < sections; ++i) {
        out.begin_object();
        if (sections > 1)
            out.text_member("title", editor_value(editor, numbered("section", static_cast<int>(i) + 1)));
        write_entries(out, editor, first[i], first[i + 1]);
        out.end_object();
    }
    out.end_array();
}

void write_action(JsonWriter& out, const EditorState& editor) {
    if (editor.kind == kButtons) return write_buttons(out, editor);
    if (editor.kind == kList) return write_list(out, editor);
    const bool is_link = editor.kind == kLink;
    out.key("name").string(is_link ? "cta_url" : "send_location");
    if (!is_link) return;
    out.key("parameters").begin_object();
    out.key("display_text").string(editor_value(editor, "label"));
    out.key("url").string(editor_value(editor, "url")).end_object();
}

std::string_view interactive_type(EditorKind kind) {
    if (kind == kButtons) return "button";
    if (kind == kList) return "list";
    return kind == kLink ? "cta_url" : "location_request_message";
}

Content interactive_content(const EditorState& editor) {
    return Interactive::read(json_written_by([&](JsonWriter& out) {
        out.begin_object().key("type").string(interactive_type(editor.kind));
        for (const std::string_view part : {"header", "body", "footer"})
            write_text_part(out, part, editor_value(editor, part));
        out.key("action").begin_object();
        write_action(out, editor);
        out.end_object().end_object();
    }));
}

}  // namespace

void open_editor(EditorState& editor, ConversationId conversation, EditorKind kind) {
    const bool is_same = editor.conversation == conversation && editor.kind == kind;
    for (auto& [key, text] : editor.fields)
        text.set(is_same ? text.value : "");
    if (is_same) return;
    EditorState fresh{conversation, kind};
    fresh.fields = std::move(editor.fields);
    editor = std::move(fresh);
}

void add_list_section(EditorState& editor) {
    ++editor.entries;
    editor.later_sections.push_back(editor.entries);
}

std::vector<EditorField> editor_fields(const Locale& locale, const EditorState& editor) {
    const Words& words = locale.words();
    std::vector<EditorField> fields;
    if (editor.kind == kLocation) add_place(words.templates, fields);
    for (const Row& row : kRows) {
        if ((row.kinds & bit(editor.kind)) == 0) continue;
        const bool is_body = row.key == "body";
        const std::size_t limit = is_body && editor.kind == kList ? kLongestListBody : row.limit;
        const std::string label(words.sending.editor.*row.label);
        fields.push_back({std::string(row.key), label, limit, row.check, row.is_needed, is_body});
    }
    if (editor.kind == kButtons) add_buttons(locale, fields);
    if (editor.kind == kList) add_entries(locale, editor, fields);
    return fields;
}

std::string editor_value(const EditorState& editor, std::string_view key) {
    const auto found = editor.fields.find(std::string(key));
    return found == editor.fields.end() ? "" : std::string(trim(found->second.value));
}

std::string editor_problem(const Locale& locale, const EditorState& editor, const EditorField& field) {
    const std::string value = editor_value(editor, field.key);
    const Words& words = locale.words();
    const bool is_missing = editor.shows_problems && is_wanted(editor, field);
    if (value.empty()) return is_missing ? std::string(complaint(words, field.check)) : "";
    if (field.limit != 0 && count_utf16_units(value) > field.limit) return editor_room(locale, editor, field);
    if (is_repeated(editor, field)) return std::string(words.sending.editor.differs);
    if (fits(field.check, value) || !editor.shows_problems) return "";
    return std::string(complaint(words, field.check));
}

std::string editor_room(const Locale& locale, const EditorState& editor, const EditorField& field) {
    if (field.limit == 0) return "";
    const auto used = static_cast<std::int64_t>(count_utf16_units(editor_value(editor, field.key)));
    const auto left = static_cast<std::int64_t>(field.limit) - used;
    if (left < 0) return locale.count(locale.words().composer.too_many, -left);
    return room_left(locale, left);
}

Content editor_content(const EditorState& editor) {
    if (editor.kind == kLocation) {
        const auto both = split_place(editor_value(editor, "latitude"));
        return Location{
            degrees_in(both ? both->first : editor_value(editor, "latitude")).value_or(0),
            degrees_in(both ? both->second : editor_value(editor, "longitude")).value_or(0),
            editor_value(editor, "name"),
            editor_value(editor, "address"),
            ""};
    }
    if (editor.kind != kContact) return interactive_content(editor);
    Contacts::Card card;
    card.name = editor_value(editor, "name");
    card.phones = {editor_value(editor, "phone")};
    card.wa_id = editor.wa_id;
    return Contacts{{std::move(card)}};
}

std::optional<std::pair<std::string, std::string>> split_place(std::string_view text) {
    // With a comma between them, the numbers have points.
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || text.find('.') == std::string_view::npos) return std::nullopt;
    std::pair<std::string, std::string> both{
        std::string(trim(text.substr(0, comma))), std::string(trim(text.substr(comma + 1)))};
    if (!is_degrees(both.first, 90) || !is_degrees(both.second, 180)) return std::nullopt;
    return both;
}

Word editor_title(const Words& words, EditorKind kind) {
    static constexpr std::array kTitles{
        &EditorWords::location,
        &EditorWords::contact,
        &EditorWords::buttons,
        &EditorWords::list,
        &EditorWords::link,
        &EditorWords::ask_location};
    return words.sending.editor.*kTitles[static_cast<std::size_t>(kind)];
}

ui::Icon editor_icon(EditorKind kind) {
    static constexpr std::array kIcons{
        ui::Icon::kPin,
        ui::Icon::kPerson,
        ui::Icon::kReply,
        ui::Icon::kList,
        ui::Icon::kOpen,
        ui::Icon::kPin};
    return kIcons[static_cast<std::size_t>(kind)];
}

}  // namespace roost
