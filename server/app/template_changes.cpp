#include "server/app/template_changes.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/template_samples.h"
#include "server/app/template_syncer.h"
#include "server/app/template_writes.h"
#include "server/cloud/errors.h"
#include "server/cloud/template_refusal.h"
#include "server/store/store.h"
#include "shared/wire/template_proposal.h"

namespace roost {

namespace {

// Meta's list may still be without what Meta has just accepted; and a list on its way may be older.
constexpr UnixMillis kUntilListed = 10 * kSecond;

tl::unexpected<TemplateFailure> failed(ErrorCode code, std::string sentence) {
    return tl::unexpected(TemplateFailure{{code, std::move(sentence)}});
}

tl::unexpected<TemplateFailure> failed(Error error) {
    return tl::unexpected(TemplateFailure{std::move(error)});
}

tl::unexpected<TemplateFailure> wrong(std::vector<FieldTrouble> fields) {
    std::string sentence = fields.front().sentence;
    return tl::unexpected(TemplateFailure{{ErrorCode::kInvalid, std::move(sentence)}, std::move(fields)});
}

tl::unexpected<TemplateFailure> no_answer() {
    return failed(
        ErrorCode::kUnavailable, "Meta does not answer. Nothing has changed here; it is safe to try again."
    );
}

tl::unexpected<TemplateFailure> refused(const CloudRefusal& refusal) {
    const auto sentence = sentence_of(refusal);
    const auto kind = explain(refusal.code, refusal.http).kind;
    if (refusal.subcode == 0 && kind == CloudErrorKind::kStopAccount)
        return failed(ErrorCode::kConflict, sentence);
    const bool is_for_now = kind != CloudErrorKind::kFail && kind != CloudErrorKind::kFailForNow;
    if (refusal.subcode == 0 && is_for_now) return failed(ErrorCode::kUnavailable, sentence);
    return wrong({{std::string(field_of_template_error(refusal.subcode)), "meta", sentence}});
}

std::vector<FieldTrouble> troubles_of(const MessageTemplate& proposal) {
    std::vector<FieldTrouble> troubles;
    for (const auto& problem : check_proposal(proposal))
        troubles.push_back({problem.field, std::string(fault_name(problem.fault)), english(problem)});
    return troubles;
}

Result<std::optional<MessageTemplate>> find_template(
    const Deps& deps, std::string_view waba, const std::function<bool(const MessageTemplate&)>& is_wanted
) {
    ASSIGN_OR_RETURN(auto all, deps.store.list_templates(waba));
    const auto found = std::find_if(all.begin(), all.end(), is_wanted);
    if (found == all.end()) return std::nullopt;
    return std::move(*found);
}

Result<std::optional<MessageTemplate>> find_named(
    const Deps& deps, std::string_view waba, const MessageTemplate& proposal
) {
    return find_template(deps, waba, [&](const MessageTemplate& one) {
        return one.name == proposal.name && is_same_language(one.language, proposal.language);
    });
}

// One that is there, and whose it is.
struct OwnedTemplate {
    std::string waba;
    MessageTemplate pattern;
};

Result<std::optional<OwnedTemplate>> find_by_id(const Deps& deps, std::string_view id) {
    for (auto& waba : deps.numbers.wabas()) {
        ASSIGN_OR_RETURN(auto found, find_template(deps, waba, [&](const MessageTemplate& one) {
                             return one.id == id;
                         }));
        if (found) return OwnedTemplate{std::move(waba), *std::move(found)};
    }
    return std::nullopt;
}

// The one that is named, or that a named number belongs to; else the first.
Result<std::string> chosen_waba(const Deps& deps, const Json& body) {
    auto wabas = deps.numbers.wabas();
    if (wabas.empty()) return fail(ErrorCode::kConflict, "No business account is connected.");
    auto wanted = text_or_number(body, "waba");
    if (const auto id = text_or_number(body, "account"); !id.empty()) {
        const auto account = parse_id<AccountId>(id).value_or(AccountId{});
        ASSIGN_OR_RETURN(wanted, waba_of_account(deps.store, deps.numbers, account));
        if (wanted.empty()) return fail(ErrorCode::kConflict, "The number 'account' is not connected.");
    }
    if (wanted.empty()) return std::move(wabas.front());
    if (std::find(wabas.begin(), wabas.end(), wanted) == wabas.end())
        return fail(ErrorCode::kConflict, "The business account 'waba' is not connected.");
    return wanted;
}

// Stored, told to open pages, and looked at again when Meta's list has it.
Status keep(
    const Deps& deps,
    const Actor& actor,
    const std::string& waba,
    const MessageTemplate& made,
    std::string_view action
) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(note_action(deps, transaction, actor, action, made.name, made.language));
        RETURN_IF_ERROR(transaction.put_template(waba, made));
        return want_template_sync(transaction, waba, deps.clock.now() + kUntilListed);
    });
}

// What Meta has may have changed without our hearing of it.
tl::unexpected<TemplateFailure> lost(const Deps& deps, const TemplateOutcome& outcome) {
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome)) return refused(*refusal);
    if (std::holds_alternative<CloudUnknown>(outcome)) {
        const auto asked = request_template_sync(deps);
        if (!asked) return failed(asked.error());
    }
    return no_answer();
}

tl::unexpected<TemplateFailure> exists() {
    return wrong({{"name", "exists", "There is a template of this name in this language already."}});
}

// One that is there is what was asked for, or stands in its way.
TemplateResult<MessageTemplate> settled(const MessageTemplate& known, const MessageTemplate& proposal) {
    if (has_same_content(known, proposal)) return known;
    return exists();
}

// Meta says that there is one: perhaps from an attempt whose answer was lost.
TemplateResult<MessageTemplate> look_again(
    const Deps& deps,
    CloudApi& cloud,
    const std::string& waba,
    const MessageTemplate& proposal,
    const CloudRefusal& refusal
) {
    if (!sync_templates(deps, cloud, waba)) return no_answer();
    const auto known = find_named(deps, waba, proposal);
    if (!known) return failed(known.error());
    const auto& found = *known;
    return found ? settled(*found, proposal) : refused(refusal);
}

// As Meta keeps it from now on.
MessageTemplate accepted_as(MessageTemplate made, const TemplateAccepted& accepted) {
    if (!accepted.id.empty()) made.id = accepted.id;
    if (!accepted.category.empty()) made.category = accepted.category;
    made.status = accepted.status.empty() ? "PENDING" : accepted.status;
    made.reason.clear();
    return made;
}

// What may be changed, with what is to stand there.
TemplateResult<MessageTemplate> changed_by(const MessageTemplate& known, const Json& body) {
    auto proposal = read_unchecked_template(body);
    if (!member(body, "components").is_array())
        return wrong({{"body", "missing", "'components' is missing."}});
    proposal.id = known.id;
    proposal.name = known.name;
    proposal.language = known.language;
    proposal.quality = known.quality;
    if (proposal.category.empty()) proposal.category = known.category;
    if (proposal.category != known.category && is_approved(known))
        return wrong({{"category", "fixed", "The category of an approved template cannot be changed."}});
    if (auto troubles = troubles_of(proposal); !troubles.empty()) return wrong(std::move(troubles));
    return proposal;
}

tl::unexpected<TemplateFailure> sample_missing(const SampleTrouble& trouble) {
    if (const auto* refusal = std::get_if<CloudRefusal>(&trouble)) return refused(*refusal);
    const auto* error = std::get_if<Error>(&trouble);
    if (error == nullptr) return no_answer();
    return wrong({{"sample.header", "sample", error->message}});
}

std::string edit_body(const MessageTemplate& known, const MessageTemplate& proposal) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        if (proposal.category != known.category) out.key("category").string(proposal.category);
        out.key("components").raw(proposal.components).end_object();
    });
}

Status forget(const Deps& deps, const Actor& actor, const OwnedTemplate& known) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(note_action(
            deps, transaction, actor, "template.deleted", known.pattern.name, known.pattern.language
        ));
        RETURN_IF_ERROR(transaction.remove_template(known.waba, known.pattern.id));
        return want_template_sync(transaction, known.waba, deps.clock.now() + kUntilListed);
    });
}

tl::unexpected<TemplateFailure> unknown_id() {
    return failed(ErrorCode::kNotFound, "There is no template with this id.");
}

}  // namespace

TemplateResult<MessageTemplate> create_template(
    const Deps& deps, CloudApi& cloud, const MediaFolder& files, const Actor& actor, const Json& body
) {
    const auto chosen = chosen_waba(deps, body);
    if (!chosen) return failed(chosen.error());
    const auto& waba = *chosen;
    auto proposal = read_unchecked_template(body);
    if (auto troubles = troubles_of(proposal); !troubles.empty()) return wrong(std::move(troubles));
    const auto known = find_named(deps, waba, proposal);
    if (!known) return failed(known.error());
    if (const auto& found = *known) return settled(*found, proposal);
    auto components = components_with_samples(files, cloud, waba, proposal.components);
    if (!components) return sample_missing(components.error());
    proposal.components = *std::move(components);
    const auto outcome = cloud.create_template(waba, proposal_body(proposal));
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome)) {
        if (refusal->subcode == kTemplateExists) return look_again(deps, cloud, waba, proposal, *refusal);
    }
    const auto* accepted = std::get_if<TemplateAccepted>(&outcome);
    if (accepted == nullptr) return lost(deps, outcome);
    auto made = accepted_as(proposal, *accepted);
    const auto kept = keep(deps, actor, waba, made, "template.made");
    if (!kept) return failed(kept.error());
    return made;
}

TemplateResult<MessageTemplate> edit_template(
    const Deps& deps,
    CloudApi& cloud,
    const MediaFolder& files,
    const Actor& actor,
    std::string_view id,
    const Json& body
) {
    const auto found = find_by_id(deps, id);
    if (!found) return failed(found.error());
    const auto& owned = *found;
    if (!owned) return unknown_id();
    const auto& [waba, known] = *owned;
    auto proposal = changed_by(known, body);
    if (!proposal) return proposal;
    if (!may_be_edited(known)) {
        // The same again, after an answer that was lost.
        if (known.status == "PENDING" && has_same_content(known, *proposal)) return known;
        return failed(ErrorCode::kConflict, "Meta says " + known.status + ": it cannot be changed now.");
    }
    auto components = components_with_samples(files, cloud, waba, proposal->components);
    if (!components) return sample_missing(components.error());
    proposal->components = *std::move(components);
    const auto outcome = cloud.edit_template(waba, id, edit_body(known, *proposal));
    const auto* accepted = std::get_if<TemplateAccepted>(&outcome);
    if (accepted == nullptr) return lost(deps, outcome);
    auto made = accepted_as(*std::move(proposal), *accepted);
    made.id = id;
    const auto kept = keep(deps, actor, waba, made, "template.changed");
    if (!kept) return failed(kept.error());
    return made;
}

TemplateResult<void> delete_template(
    const Deps& deps, CloudApi& cloud, const Actor& actor, std::string_view id
) {
    const auto known = find_by_id(deps, id);
    if (!known) return failed(known.error());
    const auto& found = *known;
    if (!found) return unknown_id();
    const auto outcome = cloud.delete_template(found->waba, id, found->pattern.name);
    if (!std::holds_alternative<TemplateAccepted>(outcome)) {
        // Perhaps it is gone already, by an attempt whose answer was lost.
        const bool is_refused = std::holds_alternative<CloudRefusal>(outcome);
        const auto still =
            is_refused && sync_templates(deps, cloud, found->waba) ? find_by_id(deps, id) : known;
        if (!still || *still) return lost(deps, outcome);
    }
    const auto gone = forget(deps, actor, *found);
    if (!gone) return failed(gone.error());
    return {};
}

}  // namespace roost
