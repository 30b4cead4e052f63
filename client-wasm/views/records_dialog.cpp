#include "client-wasm/views/records_dialog.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client-wasm/views/record_names.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

using settings::Item;
using settings::key_of;
using settings::Press;

struct RecordsAsking {
    UiState& state;
    ui::Ui& ui;
    Commands& out;
    const RecordLinks& links;

    RecordsState& records() const { return state.records; }
    const RecordWords& words() const { return ui.words.records; }
};

// Null if it is not loaded, or gone.
const RecordLinks* links_of(const Inbox& inbox, const RecordsState& records) {
    const Conversation* row = find_conversation(inbox, records.conversation);
    if (!records.message) return row == nullptr ? nullptr : &row->links;
    const ThreadWindow* thread = find_thread(inbox, records.conversation);
    if (thread == nullptr) return nullptr;
    for (const Message& message : thread->messages)
        if (message.id == records.message) return &message.links;
    return nullptr;
}

ui::NodeKey unlink_key(const RecordLink& link) {
    return key_of("unlink", to_string(link.id));
}

ui::NodeKey show_key(const RecordLink& link) {
    return key_of("show record", to_string(link.id));
}

Item link_row(const RecordsAsking& asking, const RecordLink& link) {
    Item row{Item::What::kRow, key_of("record", to_string(link.id)), record_label(asking.ui.words, link)};
    row.detail = link.title.empty() ? link.url : settings::joined({link.record.id, link.url});
    Press unlink{unlink_key(link), std::string(asking.words().unlink), row.text};
    unlink.is_disabled = asking.records().is_busy;
    row.presses = {{show_key(link), std::string(asking.words().show), row.text}, unlink};
    row.is_in_form = true;
    return row;
}

// The record that is written, as far as it is one.
RecordLink written(const RecordsState& records) {
    const auto text = [](const FieldText& field) { return std::string(trim(field.value)); };
    return {{}, {records.type, text(records.id)}, text(records.title), text(records.url)};
}

struct Problems {
    std::string id;
    std::string url;

    bool is_empty() const { return id.empty() && url.empty(); }
};

Problems problems_of(const RecordsAsking& asking) {
    const RecordLink link = written(asking.records());
    Problems problems;
    if (link.record.id.empty()) {
        problems.id = asking.ui.words.settings.fill_in;
    } else if (!check_record(link.record)) {
        problems.id = asking.words().bad_id;
    }
    const RecordLink alone{{}, {link.record.type, "1"}, {}, link.url};
    if (!check_link(alone)) problems.url = asking.words().bad_url;
    return problems;
}

Item type_chips(const RecordsAsking& asking) {
    Item item{Item::What::kChips, key_of("record type"), std::string(asking.words().type)};
    for (const std::string& type : asking.state.record_types) {
        Chip chip{key_of("record-type", type), record_type_label(asking.ui.words, type)};
        chip.is_chosen = type == asking.records().type;
        item.chips.push_back(std::move(chip));
    }
    return item;
}

void add_form(const RecordsAsking& asking, std::vector<Item>& items) {
    const RecordWords& words = asking.words();
    RecordsState& records = asking.records();
    const Problems problems = records.shows_problems ? problems_of(asking) : Problems{};
    items.push_back(type_chips(asking));
    FormField id{key_of("record-id"), std::string(words.id), {}, problems.id};
    id.hint = words.id_hint;
    items.push_back(settings::field(std::move(id), records.id));
    items.push_back(settings::field({key_of("record-title"), std::string(words.label), {}, {}}, records.title)
    );
    items.push_back(
        settings::field({key_of("record-url"), std::string(words.url), {}, problems.url}, records.url)
    );
}

std::vector<Item> items_of(const RecordsAsking& asking) {
    const RecordWords& words = asking.words();
    const RecordsState& records = asking.records();
    const Word& told = records.message ? words.note_message : words.note;
    std::vector<Item> items{settings::note(key_of("records note"), std::string(told))};
    for (const RecordLink& link : asking.links)
        items.push_back(link_row(asking, link));
    if (asking.links.empty()) items.push_back(settings::note(key_of("no records"), std::string(words.none)));
    add_form(asking, items);
    if (!records.error.empty()) items.push_back(settings::problem(key_of("refusal"), records.error));
    Press go{key_of("go"), std::string(words.link)};
    go.is_primary = true;
    go.is_disabled = records.is_busy;
    items.push_back(settings::presses({{key_of("cancel"), std::string(asking.ui.words.settings.done)}, go}));
    items.back().is_ending = true;
    return items;
}

void link(const RecordsAsking& asking) {
    RecordsState& records = asking.records();
    records.shows_problems = true;
    records.error.clear();
    const Problems problems = problems_of(asking);
    if (!problems.is_empty()) {
        asking.ui.wanted_focus = key_of(problems.id.empty() ? "record-url" : "record-id");
        return;
    }
    asking.out.push_back(LinkRecord{records.conversation, records.message, written(records)});
}

void take_rows(const RecordsAsking& asking) {
    for (const RecordLink& one : asking.links) {
        if (ui::was_activated(asking.ui, unlink_key(one)))
            asking.out.push_back(UnlinkRecord{one.id, record_label(asking.ui.words, one)});
        if (!ui::was_activated(asking.ui, show_key(one))) continue;
        asking.state.overlay = Overlay::kNone;
        // Where there is one column, the list stands in place of the thread.
        if (asking.ui.is_phone()) asking.out.push_back(CloseConversation{});
        asking.out.push_back(ShowRecord{one});
    }
}

void take(const RecordsAsking& asking) {
    RecordsState& records = asking.records();
    for (const std::string& type : asking.state.record_types)
        if (ui::was_activated(asking.ui, key_of("record-type", type))) records.type = type;
    take_rows(asking);
    if (ui::was_activated(asking.ui, key_of("cancel"))) asking.state.overlay = Overlay::kNone;
    bool goes = ui::was_activated(asking.ui, key_of("go"));
    for (const std::string_view name : {"record-id", "record-title", "record-url"})
        goes = goes || ui::was_submitted(asking.ui, key_of(name));
    if (goes && !records.is_busy) link(asking);
}

}  // namespace

void open_records(UiState& state, ConversationId conversation, MessageId message) {
    state.records.open(conversation, message, state.record_types);
    state.overlay = Overlay::kRecords;
}

ui::NodeKey first_of_records_dialog() {
    return key_of("record-id");
}

void draw_records_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const RecordLinks* links = links_of(inbox, state.records);
    if (links == nullptr || !can_link(state)) {
        state.overlay = Overlay::kNone;
        return;
    }
    const RecordsAsking asking{state, ui, out, *links};
    const Word& title = state.records.message ? asking.words().of_message : asking.words().title;
    settings::draw_dialog(ui, std::string(title), items_of(asking));
    take(asking);
    if (std::exchange(state.records.wants_focus, false)) ui.wanted_focus = first_of_records_dialog();
}

}  // namespace roost
