#include "client-wasm/views/settings_number_fields.h"

namespace roost::settings {

NumberField field_of(NumberProblemKind kind) {
    switch (kind) {
        case NumberProblemKind::kTokenRefused:
        case NumberProblemKind::kTokenExpired:
        case NumberProblemKind::kTokenTemporary:
        case NumberProblemKind::kTokenEnds:
        case NumberProblemKind::kScopeMissing:
            return NumberField::kToken;
        case NumberProblemKind::kNumberUnknown:
        case NumberProblemKind::kNumberNotWorking:
        case NumberProblemKind::kNumberUnverified:
            return NumberField::kNumberId;
        case NumberProblemKind::kAccountUnknown:
        case NumberProblemKind::kNumberElsewhere:
            return NumberField::kWaba;
        case NumberProblemKind::kSecretMissing:
        case NumberProblemKind::kSecretWrong:
            return NumberField::kSecret;
        default:
            return NumberField::kNone;
    }
}

std::string said_at(const ui::Ui& ui, const std::vector<NumberProblem>& problems, NumberField field) {
    const NumberWords& words = ui.words.numbers;
    std::string all;
    for (const NumberProblem& one : problems) {
        if (field_of(one.kind) != field) continue;
        std::string said = problem_said(words, one, [&ui](UnixMillis at) {
            return ui.locale.list_time(at, ui.now, ui.utc_offset(at));
        });
        if (!said.ends_with('.') && !said.ends_with("।")) said += '.';
        const std::string_view repair = words.repairs.at(static_cast<std::size_t>(one.kind));
        all += (all.empty() ? "" : " ") + said + " " + std::string(repair);
    }
    return all;
}

}  // namespace roost::settings
