#include "shared/model/record_link.h"

#include <algorithm>
#include <utility>

#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestType = 32;
constexpr std::size_t kLongestId = 200;
constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestUrl = 2'000;

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

Status check_text(std::string_view name, std::string_view text, std::size_t most) {
    const auto sentence = "'" + std::string(name) + "' may have at most " + std::to_string(most) +
                          " characters, and none that cannot be seen.";
    const bool is_good = is_utf8(text) && !has_control(text) && count_code_points(text) <= most;
    return is_good ? Status() : fail(ErrorCode::kInvalid, sentence);
}

Status check_url(std::string_view url) {
    if (url.empty()) return {};
    RETURN_IF_ERROR(check_text("url", url, kLongestUrl));
    const auto rest = url.starts_with("https://")  ? url.substr(8)
                      : url.starts_with("http://") ? url.substr(7)
                                                   : std::string_view();
    const bool has_host = !rest.empty() && rest.front() != '/' && rest.front() != '?' && rest.front() != '#';
    const bool is_whole = has_host && url.find_first_of(" \"<>\\") == std::string_view::npos;
    if (is_whole) return {};
    return fail(ErrorCode::kInvalid, "'url' must be an address that begins with https:// or http://.");
}

// Absent is empty; anything but a text is refused.
Result<std::string> text_in(const Json& json, std::string_view prefix, std::string_view key) {
    const Json& value = member(json, key);
    if (value.is_null()) return std::string();
    if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
    return fail(ErrorCode::kInvalid, "'" + std::string(prefix) + std::string(key) + "' must be a text.");
}

}  // namespace

bool is_record_type(std::string_view text) {
    return !text.empty() && text.size() <= kLongestType && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

Result<std::vector<std::string>> parse_record_types(std::string_view list) {
    std::vector<std::string> types;
    for (const auto& one : split_at_commas(list)) {
        if (!is_record_type(one))
            return fail(
                ErrorCode::kInvalid, "'" + one + "' is no type of records: a-z, 0-9, _ and - make one."
            );
        if (std::find(types.begin(), types.end(), one) == types.end()) types.push_back(one);
    }
    if (types.empty()) return fail(ErrorCode::kInvalid, "There must be at least one type of records.");
    return types;
}

Status check_record(const RecordRef& record) {
    if (!is_record_type(record.type))
        return fail(ErrorCode::kInvalid, "'type' must have 1 to 32 of a-z 0-9 _ -");
    if (record.id.empty())
        return fail(ErrorCode::kInvalid, "'id' is missing: how its program calls the record.");
    return check_text("id", record.id, kLongestId);
}

Status check_link(const RecordLink& link) {
    RETURN_IF_ERROR(check_record(link.record));
    RETURN_IF_ERROR(check_text("title", link.title, kLongestTitle));
    return check_url(link.url);
}

const RecordLink* find_link(const RecordLinks& links, const RecordRef& record) {
    const auto found =
        std::find_if(links.begin(), links.end(), [&](const auto& link) { return link.record == record; });
    return found == links.end() ? nullptr : &*found;
}

bool belongs_to(const RecordLinks& of_conversation, const RecordLinks& of_message, const RecordRef& record) {
    return find_link(of_conversation, record) != nullptr || find_link(of_message, record) != nullptr;
}

Result<LinkChange> take_link(RecordLinks& links, RecordLink link) {
    const auto known =
        std::find_if(links.begin(), links.end(), [&](const auto& one) { return one.record == link.record; });
    if (known == links.end()) {
        if (links.size() >= kMostLinks)
            return fail(
                ErrorCode::kConflict, "This is linked to 50 records already: take one of them away first."
            );
        links.push_back(std::move(link));
        return LinkChange::kAdded;
    }
    auto renamed = *known;
    if (!link.title.empty()) renamed.title = std::move(link.title);
    if (!link.url.empty()) renamed.url = std::move(link.url);
    if (renamed == *known) return LinkChange::kNone;
    *known = std::move(renamed);
    return LinkChange::kRenamed;
}

Result<RecordLink> read_record(const Json& json, std::string_view prefix) {
    RecordLink link;
    ASSIGN_OR_RETURN(link.record.type, text_in(json, prefix, "type"));
    ASSIGN_OR_RETURN(link.record.id, text_in(json, prefix, "id"));
    ASSIGN_OR_RETURN(link.title, text_in(json, prefix, "title"));
    ASSIGN_OR_RETURN(link.url, text_in(json, prefix, "url"));
    RETURN_IF_ERROR(check_link(link));
    return link;
}

void write_links_member(JsonWriter& out, const RecordLinks& links) {
    if (links.empty()) return;
    out.key("links");
    write_links(out, links);
}

void write_links(JsonWriter& out, const RecordLinks& links) {
    out.begin_array();
    for (const auto& link : links) {
        out.begin_object().key("link_id").id(link.id).key("type").string(link.record.type);
        out.key("id").string(link.record.id).text_member("title", link.title).text_member("url", link.url);
        out.end_object();
    }
    out.end_array();
}

RecordLinks read_links(const Json& list) {
    RecordLinks links;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const auto id = parse_id<LinkId>(string_or(list[i], "link_id", ""));
        auto link = read_record(list[i]);
        if (!id || !link) continue;
        link->id = *id;
        links.push_back(*std::move(link));
    }
    return links;
}

}  // namespace roost
