#include "client-wasm/views/editor_fields.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/plain_format.h"
#include "client-wasm/words/words.h"
#include "shared/wire/send.h"
#include "shared/wire/send_limits.h"

namespace roost {
namespace {

using enum EditorKind;

EditorState editor(EditorKind kind, std::initializer_list<std::pair<const char*, std::string>> values) {
    EditorState state;
    state.kind = kind;
    for (const auto& [key, value] : values)
        state.fields[key].set(value);
    return state;
}

// The key of the first field with a problem once sending was tried; empty = none has.
std::string wrong_field(EditorState state) {
    const Locale locale = platform::plain_locale();
    state.shows_problems = true;
    for (const EditorField& field : editor_fields(locale, state))
        if (!editor_problem(locale, state, field).empty()) return field.key;
    return "";
}

struct Complete {
    EditorKind kind;
    EditorState state;
};

std::vector<EditorState> complete_ones() {
    return {
        editor(kLocation, {{"latitude", "-4.0435"}, {"longitude", "39.7163"}, {"name", "Nyali"}}),
        editor(kContact, {{"name", "Peter Kamau"}, {"phone", "+254 733 900 100"}}),
        editor(kButtons, {{"body", "Keep it?"}, {"button1", "Yes"}, {"button3", "No"}}),
        editor(kList, {{"body", "Choose"}, {"label", "See"}, {"entry1", "8:00"}, {"about1", "The lift"}}),
        editor(
            kLink,
            {{"header", "Visit"}, {"body", "Here"}, {"label", "Open"}, {"url", "https://roost.example"}}
        ),
        editor(kAskLocation, {{"body", "Where is it?"}}),
    };
}

TEST_CASE("editor: what is complete in the dialog is complete for the server, of every kind") {
    for (const EditorState& state : complete_ones()) {
        CAPTURE(static_cast<int>(state.kind));
        CHECK(wrong_field(state).empty());
        const auto allowed = check_sendable(editor_content(state));
        CHECK_MESSAGE(allowed.has_value(), (allowed ? "" : allowed.error().message));
        SendRequest request;
        request.content = editor_content(state);
        const auto read = read_send_request(write_send_request(request));
        REQUIRE(read);
        CHECK(write_content(read->content) == write_content(request.content));
    }
}

TEST_CASE("editor: each part that is needed is asked for, but not before sending is tried") {
    const Locale locale = platform::plain_locale();
    for (const EditorState& complete : complete_ones()) {
        for (const EditorField& field : editor_fields(locale, complete)) {
            if (!field.is_needed) continue;
            EditorState state = complete;
            CAPTURE(field.key);
            state.fields[field.key].set("  ");
            CHECK(editor_problem(locale, state, field).empty());
            CHECK(wrong_field(state) == field.key);
        }
    }
}

TEST_CASE("editor: each limit is counted down to, and held") {
    const Locale locale = platform::plain_locale();
    for (const EditorState& complete : complete_ones()) {
        for (const EditorField& field : editor_fields(locale, complete)) {
            if (field.limit == 0 || field.check == EditorCheck::kAddress) continue;
            EditorState state = complete;
            CAPTURE(field.key);
            if (field.key.starts_with("about")) state.fields["entry" + field.key.substr(5)].set("Entry");
            state.fields[field.key].set(std::string(field.limit, 'x'));
            CHECK(editor_room(locale, state, field) == "0 left");
            CHECK(wrong_field(state).empty());
            CHECK(check_sendable(editor_content(state)));
            state.fields[field.key].set(std::string(field.limit + 3, 'x'));
            CHECK(editor_problem(locale, state, field) == "3 too many");
            CHECK(wrong_field(state) == field.key);
            CHECK_FALSE(check_sendable(editor_content(state)));
        }
    }
}

TEST_CASE("editor: what would be refused for its form is told") {
    struct Row {
        EditorKind kind;
        const char* key;
        const char* value;
        bool fits;
    };
    const Row rows[] = {
        {kLocation, "latitude", "90", true},
        {kLocation, "latitude", "-4,05", true},
        {kLocation, "latitude", "90.1", false},
        {kLocation, "latitude", "north", false},
        {kLocation, "latitude", "1 2", false},
        {kLocation, "longitude", "-180", true},
        {kLocation, "longitude", "181", false},
        {kLocation, "longitude", "nan", false},
        {kContact, "phone", "0733 900-100", true},
        {kContact, "phone", "1234", false},
        {kContact, "phone", "call me", false},
        {kLink, "url", "http://roost.example/a?b", true},
        {kLink, "url", "roost.example", false},
        {kLink, "url", "https://a b", false},
        {kButtons, "button3", "Yes", false},  // as the first
        {kButtons, "button3", "Perhaps", true},
    };
    const auto all = complete_ones();
    for (const Row& row : rows) {
        CAPTURE(row.value);
        EditorState state =
            *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.kind == row.kind; });
        state.fields[row.key].set(row.value);
        CHECK(wrong_field(state) == (row.fits ? "" : row.key));
    }
}

TEST_CASE("editor: what is said about an entry needs the entry") {
    EditorState state =
        editor(kList, {{"body", "Choose"}, {"label", "See"}, {"entry1", "8:00"}, {"about2", "The lift"}});
    CHECK(wrong_field(state) == "entry2");
}

TEST_CASE("editor: sections have names once there are two, and each needs an entry") {
    EditorState state = editor(
        kList,
        {{"body", "Choose"}, {"label", "See"}, {"entry1", "8:00"}, {"entry3", "14:00"}, {"entry4", "15:00"}}
    );
    add_list_section(state);
    CHECK(wrong_field(state) == "section1");
    state.fields["section1"].set("Morning");
    CHECK(wrong_field(state) == "section2");
    state.fields["section2"].set("Afternoon");
    CHECK(wrong_field(state).empty());
    state.entries = 4;
    const Json raw = *parse_json(std::get<Interactive>(editor_content(state)).raw);
    const Json& sections = raw["action"]["sections"];
    REQUIRE(sections.size() == 2);
    CHECK(sections[0]["title"] == "Morning");
    CHECK(sections[0]["rows"].size() == 1);
    CHECK(sections[1]["title"] == "Afternoon");
    CHECK(sections[1]["rows"].size() == 2);
    state.fields["entry3"].set("");
    CHECK(wrong_field(state) == "entry3");
}

TEST_CASE("editor: a list grows, and its gaps are left out") {
    EditorState state =
        editor(kList, {{"body", "Choose"}, {"label", "See"}, {"entry1", "8:00"}, {"entry3", "14:00"}});
    state.entries = 3;
    const Json raw = *parse_json(std::get<Interactive>(editor_content(state)).raw);
    const Json& rows = raw["action"]["sections"][0]["rows"];
    REQUIRE(rows.size() == 2);
    CHECK(rows[1]["title"] == "14:00");
    CHECK(rows[0]["id"] != rows[1]["id"]);
}

TEST_CASE("editor: a place that was copied from a map is two numbers") {
    CHECK(split_place("-4.0435, 39.7163") == std::pair<std::string, std::string>("-4.0435", "39.7163"));
    CHECK(split_place("-4.0435,39.7163"));
    CHECK_FALSE(split_place("-4,05"));
    CHECK_FALSE(split_place("-4.05"));
    CHECK_FALSE(split_place("91.0, 39.7"));
    CHECK_FALSE(split_place("Links Road, Mombasa."));
}

}  // namespace
}  // namespace roost
