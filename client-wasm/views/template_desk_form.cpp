#include "client-wasm/views/template_desk_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client-wasm/views/template_choice.h"
#include "client-wasm/words/template_languages.h"
#include "shared/base/utf8.h"

namespace roost::desk {

namespace {

using Kind = TemplateButton::Kind;

constexpr float kLabel = 24;

constexpr std::array<TemplateHeader, 6> kHeaders{
    TemplateHeader::kNone,
    TemplateHeader::kText,
    TemplateHeader::kImage,
    TemplateHeader::kVideo,
    TemplateHeader::kDocument,
    TemplateHeader::kLocation};
constexpr std::array<Kind, 4> kKinds{Kind::kReply, Kind::kUrl, Kind::kPhone, Kind::kCode};

}  // namespace

std::string Look::problem(std::string_view field) const {
    return sheet_problem(pane.ui.locale, sheet(), problems, field);
}

ui::NodeKey Look::key(std::string_view field) const {
    return ui::make_key(key_of("sheet", pane.desk.id + "."), field);
}

const TemplateFile* Look::sample() const {
    const TemplateFile* file = find_file(pane.files, {{}, pane.desk.id, sheet().header});
    if (file == nullptr) return nullptr;
    // What was discarded or submitted since is not the sample any more.
    const bool is_sample = file->copy.id.empty() || file->copy.id == sheet().fields["sample.header"].value;
    return is_sample ? file : nullptr;
}

bool Look::awaits_sample() const {
    const TemplateFile* file = sample();
    return file != nullptr && file->copy.id.empty() && file_problem(pane.ui.locale, file).empty();
}

std::optional<Form::Place> Form::place_of(std::string_view field, float width) const {
    float y = kGap;
    for (const FormItem& item : items_) {
        const float height = height_of(item, width);
        if (item.field.key == field && item.what != FormItem::What::kHead) {
            const bool has_chips = !item.chips.empty();
            return Place{y, height, has_chips ? item.chips.front().key : look_.key(field)};
        }
        y += height;
    }
    return std::nullopt;
}

void Form::add_note(std::string sentence, bool is_problem) {
    if (sentence.empty()) return;
    FormItem item{FormItem::What::kNote};
    item.note = std::move(sentence);
    item.is_problem = is_problem;
    items_.push_back(std::move(item));
}

void Form::add_fields(std::string_view part) {
    for (SheetField& field : sheet_fields(screen().locale, sheet(), part)) {
        const bool is_body = field.key == "body";
        FormItem item;
        item.field = std::move(field);
        items_.push_back(std::move(item));
        if (is_body) add_note(std::string(words().body_note));
    }
}

void Form::add_chips(std::string_view field, const Word& label, std::vector<Chip> chips) {
    FormItem item{FormItem::What::kChips};
    item.field = {std::string(field), std::string(label)};
    item.chips = std::move(chips);
    items_.push_back(std::move(item));
    add_note(look_.problem(field), true);
}

Chip Form::chip(std::string_view field, std::string_view value, std::string label, bool is_chosen) const {
    return {ui::make_key(look_.key(field), value), std::move(label), is_chosen};
}

void Form::add_all() {
    const bool is_known = look_.known != nullptr;
    const bool was_approved = is_known && is_approved(*look_.known);
    if (was_approved) add_note(std::string(words().approved_note));
    if (!is_known) add_fields("name");
    if (!is_known) add_languages();
    if (!was_approved) add_categories();
    add_headers();
    add_sample();
    add_fields("header");
    add_fields("body");
    add_fields("footer");
    add_buttons();
}

void Form::add_languages() {
    FormItem search{FormItem::What::kFind};
    search.field = {"language.search", std::string(words().find_language)};
    items_.push_back(std::move(search));
    const std::string& question = look_.pane.desk.language_search.value;
    languages_ = offered_languages(look_.pane.desk.list, sheet().language, question);
    std::vector<Chip> chips;
    chips.reserve(languages_.size());
    for (const std::string& one : languages_)
        chips.push_back(chip("language", one, language_label(one), sheet().language == one));
    add_chips("language", words().language, std::move(chips));
    const bool is_asked = !trim(question).empty();
    if (is_asked && find_template_languages(question).empty())
        add_note(std::string(words().no_language), true);
}

void Form::add_categories() {
    std::vector<Chip> chips;
    for (const char* one : {"UTILITY", "MARKETING"})
        chips.push_back(chip("category", one, category_label(screen().locale, one), sheet().category == one));
    add_chips("category", words().category, std::move(chips));
}

void Form::add_headers() {
    std::vector<Chip> chips;
    for (const TemplateHeader header : kHeaders) {
        const std::string label(sheet_header_name(screen().words, header));
        chips.push_back(chip("header-kind", label, label, sheet().header == header));
    }
    add_chips("header-kind", words().header, std::move(chips));
}

void Form::add_sample() {
    if (!is_media(sheet().header)) return;
    FormItem item{FormItem::What::kFile};
    item.field = {"sample.header", fill(words().sample, {sheet_header_name(screen().words, sheet().header)})};
    items_.push_back(std::move(item));
    add_note(std::string(words().sample_note));
}

void Form::add_buttons() {
    for (std::size_t i = 0; i < sheet().buttons.size(); ++i) {
        FormItem item{FormItem::What::kHead};
        item.index = i;
        items_.push_back(std::move(item));
        add_fields("button." + std::to_string(i));
    }
    std::vector<Chip> chips;
    for (const Kind kind : kKinds) {
        if (!can_add_button(sheet(), kind)) continue;
        const std::string name(sheet_button_name(screen().words, kind));
        Chip one = chip("add", name, name, false);
        one.adds = true;
        one.name = fill(words().add, {name});
        chips.push_back(std::move(one));
    }
    add_chips("buttons", words().buttons, std::move(chips));
}

FormField Form::shown(const SheetField& field) const {
    const std::string room = sheet_room(screen().locale, sheet(), field);
    const bool is_prose = field.key == "body" || field.key == "footer" || field.key == "header";
    return {look_.key(field.key), field.label, room, look_.problem(field.key), field.is_long, is_prose};
}

FileField Form::shown_file(const FormItem& item) const {
    const std::string trouble = file_problem(screen().locale, look_.sample());
    const auto known = sheet().fields.find(item.field.key);
    return {
        look_.key(item.field.key),
        item.field.label,
        kind_for(sheet().header),
        trouble.empty() && !look_.awaits_sample() ? look_.problem(item.field.key) : trouble,
        known != sheet().fields.end() && !known->second.value.empty()};
}

text::Paragraph Form::laid(const FormItem& item, float width) const {
    const auto style =
        ui::secondary_style(item.is_problem ? screen().theme.danger : screen().theme.text_secondary);
    return ui::wrap(screen(), look_.key(item.note), item.note, style, width);
}

float Form::height_of(const FormItem& item, float width) const {
    switch (item.what) {
        case FormItem::What::kField:
        case FormItem::What::kFind:
            return form_field_height(screen(), shown(item.field), width);
        case FormItem::What::kFile:
            return file_field_height(screen(), shown_file(item), width);
        case FormItem::What::kNote:
            return laid(item, width).height + kGap + 4;
        case FormItem::What::kChips:
            return kLabel + chips_height(screen(), item.chips, width) + kGap + 4;
        case FormItem::What::kHead:
            break;
    }
    return kButton;
}

void Form::changed(std::string_view field) {
    sheet().has_changed = true;
    ++look_.pane.desk.written;
    std::erase_if(sheet().troubles, [&](const TemplateTrouble& one) { return one.field == field; });
}

void Form::draw_field(const FormItem& item, ImVec2 at, float width) {
    FieldText& text = sheet().fields[item.field.key];
    if (draw_form_field(screen(), shown(item.field), text, at, width).has_changed) changed(item.field.key);
}

void Form::draw_note(const FormItem& item, ImVec2 at, float width) {
    const text::Paragraph sentence = laid(item, width);
    ui::wrapped_node(screen(), ui::Role::kText, look_.key(item.note), item.note, sentence, at.x, at.y);
}

void Form::draw_choice(const FormItem& item, ImVec2 at, float width) {
    const std::string& label = item.field.label;
    ui::draw_text(screen(), at.x, at.y, label, ui::secondary_style(screen().theme.text_secondary));
    const ui::Scope group(screen(), ui::Role::kGroup, label, {}, look_.key(item.field.key));
    const int pressed = draw_chips(screen(), item.chips, {at.x, at.y + kLabel}, width);
    if (pressed < 0) return;
    changed(item.field.key);
    const auto place = static_cast<std::size_t>(pressed);
    const ui::NodeKey key = item.chips[place].key;
    if (item.field.key == "language") sheet().language = languages_.at(place);
    if (item.field.key == "category") sheet().category = place == 0 ? "UTILITY" : "MARKETING";
    if (item.field.key == "header-kind") choose_header(sheet(), kHeaders.at(place));
    if (item.field.key == "buttons") add_button_of(key);
}

void Form::add_button_of(ui::NodeKey key) {
    for (const Kind kind : kKinds) {
        const std::string name(sheet_button_name(screen().words, kind));
        if (chip("add", name, name, false).key != key) continue;
        const std::string place = "button." + std::to_string(add_button(sheet(), kind));
        look_.pane.desk.shown_field = sheet_fields(screen().locale, sheet(), place).front().key;
        screen().wake(screen().now);
    }
}

void Form::draw_button_head(const FormItem& item, ImVec2 at, float width) {
    const std::string number = screen().locale.number(static_cast<std::int64_t>(item.index) + 1);
    const std::string name =
        number + " · " + std::string(sheet_button_name(screen().words, sheet().buttons.at(item.index)));
    ui::hairline(screen(), at.x, at.y, width, screen().theme.border);
    ui::text_node(screen(), at.x, at.y + 14, name, ui::button_style(screen().theme.text), width - kButton);
    const ui::ButtonSpec remove{
        .label = fill(words().remove_button, {number}),
        .rect = {at.x + width - kButton + 10, at.y, kButton, kButton},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kTrash};
    if (ui::button(screen(), remove)) removed_ = static_cast<int>(item.index);
}

void Form::remove_pressed() {
    if (removed_ < 0) return;
    remove_button(sheet(), static_cast<std::size_t>(removed_));
    sheet().troubles.clear();
    sheet().has_changed = true;
    ++look_.pane.desk.written;
    screen().wanted_focus =
        ui::make_key(look_.key("add"), std::string(sheet_button_name(screen().words, Kind::kReply)));
}

float Form::height(float width) const {
    float sum = kGap;
    for (const FormItem& item : items_)
        sum += height_of(item, width);
    return sum;
}

void Form::draw(ImVec2 at, float width) {
    for (const FormItem& item : items_) {
        const float height = height_of(item, width);
        if (item.what == FormItem::What::kField) draw_field(item, at, width);
        if (item.what == FormItem::What::kFind)
            draw_form_field(screen(), shown(item.field), look_.pane.desk.language_search, at, width);
        if (item.what == FormItem::What::kFile)
            draw_file_field(screen(), shown_file(item), look_.sample(), at, width, look_.pane.out);
        if (item.what == FormItem::What::kNote) draw_note(item, at, width);
        if (item.what == FormItem::What::kChips) draw_choice(item, at, width);
        if (item.what == FormItem::What::kHead) draw_button_head(item, at, width);
        at.y += height;
    }
    remove_pressed();
}

}  // namespace roost::desk
