#include "server/simulator/customers.h"

#include <algorithm>
#include <array>

namespace roost::simulator {

namespace {

// Question marks of the scripts the customers write in.
constexpr auto kQuestionMarks = std::to_array<std::string_view>({"?", "？", "؟"});

bool asks(std::string_view text) {
    return std::any_of(kQuestionMarks.begin(), kQuestionMarks.end(), [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
    });
}

}  // namespace

std::vector<Persona> all_customers() {
    std::vector<Persona> all;
    for (const auto part :
         {east_african_customers(), asian_customers(), western_customers(), middle_eastern_customers()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

const Persona* customer_with(const std::vector<Persona>& customers, std::string_view wa_id) {
    const auto found =
        std::find_if(customers.begin(), customers.end(), [&](const Persona& p) { return p.wa_id == wa_id; });
    return found == customers.end() ? nullptr : &*found;
}

std::string_view choose_answer(const Persona& persona, std::string_view asked, IdMaker& chance) {
    const bool is_question = asks(asked) && !persona.answers_to_questions.empty();
    const auto lines = is_question ? persona.answers_to_questions : persona.answers;
    return lines.empty() ? std::string_view() : lines[chance.next() % lines.size()];
}

Json content_of_line(std::string_view body, std::string_view previous_wamid) {
    if (!body.starts_with('{')) return Json{{"type", "text"}, {"text", {{"body", body}}}};
    constexpr std::string_view kPrevious = "$previous";
    std::string text(body);
    const auto place = text.find(kPrevious);
    if (place != std::string::npos) text.replace(place, kPrevious.size(), previous_wamid);
    return parse_json(text).value_or(Json::object());
}

}  // namespace roost::simulator
