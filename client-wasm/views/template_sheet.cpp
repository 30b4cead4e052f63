#include "client-wasm/views/template_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client-wasm/views/form_field.h"
#include "client-wasm/words/template_languages.h"
#include "client-wasm/words/words.h"
#include "shared/base/utf8.h"
#include "shared/model/template_filling.h"

namespace roost {

namespace {

using Kind = TemplateButton::Kind;

// Text, target and sample of a button.
std::array<std::string, 3> button_keys(std::size_t index) {
    const std::string place = "button." + std::to_string(index) + ".";
    return {place + "text", place + "target", "sample." + place.substr(0, place.size() - 1)};
}

std::string value_of(const TemplateSheet& sheet, const std::string& key) {
    const auto found = sheet.fields.find(key);
    return found == sheet.fields.end() ? "" : std::string(trim(found->second.value));
}

void copy_button(TemplateSheet& sheet, std::size_t from, std::size_t to) {
    const auto sources = button_keys(from);
    const auto targets = button_keys(to);
    for (std::size_t i = 0; i < sources.size(); ++i)
        sheet.fields[targets.at(i)].set(value_of(sheet, sources.at(i)));
}

std::int64_t count_kind(const TemplateSheet& sheet, Kind kind) {
    return std::count(sheet.buttons.begin(), sheet.buttons.end(), kind);
}

void add_samples(
    const Locale& locale,
    const std::string& place,
    const std::vector<std::string>& gaps,
    std::vector<SheetField>& out
) {
    for (const std::string& gap : gaps) {
        const std::string label = fill(locale.words().desk.sample, {"{{" + gap + "}}"});
        std::string key = "sample." + place;
        key.append(".").append(gap);
        out.push_back({std::move(key), label});
    }
}

std::vector<SheetField> button_fields(const Locale& locale, const TemplateSheet& sheet, std::size_t index) {
    const TemplateDeskWords& words = locale.words().desk;
    const auto [text, target, sample] = button_keys(index);
    const Kind kind = sheet.buttons.at(index);
    if (kind == Kind::kCode) return {{sample, std::string(words.sample_code), kLongestTemplateCode}};
    std::vector<SheetField> fields{{text, std::string(words.label), kLongestTemplateLabel}};
    if (kind == Kind::kPhone) fields.push_back({target, std::string(words.phone), kLongestTemplatePhone});
    if (kind != Kind::kUrl) return fields;
    fields.push_back({target, std::string(words.address), kLongestTemplateUrl});
    const std::vector<std::string> gaps = gaps_in(value_of(sheet, target));
    if (!gaps.empty()) fields.push_back({sample, fill(words.sample, {"{{" + gaps.front() + "}}"})});
    return fields;
}

std::string complaint(const Locale& locale, const ProposalProblem& problem) {
    const Words& all = locale.words();
    const TemplateDeskWords& words = all.desk;
    if (problem.field == "sample.header") return std::string(all.templates.file_needed);
    if (problem.fault == ProposalFault::kTooMany) return fill(words.at_most, {locale.number(problem.limit)});
    if (problem.fault == ProposalFault::kTooFewWords) return locale.count(words.too_few_words, problem.limit);
    // In the order of ProposalFault; those above do not come here.
    const std::array<const Word*, 16> sentences{
        &all.templates.needed,
        &words.at_most,
        &words.at_most,
        &words.bad_name,
        &words.line_break,
        &words.no_gaps,
        &words.gap_order,
        &words.gap_name,
        &words.gaps_mixed,
        &words.gap_at_edge,
        &words.gap_not_last,
        &words.at_most,
        &words.apart,
        &all.templates.link_needed,
        &all.sending.editor.phone_needed,
        &all.templates.needed};
    return std::string(*sentences.at(static_cast<std::size_t>(problem.fault)));
}

std::string too_many(const Locale& locale, std::int64_t left) {
    return locale.count(locale.words().composer.too_many, -left);
}

std::int64_t left_of(const TemplateSheet& sheet, const std::string& key, std::size_t limit) {
    return static_cast<std::int64_t>(limit) -
           static_cast<std::int64_t>(count_utf16_units(value_of(sheet, key)));
}

}  // namespace

TemplateSheet sheet_of(const MessageTemplate& known, const TemplateSheet& before) {
    TemplateSheet sheet;
    for (const auto& [key, text] : before.fields)
        sheet.fields[key] = {"", text.revision + 1};
    sheet.category = known.category;
    sheet.language = known.language;
    sheet.header = known.part.header;
    const auto put = [&sheet](const std::string& key, const std::string& text) {
        sheet.fields[key].set(text);
    };
    put("name", known.name);
    put("header", known.part.title);
    put("body", known.part.body);
    put("footer", known.part.footer);
    // A header's file is Meta's: what it is called there says nothing to anybody, and cannot be handed in
    // again.
    for (const auto& [slot, sample] : known.examples)
        if (slot != "header") put("sample." + slot, sample);
    for (const TemplateButton& button : known.part.buttons) {
        const auto keys = button_keys(sheet.buttons.size());
        sheet.buttons.push_back(button.kind);
        put(keys[0], button.text);
        put(keys[1], button.target);
    }
    return sheet;
}

void clear_sheet(TemplateSheet& sheet) {
    MessageTemplate fresh;
    fresh.category = "UTILITY";
    fresh.language = sheet.language;
    sheet = sheet_of(fresh, sheet);
}

std::vector<SheetField> sheet_fields(
    const Locale& locale, const TemplateSheet& sheet, std::string_view part
) {
    const TemplateDeskWords& words = locale.words().desk;
    std::vector<SheetField> fields;
    if (part == "name") fields.push_back({"name", std::string(words.name), kLongestTemplateName});
    if (part == "footer") fields.push_back({"footer", std::string(words.footer), kLongestTemplateLine});
    if (part == "header" && sheet.header == TemplateHeader::kText) {
        fields.push_back({"header", std::string(words.header_text), kLongestTemplateLine});
        add_samples(locale, "header", gaps_as_counted(value_of(sheet, "header")), fields);
    }
    if (part == "body") {
        fields.push_back({"body", std::string(words.body), kLongestTemplateBody, true});
        add_samples(locale, "body", gaps_as_counted(value_of(sheet, "body")), fields);
    }
    for (std::size_t i = 0; i < sheet.buttons.size(); ++i)
        if (part == "button." + std::to_string(i)) return button_fields(locale, sheet, i);
    return fields;
}

MessageTemplate proposal_of(const TemplateSheet& sheet, const MessageTemplate* known) {
    MessageTemplate made;
    if (known != nullptr) made.id = known->id;
    made.name = known != nullptr ? known->name : value_of(sheet, "name");
    made.category = sheet.category;
    made.language = sheet.language;
    made.part.header = sheet.header;
    if (sheet.header == TemplateHeader::kText) made.part.title = value_of(sheet, "header");
    made.part.body = value_of(sheet, "body");
    made.part.footer = value_of(sheet, "footer");
    for (const Kind kind : sheet.buttons) {
        const auto keys = button_keys(made.part.buttons.size());
        made.part.buttons.push_back({kind, value_of(sheet, keys[0]), value_of(sheet, keys[1])});
    }
    made.is_named = has_named_gaps(made.part);
    for (const TemplateSlot& slot : slots_of(made)) {
        std::string sample = value_of(sheet, "sample." + slot.key);
        if (!sample.empty()) made.examples[slot.key] = std::move(sample);
    }
    return made;
}

std::string sheet_problem(
    const Locale& locale,
    const TemplateSheet& sheet,
    const std::vector<ProposalProblem>& problems,
    std::string_view field
) {
    const TemplateDeskWords& words = locale.words().desk;
    for (const TemplateTrouble& trouble : sheet.troubles) {
        if (trouble.field != field) continue;
        if (trouble.code == "exists") return std::string(words.exists);
        return trouble.code == "fixed" ? std::string(words.fixed) : trouble.sentence;
    }
    for (const ProposalProblem& problem : problems) {
        if (problem.field != field) continue;
        if (problem.fault == ProposalFault::kTooLong) {
            const auto limit = static_cast<std::size_t>(problem.limit);
            return too_many(locale, left_of(sheet, problem.field, limit));
        }
        return sheet.shows_problems ? complaint(locale, problem) : "";
    }
    return "";
}

std::string sheet_room(const Locale& locale, const TemplateSheet& sheet, const SheetField& field) {
    if (field.limit == 0) return "";
    const std::int64_t left = left_of(sheet, field.key, field.limit);
    return left < static_cast<std::int64_t>(field.limit) ? room_left(locale, left) : "";
}

bool can_add_button(const TemplateSheet& sheet, TemplateButton::Kind kind) {
    if (sheet.buttons.size() >= kMostTemplateButtons) return false;
    if (kind == Kind::kReply) return true;
    const std::int64_t most = kind == Kind::kUrl ? static_cast<std::int64_t>(kMostTemplateUrls) : 1;
    return count_kind(sheet, kind) < most;
}

std::size_t add_button(TemplateSheet& sheet, TemplateButton::Kind kind) {
    std::size_t at = sheet.buttons.size();
    for (std::size_t i = 0; i < sheet.buttons.size(); ++i)
        if (kind == Kind::kReply && sheet.buttons[i] == Kind::kReply) at = i + 1;
    for (std::size_t i = sheet.buttons.size(); i > at; --i)
        copy_button(sheet, i - 1, i);
    for (const std::string& key : button_keys(at))
        sheet.fields[key].set("");
    sheet.buttons.insert(sheet.buttons.begin() + static_cast<std::ptrdiff_t>(at), kind);
    return at;
}

void remove_button(TemplateSheet& sheet, std::size_t index) {
    for (std::size_t i = index; i + 1 < sheet.buttons.size(); ++i)
        copy_button(sheet, i + 1, i);
    sheet.buttons.erase(sheet.buttons.begin() + static_cast<std::ptrdiff_t>(index));
}

Template shown_proposal(const MessageTemplate& proposal, std::string_view place) {
    TemplateValues values;
    for (const auto& [slot, sample] : proposal.examples)
        values[slot].text = sample;
    // A file that Roost has can be looked at, whatever its shape.
    MediaCopy& copy = values["header"].media.file;
    const std::string& sample = values["header"].text;
    const bool is_ours = is_media(proposal.part.header) && sample.find(':') == std::string::npos;
    if (is_ours) copy.id = sample;
    copy.state = copy.id.empty() ? MediaState::kPending : MediaState::kStored;
    TemplateValue& header = values["header"];
    header.is_place = true;
    header.location.name = place;
    Template shown = fill_template(proposal, values).content;
    const auto stand_in = [](std::string& text) {
        if (text.empty()) text = "…";
    };
    stand_in(shown.shown.body);
    for (TemplateButton& button : shown.shown.buttons)
        stand_in(button.kind == Kind::kCode ? button.target : button.text);
    return shown;
}

void choose_header(TemplateSheet& sheet, TemplateHeader header) {
    if (sheet.header == header) return;
    sheet.header = header;
    sheet.fields["sample.header"].set("");
    std::erase_if(sheet.troubles, [](const TemplateTrouble& one) { return one.field == "sample.header"; });
}

Word sheet_header_name(const Words& words, TemplateHeader header) {
    // In the order of TemplateHeader.
    const std::array<const Word*, 6> names{
        &words.desk.no_header,
        &words.desk.text,
        &words.message.photo,
        &words.message.video,
        &words.message.document,
        &words.desk.place};
    return *names.at(static_cast<std::size_t>(header));
}

Word sheet_button_name(const Words& words, TemplateButton::Kind kind) {
    if (kind == Kind::kUrl) return words.desk.link;
    if (kind == Kind::kPhone) return words.desk.call;
    return kind == Kind::kCode ? words.desk.code : words.desk.quick_reply;
}

std::string status_label(const Words& words, const MessageTemplate& pattern) {
    struct Known {
        std::string_view status;
        const Word* word;
    };
    const std::array<Known, 5> known{
        {{"APPROVED", &words.desk.approved},
         {"PENDING", &words.desk.in_review},
         {"REJECTED", &words.desk.rejected},
         {"PAUSED", &words.desk.paused},
         {"DISABLED", &words.desk.disabled}}};
    for (const Known& one : known)
        if (one.status == pattern.status) return std::string(*one.word);
    return pattern.status;
}

std::vector<std::string> offered_languages(
    const TemplateList& list, std::string_view chosen, std::string_view question
) {
    constexpr std::size_t kMost = 24;
    std::vector<std::string> offered = find_template_languages(question);
    if (offered.size() > kMost) offered.resize(kMost);
    const auto offer = [&offered](std::string_view one, bool is_first) {
        if (std::find(offered.begin(), offered.end(), one) != offered.end()) return;
        offered.emplace(is_first ? offered.begin() : offered.end(), one);
    };
    if (trim(question).empty()) {
        offered = {"en_US", "es", "pt_BR", "hi", "sw", "ar", "fr"};
        for (const MessageTemplate& one : list.all)
            offer(one.language, false);
    }
    offer(chosen, true);
    return offered;
}

}  // namespace roost
