#include "client-wasm/app/template_drafts.h"

#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

void write_sheet(JsonWriter& out, const TemplateSheet& sheet) {
    out.begin_object().key("category").string(sheet.category).key("language").string(sheet.language);
    out.key("header").string(template_header_name(sheet.header)).key("buttons").begin_array();
    for (const TemplateButton::Kind kind : sheet.buttons)
        out.integer(static_cast<std::int64_t>(kind));
    // Keys hold what the writer called a gap: they are texts like any other.
    out.end_array().key("fields").begin_array();
    for (const auto& [key, text] : sheet.fields)
        out.begin_array().string(key).string(text.value).end_array();
    out.end_array().end_object();
}

TemplateSheet read_sheet(const Json& json) {
    TemplateSheet sheet;
    sheet.has_changed = true;
    sheet.category = string_or(json, "category", sheet.category);
    sheet.language = string_or(json, "language", sheet.language);
    sheet.header = parse_template_header(string_or(json, "header", ""));
    constexpr auto kLast = static_cast<std::int64_t>(TemplateButton::Kind::kCode);
    for (const Json& one : member(json, "buttons")) {
        const std::int64_t kind = one.is_number_integer() ? one.get<std::int64_t>() : -1;
        if (kind >= 0 && kind <= kLast) sheet.buttons.push_back(static_cast<TemplateButton::Kind>(kind));
    }
    for (const Json& field : member(json, "fields")) {
        const bool is_pair =
            field.is_array() && field.size() == 2 && field[0].is_string() && field[1].is_string();
        if (is_pair) sheet.fields[field[0].get<std::string>()].value = field[1].get<std::string>();
    }
    return sheet;
}

}  // namespace

std::string write_sheets(const std::map<std::string, TemplateSheet>& sheets) {
    bool is_empty = true;
    std::string text = text_written_by([&](JsonWriter& out) {
        out.begin_object();
        for (const auto& [id, sheet] : sheets) {
            if (!sheet.has_changed) continue;
            is_empty = false;
            write_sheet(out.key(id), sheet);
        }
        out.end_object();
    });
    return is_empty ? "" : text;
}

std::map<std::string, TemplateSheet> read_sheets(std::string_view text) {
    std::map<std::string, TemplateSheet> sheets;
    const auto whole = parse_json(text);
    if (!whole || !whole->is_object()) return sheets;
    for (const auto& [id, json] : whole->items())
        if (json.is_object()) sheets[id] = read_sheet(json);
    return sheets;
}

}  // namespace roost
