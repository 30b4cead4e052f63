// One template as it is written: its fields beside the finished bubble, and what is done with it.
#include <algorithm>
#include <utility>

#include "client-wasm/views/bubble_preview.h"
#include "client-wasm/views/template_choice.h"
#include "client-wasm/views/template_desk_form.h"
#include "client-wasm/words/template_languages.h"

namespace roost::desk {

namespace {

constexpr float kBar = 64;
constexpr float kTwoColumns = 680;
constexpr float kPreview = 340;

Message message_of(const Look& look) {
    return message_to_preview(look.pane.ui, shown_proposal(look.proposal, look.pane.words().place));
}

// A new one belongs to the number whose templates are shown.
std::string body_to_submit(const Look& look) {
    std::string body = proposal_body(look.proposal);
    const TemplateDesk& desk = look.pane.desk;
    if (!desk.id.empty() || !desk.account) return body;
    Json with_account = parse_json(body).value_or(Json::object());
    with_account["account"] = to_string(desk.account);
    return dump_json(with_account);
}

void submit(const Look& look) {
    TemplateSheet& sheet = look.sheet();
    sheet.shows_problems = true;
    if (look.problems.empty()) {
        look.pane.out.push_back(SubmitTemplate{look.pane.desk.id, body_to_submit(look)});
        return;
    }
    look.pane.desk.shown_field = look.problems.front().field;
    look.pane.out.push_back(Say{look.problem(look.problems.front().field), true});
}

// The question before something is deleted, in the place of the buttons.
float question_height(const Look& look, float width) {
    const auto style = ui::secondary_style(look.pane.ui.theme.text_secondary);
    const ui::NodeKey key = key_of("remove note");
    return 44 + ui::wrap(look.pane.ui, key, look.pane.words().remove_note, style, width).height + 60;
}

void draw_question(const Look& look, const ui::Rect& rect) {
    ui::Ui& ui = look.pane.ui;
    TemplateDesk& desk = look.pane.desk;
    const TemplateDeskWords& words = look.pane.words();
    const MessageTemplate& known = *look.known;
    const std::string question =
        fill(words.remove_question, {readable_name(known.name), language_label(known.language)});
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    const ui::Scope scope(ui, ui::Role::kGroup, question, rect, key_of("question"));
    const float x = rect.x + kSide;
    const float width = rect.width - 2 * kSide;
    ui::text_node(ui, x, rect.y + 14, question, ui::button_style(ui.theme.text), width);
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const ui::NodeKey key = key_of("remove note");
    const text::Paragraph laid = ui::wrap(ui, key, words.remove_note, style, width);
    ui::wrapped_node(ui, ui::Role::kText, key, words.remove_note, laid, x, rect.y + 38);
    const bool is_busy = desk.task == DeskTask::kRemove;
    const std::string_view yes = is_busy ? words.removing : words.remove;
    const float wide = ui.text.width(yes, ui::button_style(0)) + 48;
    const float narrow = ui.text.width(words.keep, ui::button_style(0)) + 48;
    const float y = rect.y + rect.height - 54;
    ui::ButtonSpec keep{.label = words.keep, .rect = {x + width - wide - 8 - narrow, y, narrow, kButton}};
    keep.kind = ui::ButtonKind::kQuiet;
    keep.key = key_of("keep");
    keep.is_disabled = is_busy;
    if (ui::button(ui, keep)) {
        desk.asks_removal = false;
        ui.wanted_focus = key_of("ask removal");
    }
    ui::ButtonSpec remove{.label = yes, .rect = {x + width - wide, y, wide, kButton}};
    remove.key = key_of("remove");
    remove.is_disabled = is_busy;
    remove.colour = ui.theme.danger;
    if (ui::button(ui, remove)) look.pane.out.push_back(RemoveTemplate{known.id});
}

// What can be done: on the left what is lost by, on the right what it is all for.
void draw_actions(const Look& look, const ui::Rect& rect) {
    ui::Ui& ui = look.pane.ui;
    TemplateDesk& desk = look.pane.desk;
    const TemplateDeskWords& words = look.pane.words();
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    float left = rect.x + 8;
    if (look.known != nullptr) {
        ui::ButtonSpec remove{.label = words.remove, .rect = {left, rect.y + 10, kButton, kButton}};
        remove.kind = ui::ButtonKind::kRound;
        remove.icon = ui::Icon::kTrash;
        remove.key = key_of("ask removal");
        remove.is_disabled = desk.task != DeskTask::kNone;
        if (ui::button(ui, remove)) {
            desk.asks_removal = true;
            ui.wanted_focus = key_of("keep");
        }
        left += kButton;
    }
    if (!look.can_change) return;
    const bool is_busy = desk.task == DeskTask::kSubmit;
    const std::string_view label = is_busy ? words.submitting : words.submit;
    const float end = rect.x + rect.width - kSide;
    const float wanted = ui.text.width(label, ui::button_style(0)) + 48;
    const float width = ui.is_phone() ? end - left - 8 : wanted;
    ui::ButtonSpec send{.label = label, .rect = {end - width, rect.y + 10, width, kButton}};
    send.key = key_of("submit");
    send.is_disabled = is_busy || look.awaits_sample();
    if (ui::button(ui, send)) submit(look);
}

// What is wrong with the whole, or with what the form does not show.
std::string error_of(const Look& look) {
    if (!look.sheet().error.empty() || !look.can_change) return look.sheet().error;
    const Form form(look);
    for (const TemplateTrouble& one : look.sheet().troubles)
        if (!form.place_of(one.field, kPreview)) return look.problem(one.field);
    return "";
}

// Over the buttons. Returns how high it is.
float draw_error(const Look& look, const ui::Rect& rect) {
    const std::string error = error_of(look);
    if (error.empty()) return 0;
    ui::Ui& ui = look.pane.ui;
    const ui::NodeKey key = key_of("error");
    const auto style = ui::body_style(ui.theme.danger, ui.is_phone());
    const text::Paragraph laid = ui::wrap(ui, key, error, style, rect.width - 2 * kSide);
    const float height = laid.height + 20;
    const ui::Rect strip{rect.x, rect.y + rect.height - height, rect.width, height};
    ui::fill(ui, strip, ui.theme.danger_tint);
    ui::wrapped_node(ui, ui::Role::kText, key, error, laid, strip.x + kSide, strip.y + 10);
    return height;
}

// Why it stands here as it is: what Meta says, and that nothing can be written.
void draw_state(const Look& look, const ui::Rect& rect) {
    ui::Ui& ui = look.pane.ui;
    const MessageTemplate& known = *look.known;
    const TemplateDeskWords& words = look.pane.words();
    const bool is_in_review = known.status == "PENDING";
    const Word& why = is_in_review ? words.reviewing : !may_be_edited(known) ? words.locked : words.elsewhere;
    const ui::NodeKey key = key_of("why");
    const auto style = ui::body_style(ui.theme.text_secondary, ui.is_phone());
    const text::Paragraph laid = ui::wrap(ui, key, why, style, rect.width - 2 * kSide);
    ui::wrapped_node(ui, ui::Role::kText, key, why, laid, rect.x + kSide, rect.y + kGap);
    if (rect.width >= kTwoColumns - kPreview && !ui.is_phone()) return;
    const float top = laid.height + 2 * kGap;
    const ui::Rect below{rect.x, rect.y + top, rect.width, rect.height - top};
    draw_bubble_preview(ui, message_of(look), below, look.pane.out);
}

// Language and category, the state, and why Meta rejected it. Returns how high it is.
float draw_facts(const Look& look, const ui::Rect& rect) {
    if (look.known == nullptr) return 0;
    ui::Ui& ui = look.pane.ui;
    const MessageTemplate& known = *look.known;
    const float pill = draw_status(look.pane, known, rect.x + rect.width - kSide, rect.y + 12);
    const std::string facts =
        language_label(known.language) + " · " + category_label(ui.locale, known.category);
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const float x = rect.x + kSide;
    ui::text_node(ui, x, rect.y + 16, facts, style, pill - x - 8);
    const ui::Rect place{pill, rect.y + 12, rect.x + rect.width - kSide - pill, 26};
    ui::record(ui, ui::Role::kText, status_label(ui.words, known), place, key_of("status"));
    float height = 48;
    if (known.status == "REJECTED" && !known.reason.empty() && known.reason != "NONE") {
        const std::string reason = fill(look.pane.words().rejected_because, {readable_name(known.reason)});
        const ui::NodeKey key = key_of("reason");
        const auto danger = ui::body_style(ui.theme.danger, ui.is_phone());
        const text::Paragraph laid = ui::wrap(ui, key, reason, danger, rect.width - 2 * kSide);
        ui::wrapped_node(ui, ui::Role::kText, key, reason, laid, x, rect.y + height);
        height += laid.height + kGap;
    }
    ui::hairline(ui, rect.x, rect.y + height - 1, rect.width, ui.theme.border);
    return height;
}

// What is wrong, or was just added, comes into view. Returns where the form then stands.
float lead_to_field(
    const Look& look, const std::optional<Form::Place>& place, float top, const ui::Rect& room
) {
    TemplateDesk& desk = look.pane.desk;
    if (desk.shown_field.empty()) return top;
    desk.shown_field.clear();
    if (!place) return top;
    look.pane.ui.wanted_focus = place->key;
    const float y = room.y + place->y - kGap;
    const float wanted = std::clamp(top, std::min(y, std::max(0.0F, y + place->height - room.height)), y);
    if (wanted == top) return top;
    desk.scroll_to = wanted;
    ++desk.scroll_revision;
    return wanted;
}

void draw_form(const Look& look, const ui::Rect& rect, float above) {
    ui::Ui& ui = look.pane.ui;
    Form form(look);
    const float width = rect.width - 2 * kSide;
    const float height = above + form.height(width) + kGap;
    const ui::NodeKey key = look.key("fields");
    float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, height - rect.height));
    const auto place = form.place_of(look.pane.desk.shown_field, width);
    top = lead_to_field(look, place, top, {0, above, 0, rect.height});
    TemplateDesk& desk = look.pane.desk;
    ui::ScrollerSpec spec{height, std::nullopt, desk.scroll_revision};
    if (desk.scroll_revision > 0) spec.scroll_to = desk.scroll_to;
    const ui::Scroller scroller(ui, {ui::Role::kGroup, ui.words.templates.title, rect, key, spec, top});
    const float y = rect.y - top;
    if (above > 0) draw_bubble_preview(ui, message_of(look), {rect.x, y, rect.width, above}, look.pane.out);
    form.draw({rect.x + kSide, y + above + kGap}, width);
}

void lead_focus(const Look& look) {
    TemplateDesk& desk = look.pane.desk;
    if (!std::exchange(desk.wants_focus, false)) return;
    const auto& troubles = look.sheet().troubles;
    if (!troubles.empty()) {
        desk.shown_field = troubles.front().field;
        return;
    }
    const bool is_quiet = look.pane.ui.is_phone() || !look.can_change;
    const ui::NodeKey first = look.key(look.known == nullptr ? "name" : "body");
    look.pane.ui.wanted_focus = is_quiet ? key_of("leave") : first;
}

}  // namespace

void draw_sheet(const Pane& pane, const ui::Rect& rect) {
    const MessageTemplate* known = known_template(pane.desk);
    Look look{pane, known, known == nullptr || (may_be_edited(*known) && can_be_written(*known))};
    look.proposal = look.can_change ? proposal_of(pane.sheet(), known) : *known;
    if (look.can_change) look.problems = check_proposal(look.proposal);
    const bool takes_file = look.can_change && is_media(pane.sheet().header);
    if (takes_file) pane.files.takes = {{}, pane.desk.id, pane.sheet().header};
    lead_focus(look);
    const bool asks = pane.desk.asks_removal && known != nullptr;
    const float bar = asks ? question_height(look, rect.width - 2 * kSide) : kBar;
    ui::Rect body{rect.x, rect.y, rect.width, rect.height - bar};
    const ui::Rect actions{rect.x, rect.y + body.height, rect.width, bar};
    asks ? draw_question(look, actions) : draw_actions(look, actions);
    body.height -= draw_error(look, body);
    const bool is_wide = rect.width >= kTwoColumns;
    if (is_wide) {
        const ui::Rect right{body.x + body.width - kPreview, body.y, kPreview, body.height};
        draw_bubble_preview(pane.ui, message_of(look), right, pane.out);
        body.width -= kPreview;
    }
    const float facts = draw_facts(look, body);
    body.y += facts;
    body.height -= facts;
    const float above = is_wide ? 0 : bubble_preview_height(pane.ui, message_of(look), body.width);
    look.can_change ? draw_form(look, body, above) : draw_state(look, body);
}

}  // namespace roost::desk
