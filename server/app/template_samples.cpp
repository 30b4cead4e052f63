#include "server/app/template_samples.h"

#include <utility>

#include "shared/base/json_writer.h"
#include "shared/messages/template_part.h"
#include "shared/wire/media_limits.h"

namespace roost {

namespace {

constexpr std::string_view kExample = "example";

tl::unexpected<SampleTrouble> not_usable(std::string sentence) {
    return tl::unexpected(SampleTrouble(Error{ErrorCode::kInvalid, std::move(sentence)}));
}

std::string file_named_in(const Json& component) {
    const Json& names = member(member(component, kExample), "header_file");
    const Json& first = names.is_array() && !names.empty() ? names.front() : names;
    return first.is_string() ? first.get<std::string>() : "";
}

tl::expected<std::string, SampleTrouble> handle_of(
    const MediaFolder& files,
    CloudApi& cloud,
    std::string_view waba,
    const Json& component,
    const std::string& id
) {
    const auto file = files.describe(id);
    if (!file) return not_usable("The file of the header is not here: upload it first.");
    const auto header = parse_template_header(string_or(component, "format", ""));
    const auto sendable = check_sendable_file(template_header_name(header), file->type, file->size);
    if (!sendable) return not_usable(sendable.error().message);
    auto outcome = cloud.upload_sample(waba, files.path_of(id), file->type.mime_type);
    if (auto* sample = std::get_if<UploadedSample>(&outcome)) return std::move(sample->handle);
    if (auto* refusal = std::get_if<CloudRefusal>(&outcome))
        return tl::unexpected(SampleTrouble(std::move(*refusal)));
    return tl::unexpected(SampleTrouble(std::get<CloudUnreachable>(std::move(outcome))));
}

// The headers of the template and of its cards.
template <class Function>
void for_each_header(Json& components, const Function& use) {
    if (!components.is_array()) return;
    for (Json& component : components) {
        if (!file_named_in(component).empty()) use(component);
        const auto cards = component.is_object() ? component.find("cards") : component.end();
        if (cards == component.end() || !cards->is_array()) continue;
        for (Json& card : *cards)
            if (card.is_object() && card.contains("components")) for_each_header(card["components"], use);
    }
}

}  // namespace

tl::expected<std::string, SampleTrouble> components_with_samples(
    const MediaFolder& files, CloudApi& cloud, std::string_view waba, std::string_view components
) {
    auto all = parse_json(components);
    if (!all) return std::string(components);
    tl::expected<void, SampleTrouble> done;
    for_each_header(*all, [&](Json& component) {
        if (!done) return;
        auto handle = handle_of(files, cloud, waba, component, file_named_in(component));
        if (handle) component[std::string(kExample)] = Json{{"header_handle", Json::array({*handle})}};
        if (!handle) done = tl::unexpected(std::move(handle.error()));
    });
    if (!done) return tl::unexpected(std::move(done.error()));
    return dump_json(*all);
}

}  // namespace roost
