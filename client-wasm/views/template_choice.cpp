#include "client-wasm/views/template_choice.h"

#include <algorithm>
#include <cstdlib>

#include "client-wasm/words/template_languages.h"
#include "client-wasm/words/words.h"
#include "shared/base/utf8.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

// Parts of a place or a file: what follows the slot's key.
constexpr std::string_view kName = "name";
constexpr std::string_view kAddress = "address";
constexpr std::string_view kLatitude = "latitude";
constexpr std::string_view kLongitude = "longitude";

std::string part_key(const TemplateSlot& slot, std::string_view part) {
    return part.empty() ? slot.key : slot.key + "." + std::string(part);
}

void count_in(std::vector<std::pair<std::string, int>>& counts, const std::string& word) {
    for (auto& [known, count] : counts) {
        if (known == word) {
            ++count;
            return;
        }
    }
    counts.emplace_back(word, 1);
}

std::string value_in(const std::map<std::string, FieldText>& fields, const std::string& key) {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string() : std::string(trim(found->second.value));
}

// "1" of "card.0.body.1".
std::string_view last_of(std::string_view key) {
    return key.substr(key.rfind('.') + 1);
}

// 0 of "card.0.body.1".
int card_of(std::string_view key) {
    return std::atoi(std::string(key.substr(5)).c_str());
}

std::string button_text(const MessageTemplate& pattern, const TemplateSlot& slot) {
    const TemplatePart& part = part_of(pattern, slot.key);
    const auto index = static_cast<std::size_t>(std::atoi(std::string(last_of(slot.key)).c_str()));
    return index < part.buttons.size() ? part.buttons[index].text : std::string();
}

bool is_file(const TemplateSlot& slot) {
    return slot.kind == SlotKind::kImage || slot.kind == SlotKind::kVideo || slot.kind == SlotKind::kDocument;
}

std::string file_label(const Words& words, const TemplateSlot& slot) {
    if (slot.kind == SlotKind::kImage) return std::string(words.message.photo);
    return std::string(slot.kind == SlotKind::kVideo ? words.message.video : words.message.document);
}

std::string label_of(const Locale& locale, const MessageTemplate& pattern, const TemplateSlot& slot) {
    const TemplateWords& words = locale.words().templates;
    switch (slot.kind) {
        case SlotKind::kUrlEnd:
            return fill(words.link_end, {button_text(pattern, slot)});
        case SlotKind::kCode:
            return std::string(words.code);
        case SlotKind::kImage:
        case SlotKind::kVideo:
        case SlotKind::kDocument:
            return file_label(locale.words(), slot);
        default:
            break;
    }
    const std::string_view name = last_of(slot.key);
    const bool is_title = slot.key.find("header.") != std::string::npos;
    if (is_gap_number(name)) return fill(is_title ? words.heading_gap : words.gap, {name});
    return readable_name(name);
}

void add_place(const Locale& locale, const TemplateSlot& slot, std::vector<TemplateField>& out) {
    const TemplateWords& words = locale.words().templates;
    const auto add = [&](std::string_view part, const Word& label) {
        out.push_back({part_key(slot, part), slot.key, std::string(label), "", false});
    };
    add(kName, words.place_name);
    add(kAddress, words.place_address);
    add(kLatitude, words.latitude);
    add(kLongitude, words.longitude);
}

// Absent unless the whole text is one.
bool read_degrees(const std::string& text, double most, double& degrees) {
    if (text.empty()) return false;
    char* end = nullptr;
    degrees = std::strtod(text.c_str(), &end);
    return *end == '\0' && degrees >= -most && degrees <= most;
}

}  // namespace

std::vector<const MessageTemplate*> shown_templates(const TemplateList& list, const TemplateDraft& draft) {
    const text::SearchTerms terms = text::search_terms(draft.search.value);
    std::vector<const MessageTemplate*> shown;
    std::vector<const MessageTemplate*> others;
    for (std::size_t i = 0; i < list.all.size(); ++i) {
        const MessageTemplate& one = list.all[i];
        if (!draft.category.empty() && one.category != draft.category) continue;
        if (!draft.language.empty() && without_region(one.language) != draft.language) continue;
        if (!terms.empty() && !text::holds_all(list.searched[i], terms)) continue;
        const bool is_first = !draft.offered.empty() && takes_text(one);
        (is_first ? shown : others).push_back(&one);
    }
    shown.insert(shown.end(), others.begin(), others.end());
    return shown;
}

std::vector<std::pair<std::string, int>> categories_of(const TemplateList& list) {
    std::vector<std::pair<std::string, int>> counts;
    for (const MessageTemplate& one : list.all)
        count_in(counts, one.category);
    return counts;
}

std::vector<std::pair<std::string, int>> languages_of(const TemplateList& list) {
    std::vector<std::pair<std::string, int>> counts;
    for (const MessageTemplate& one : list.all)
        count_in(counts, std::string(without_region(one.language)));
    return counts;
}

const MessageTemplate* chosen_template(const TemplateState& state) {
    for (const MessageTemplate& one : state.list.all) {
        if (!state.draft.chosen.empty() && one.id == state.draft.chosen) return &one;
    }
    return nullptr;
}

bool takes_text(const MessageTemplate& pattern) {
    const std::vector<TemplateSlot> slots = slots_of(pattern);
    const bool takes_code = pattern.category == "AUTHENTICATION";
    if (takes_code || slots.size() != 1 || !slots.front().key.starts_with("body.")) return false;
    Conversation somebody;
    somebody.contact_name = "ann";
    return suggested_values(pattern, somebody).empty();  // else it is for a name
}

const TemplatePart& part_of(const MessageTemplate& pattern, std::string_view key) {
    if (!key.starts_with("card.")) return pattern.part;
    const auto index = static_cast<std::size_t>(card_of(key));
    return index < pattern.cards.size() ? pattern.cards[index] : pattern.part;
}

const TemplateFile* find_file(const TemplateState& state, const TemplateFileUse& use) {
    const auto found = std::find_if(state.files.begin(), state.files.end(), [&use](const TemplateFile& one) {
        return one.use == use && one.attachment.file != 0;
    });
    return found == state.files.end() ? nullptr : &*found;
}

TemplateFiles files_of(const TemplateState& state) {
    TemplateFiles files;
    for (const TemplateFile& one : state.files) {
        const bool is_for_this =
            one.use.pattern == state.draft.chosen && one.use.conversation == state.draft.conversation;
        if (is_for_this && one.attachment.file != 0) files[one.use.slot] = &one;
    }
    return files;
}

TemplateFileUse file_use_of(const TemplateState& state, const MessageTemplate& pattern) {
    std::vector<std::string> slots;
    for (const TemplateSlot& slot : slots_of(pattern))
        if (is_file(slot)) slots.push_back(slot.key);
    if (slots.empty()) return {};
    const TemplateFiles known = files_of(state);
    auto wanted = std::find(slots.begin(), slots.end(), state.draft.file_slot);
    if (wanted == slots.end()) {
        wanted = std::find_if(slots.begin(), slots.end(), [&known](const std::string& slot) {
            return !known.contains(slot);
        });
    }
    if (wanted == slots.end()) wanted = slots.begin();
    return {state.draft.conversation, state.draft.chosen, part_of(pattern, *wanted).header, *wanted};
}

std::string one_paragraph(std::string_view text) {
    std::string flat;
    for (const char c : trim(text)) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_space) flat += c;
        if (is_space && !flat.ends_with(' ')) flat += ' ';
    }
    return flat;
}

std::string readable_name(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string category_label(const Locale& locale, std::string_view category) {
    const TemplateWords& words = locale.words().templates;
    if (category == "UTILITY") return std::string(words.utility);
    if (category == "MARKETING") return std::string(words.marketing);
    if (category == "AUTHENTICATION") return std::string(words.authentication);
    return std::string(category);
}

std::vector<TemplateField> fields_of(const Locale& locale, const MessageTemplate& pattern) {
    std::vector<TemplateField> fields;
    for (const TemplateSlot& slot : slots_of(pattern)) {
        if (slot.kind == SlotKind::kLocation) {
            add_place(locale, slot, fields);
            continue;
        }
        const bool is_text = slot.kind == SlotKind::kText;
        const bool takes_words = is_text || slot.kind == SlotKind::kUrlEnd || slot.kind == SlotKind::kCode;
        std::string label = label_of(locale, pattern, slot);
        // Of which card: what they ask for has the same names.
        if (slot.key.starts_with("card."))
            label = fill("{0} · {1}", {locale.number(card_of(slot.key) + 1), label});
        fields.push_back(
            {slot.key,
             slot.key,
             std::move(label),
             takes_words ? slot.example : "",
             takes_words,
             is_file(slot)}
        );
    }
    return fields;
}

TemplateValues values_of(
    const MessageTemplate& pattern, const std::map<std::string, FieldText>& fields, const TemplateFiles& files
) {
    TemplateValues values;
    for (const TemplateSlot& slot : slots_of(pattern)) {
        const auto part = [&](std::string_view name) { return value_in(fields, part_key(slot, name)); };
        TemplateValue value;
        const std::string text = part("");
        switch (slot.kind) {
            case SlotKind::kImage:
            case SlotKind::kVideo:
            case SlotKind::kDocument:
                if (const auto file = files.find(slot.key); file != files.end()) {
                    value.media.file = file->second->copy;
                    if (slot.kind == SlotKind::kDocument) value.filename = file->second->attachment.name;
                }
                break;
            case SlotKind::kLocation:
                value.location.name = part(kName);
                value.location.address = part(kAddress);
                value.is_place = read_degrees(part(kLatitude), 90, value.location.latitude) &&
                                 read_degrees(part(kLongitude), 180, value.location.longitude);
                break;
            default:
                value.text = text;
        }
        values[slot.key] = std::move(value);
    }
    return values;
}

std::map<std::string, FieldText> first_fields(
    const MessageTemplate& pattern, const Conversation& conversation, std::string_view offered
) {
    std::map<std::string, FieldText> fields;
    for (const auto& [key, value] : suggested_values(pattern, conversation))
        fields[key].set(value.text);
    if (offered.empty()) return fields;
    for (const TemplateSlot& slot : slots_of(pattern)) {
        if (!slot.key.starts_with("body.") || fields.contains(slot.key)) continue;
        fields[slot.key].set(one_paragraph(offered));
        break;
    }
    return fields;
}

std::vector<text::TextRange> filled_ranges(
    const MessageTemplate& pattern, const TemplateValues& values, std::string_view shown
) {
    std::vector<text::TextRange> ranges;
    std::size_t at = 0;
    const std::string_view body = pattern.part.body;
    for (Gap gap = next_gap(body, 0); gap.begin != std::string_view::npos; gap = next_gap(body, gap.end)) {
        const auto value = values.find("body." + std::string(gap.name));
        const bool is_filled = value != values.end() && !value->second.text.empty();
        const std::string_view there =
            is_filled ? std::string_view(value->second.text) : body.substr(gap.begin, gap.end - gap.begin);
        const std::size_t begin = shown.find(there, at);
        if (begin == std::string_view::npos) break;
        at = begin + there.size();
        if (is_filled) ranges.push_back({begin, at});
    }
    return ranges;
}

std::string problem_of(
    const Locale& locale, const MessageTemplate& pattern, const FilledTemplate& filled, std::string_view slot
) {
    const TemplateWords& words = locale.words().templates;
    const auto known = std::find_if(filled.problems.begin(), filled.problems.end(), [&](const auto& one) {
        return one.slot == slot;
    });
    if (known == filled.problems.end()) return "";
    switch (known->fault) {
        case SlotFault::kMissing: {
            const std::vector<TemplateSlot> slots = slots_of(pattern);
            const auto found =
                std::find_if(slots.begin(), slots.end(), [&](const auto& one) { return one.key == slot; });
            const SlotKind kind = found == slots.end() ? SlotKind::kText : found->kind;
            if (kind == SlotKind::kLocation) return std::string(words.place_needed);
            if (kind <= SlotKind::kCode) return std::string(words.needed);
            return std::string(words.file_needed);
        }
        case SlotFault::kTooLong:
            return locale.count(locale.words().composer.too_many, -filled.room.at(known->slot));
        case SlotFault::kForbidden:
            return std::string(words.forbidden);
        default:
            return std::string(words.unfillable);
    }
}

}  // namespace roost
