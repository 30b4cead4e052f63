#include "server/app/fill_template.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "shared/model/template_filling.h"
#include "shared/wire/template_body.h"

namespace roost {

namespace {

Result<std::optional<MessageTemplate>> find_pattern(
    Transaction& transaction, std::string_view waba, const Template& content
) {
    ASSIGN_OR_RETURN(auto known, transaction.templates_named(waba, content.name));
    const auto found = std::find_if(known.begin(), known.end(), [&](const MessageTemplate& one) {
        return is_same_language(one.language, content.language);
    });
    if (found == known.end()) return std::nullopt;
    return std::move(*found);
}

Status check_approved(const MessageTemplate& pattern) {
    if (is_approved(pattern)) return {};
    return fail(
        ErrorCode::kConflict,
        "The template " + pattern.name + " cannot be sent: Meta says " + pattern.status + "."
    );
}

Error sentence_about(const std::vector<SlotProblem>& problems) {
    std::string sentence = "The template cannot be sent: ";
    for (std::size_t i = 0; i < problems.size(); ++i) {
        if (i > 0) sentence += ", ";
        sentence += english(problems[i]);
    }
    return {ErrorCode::kInvalid, sentence + "."};
}

}  // namespace

Status fill_template_in(
    Transaction& transaction, std::string_view waba, const Conversation& to, Template& content
) {
    const auto object = parse_json(content.raw).value_or(Json());
    // What the customer reads is made here, whatever the caller says of it; only an uploaded file is taken
    // over.
    const auto said = std::exchange(content.shown, {});
    content.cards.clear();
    ASSIGN_OR_RETURN(const auto pattern, find_pattern(transaction, waba, content));
    const bool has_components = member(object, "components").is_array();
    const auto& given = member(object, "values");
    if (!pattern) {
        if (given.is_null()) return {};  // Meta will say whether it knows it
        return fail(
            ErrorCode::kInvalid,
            "There is no template '" + content.name + "' in the language '" + content.language + "'."
        );
    }
    RETURN_IF_ERROR(check_approved(*pattern));
    ASSIGN_OR_RETURN(auto values, has_components ? values_in(*pattern, object) : read_template_values(given));
    if (!said.media.file.id.empty() && !values.contains("header")) {
        auto& header = values["header"];
        header.media.file = said.media.file;
        header.filename = said.filename;
    }
    values = with_contact(std::move(values), to);
    auto filled = fill_template(*pattern, values);
    if (!filled.problems.empty() && !has_components) {
        return tl::unexpected(sentence_about(filled.problems));
    }
    filled.content.raw = dump_json(has_components ? object : template_object(*pattern, values));
    content = std::move(filled.content);
    return {};
}

}  // namespace roost
