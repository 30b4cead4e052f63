#include "shared/wire/parts.h"

namespace roost {

void write_counts(JsonWriter& out, const UnreadCounts& counts) {
    out.begin_object().key("all").integer(counts.all).key("whatsapp").integer(counts.whatsapp);
    out.key("messenger").integer(counts.messenger).key("instagram").integer(counts.instagram).end_object();
}

UnreadCounts read_counts(const Json& json) {
    const auto count = [&json](std::string_view key) {
        return static_cast<int>(optional_integer(json, key).value_or(0));
    };
    return {count("all"), count("whatsapp"), count("messenger"), count("instagram")};
}

void write_account_name(JsonWriter& out, const AccountName& name) {
    out.text_member("name", name.name).text_member("number", name.number);
}

AccountName read_account_name(const Json& json) {
    return {string_or(json, "name", ""), string_or(json, "number", "")};
}

void write_trouble(JsonWriter& out, const AccountTrouble& trouble) {
    write_failure(out.begin_object().key("failure"), trouble.failure);
    out.key("since").time(trouble.since);
    if (trouble.comes_by_status) out.key("comes_by_status").boolean(true);
    out.end_object();
}

Result<AccountTrouble> read_trouble(const Json& json) {
    const Json& failure = member(json, "failure");
    if (!failure.is_object()) return fail(ErrorCode::kInvalid, "'trouble' must say why");
    AccountTrouble trouble;
    trouble.failure = read_failure(failure);
    ASSIGN_OR_RETURN(trouble.since, required_time(json, "since"));
    trouble.comes_by_status = optional_bool(json, "comes_by_status").value_or(false);
    return trouble;
}

}  // namespace roost
