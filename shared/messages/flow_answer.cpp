#include "shared/messages/flow_answer.h"

#include <algorithm>
#include <utility>

#include "shared/base/json.h"

namespace roost {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "screen_0_First_name_1": Meta's editor numbers the screens and the fields on each.
std::string_view without_numbering(std::string_view name) {
    constexpr std::string_view kScreen = "screen_";
    if (name.starts_with(kScreen)) {
        const std::size_t end = name.find('_', kScreen.size());
        const auto number = name.substr(kScreen.size(), end - kScreen.size());
        if (end != std::string_view::npos && std::all_of(number.begin(), number.end(), is_digit))
            name.remove_prefix(end + 1);
    }
    const std::size_t last = name.rfind('_');
    if (last != std::string_view::npos && last > 0 && last + 1 < name.size() &&
        std::all_of(name.begin() + static_cast<std::ptrdiff_t>(last) + 1, name.end(), is_digit))
        name = name.substr(0, last);
    return name;
}

std::string label_of(std::string_view name) {
    std::string label(without_numbering(name));
    std::replace(label.begin(), label.end(), '_', ' ');
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

// A choice is told with its place in the list: "0_Yes".
std::string chosen(const std::string& value) {
    const std::size_t end = value.find('_');
    const bool is_numbered =
        end != std::string::npos && end > 0 && end + 1 < value.size() &&
        std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    return is_numbered ? value.substr(end + 1) : value;
}

std::string said(const Json& value) {
    if (value.is_string()) return chosen(value.get_ref<const std::string&>());
    if (value.is_null()) return "";
    if (value.is_boolean()) return value == true ? "✓" : "✗";  // in no language
    if (!value.is_array()) return dump_json(value);
    std::string all;
    for (const Json& one : value) {
        const std::string text = said(one);
        if (!all.empty() && !text.empty()) all += ", ";
        all += text;
    }
    return all;
}

void collect(const Json& fields, std::vector<FlowAnswer>& out) {
    for (const auto& [name, value] : fields.items()) {
        if (name == "flow_token" || name == "wa_flow_response_params") continue;
        // The lines of an address stand one level deeper.
        if (value.is_object()) {
            collect(value, out);
            continue;
        }
        FlowAnswer answer{label_of(name), said(value)};
        if (!answer.value.empty()) out.push_back(std::move(answer));
    }
}

}  // namespace

std::vector<FlowAnswer> flow_answers(std::string_view response_json) {
    const auto fields = parse_json(response_json);
    std::vector<FlowAnswer> answers;
    if (fields && fields->is_object()) collect(*fields, answers);
    return answers;
}

}  // namespace roost
