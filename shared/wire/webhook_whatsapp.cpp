#include <array>
#include <utility>

#include "shared/wire/field_checks.h"
#include "shared/wire/webhook_parts.h"

namespace roost {

namespace {

// Lists whose elements are notices, each of its own kind, and the member that names the kind.
struct NoticeList {
    std::string_view name;
    std::string_view kind;
};
constexpr std::array<NoticeList, 6> kNoticeLists{
    {{"groups", "type"},
     {"user_preferences", "value"},
     {"user_id_update", "detail"},
     {"automatic_events", "event_name"},
     {"state_sync", "action"},
     {"user_actions", "action_type"}}};

// The surroundings of a message: whose list it is in.
struct Place {
    const PayloadPlace& origin;
    const Json& value;
    std::string business_number;
    bool is_echo = false;
};

// The contact of a person: found by what names the person, never by its place in the list.
const Json& contact_of(const Json& contacts, const Person& person) {
    static const Json kNone;
    if (!contacts.is_array()) return kNone;
    for (const Json& contact : contacts) {
        const bool is_number = !person.wa_id.empty() && text_or_number(contact, "wa_id") == person.wa_id;
        const bool is_user = !person.user_id.empty() && text_or_number(contact, "user_id") == person.user_id;
        if (is_number || is_user) return contact;
    }
    const bool is_nameless = person.wa_id.empty() && person.user_id.empty();
    return is_nameless && contacts.size() == 1 ? contacts.front() : kNone;
}

void complete_person(const Json& contacts, Person& person) {
    const Json& contact = contact_of(contacts, person);
    const Json& profile = member(contact, "profile");
    if (person.wa_id.empty()) person.wa_id = text_or_number(contact, "wa_id");
    if (person.user_id.empty()) person.user_id = text_or_number(contact, "user_id");
    person.name = string_or(profile, "name", "");
    if (person.name.empty()) person.name = string_or(profile, "username", "");
}

std::string digits_in(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

// Whoever is asked for their number and shows it names themselves (cloud-api §6); any other card is of
// somebody else.
std::string number_given(const Json& message) {
    const Json& cards = member(message, "contacts");
    if (!cards.is_array() || cards.size() != 1) return "";
    if (string_or(cards.front(), "origin", "") != "contact_request") return "";
    const Json& phones = member(cards.front(), "phones");
    if (!phones.is_array() || phones.empty()) return "";
    const auto known = text_or_number(phones.front(), "wa_id");
    return digits_in(known.empty() ? text_or_number(phones.front(), "phone") : known);
}

// An echo names the customer in `to`; some senders have the two the wrong way round.
Person person_of(const Place& place, const Json& message) {
    const std::string to = text_or_number(message, "to");
    const bool is_swapped = !place.business_number.empty() && digits_in(to) == place.business_number;
    Person person;
    if (place.is_echo && !is_swapped) {
        person.wa_id = to;
        person.user_id = text_or_number(message, "to_user_id");
    } else {
        person.wa_id = text_or_number(message, "from");
        person.user_id = text_or_number(message, "from_user_id");
    }
    complete_person(member(place.value, "contacts"), person);
    if (person.wa_id.empty() && !place.is_echo) person.wa_id = number_given(message);
    return person;
}

std::optional<MessageSource> source_of(const Json& message) {
    const Json& referral = member(message, "referral");
    const Json& product = member(member(message, "context"), "referred_product");
    MessageSource source;
    if (referral.is_object()) source.kind = string_or(referral, "source_type", "ad");
    source.headline = string_or(referral, "headline", "");
    source.body = string_or(referral, "body", "");
    source.id = text_or_number(referral, "source_id");
    source.click = string_or(referral, "ctwa_clid", "");
    const std::string url = string_or(referral, "source_url", "");
    if (is_web_address(url)) source.url = url;
    source.product = text_or_number(product, "product_retailer_id");
    source.group = text_or_number(message, "group_id");
    if (source == MessageSource{}) return std::nullopt;
    return source;
}

Context context_of(const Json& message) {
    const Json& context = member(message, "context");
    Context read;
    read.quoted_wamid = text_or_number(context, "id");
    read.is_frequently_forwarded = optional_bool(context, "frequently_forwarded").value_or(false);
    read.is_forwarded = optional_bool(context, "forwarded").value_or(read.is_frequently_forwarded);
    read.is_from_ad = member(message, "referral").is_object();
    read.source = source_of(message);
    return read;
}

Content content_of(const Json& message) {
    // Sent when somebody opens the chat for the first time: there is no body.
    if (string_or(message, "type", "") == "request_welcome") {
        return System{"request_welcome"};
    }
    return parse_content(message);
}

bool says_more_than_content(const Json& message, const Content& content) {
    if (std::holds_alternative<Unsupported>(content)) return true;
    for (const std::string_view key : {"errors", "referral", "group_id", "identity"}) {
        if (!member(message, key).is_null()) return true;
    }
    return !member(member(message, "context"), "referred_product").is_null();
}

// Present if the message takes back or replaces an earlier one.
std::optional<IncomingChange> change_in(const Place& place, const Json& message) {
    const std::string type = string_or(message, "type", "");
    if (type != "edit" && type != "revoke") return std::nullopt;
    IncomingChange change;
    const Json& body = member(message, type);
    change.target_wamid = text_or_number(body, "original_message_id");
    if (change.target_wamid.empty()) return std::nullopt;
    if (type == "edit") change.new_content = parse_content(member(body, "message"));
    change.account_key = place.origin.account_key;
    change.at = time_in(message, "timestamp", place.origin.received_at);
    change.wamid = text_or_number(message, "id");
    if (change.wamid.empty()) change.wamid = name_by_content(place.origin, message);
    change.raw = dump_json(message);
    change.is_echo = place.is_echo;
    return change;
}

IncomingMessage message_in(const Place& place, const Json& message) {
    IncomingMessage item;
    item.account_key = place.origin.account_key;
    item.wamid = text_or_number(message, "id");
    if (item.wamid.empty()) item.wamid = name_by_content(place.origin, message);
    item.at = time_in(message, "timestamp", place.origin.received_at);
    item.is_echo = place.is_echo;
    if (place.is_echo) item.status = DeliveryStatus::kSent;
    item.content = content_of(message);
    item.context = context_of(message);
    item.failure = failure_in(message);
    if (says_more_than_content(message, item.content)) item.raw = dump_json(message);
    return item;
}

void read_message_of(const Place& place, Person person, const Json& message, ParsedWebhook& out) {
    if (person.wa_id.empty() && person.user_id.empty()) {
        out.items.emplace_back(notice(place.origin, "no_sender", message));
    } else if (auto change = change_in(place, message)) {
        change->person = std::move(person);
        out.items.emplace_back(std::move(*change));
    } else {
        IncomingMessage item = message_in(place, message);
        item.person = std::move(person);
        out.items.emplace_back(std::move(item));
    }
}

void read_messages(const Place& place, std::string_view list, ParsedWebhook& out) {
    for_each_element(member(place.value, list), [&](const Json& message) {
        read_message_of(place, message.is_object() ? person_of(place, message) : Person{}, message, out);
    });
}

// A call is one message from its first ring to its end. What does not say whose it is stays a notice.
void read_call(const Place& place, const Json& call, ParsedWebhook& out) {
    const std::string event = string_or(call, "event", "");
    Place here = place;
    here.is_echo = string_or(call, "direction", "") == "BUSINESS_INITIATED";
    IncomingMessage item;
    item.person = call.is_object() ? person_of(here, call) : Person{};
    item.wamid = text_or_number(call, "id");
    const bool is_known = event == "connect" || event == "terminate";
    const bool has_person = !item.person.wa_id.empty() || !item.person.user_id.empty();
    if (!is_known || !has_person || item.wamid.empty()) {
        out.items.emplace_back(notice(place.origin, event, call));
        return;
    }
    item.account_key = place.origin.account_key;
    item.at = time_in(call, "timestamp", place.origin.received_at);
    item.is_echo = here.is_echo;
    if (item.is_echo) item.status = DeliveryStatus::kSent;
    const Json told{{"has_ended", event == "terminate"}, {"seconds", member(call, "duration")}};
    item.content = Call::read(told);
    item.raw = dump_json(call);
    out.items.emplace_back(std::move(item));
}

// What history knows of a message the business sent.
DeliveryStatus history_status(const Json& message) {
    const std::string status = string_or(member(message, "history_context"), "status", "");
    if (status == "DELIVERED") return DeliveryStatus::kDelivered;
    if (status == "READ") return DeliveryStatus::kRead;
    if (status == "PLAYED") return DeliveryStatus::kPlayed;
    return status == "ERROR" ? DeliveryStatus::kFailed : DeliveryStatus::kSent;
}

// The customer a thread of the history is with: its id is a number, or a business-scoped id ("US.1349…").
Person person_of_thread(const Json& value, const Json& thread) {
    const Json& context = member(thread, "context");
    const std::string id = text_or_number(thread, "id");
    Person person{text_or_number(context, "wa_id"), text_or_number(context, "user_id"), ""};
    const bool is_user_id = id.find('.') != std::string::npos;
    std::string& fallback = is_user_id ? person.user_id : person.wa_id;
    if (fallback.empty()) fallback = id;
    complete_person(member(value, "contacts"), person);
    if (person.name.empty()) person.name = string_or(context, "username", "");
    return person;
}

// The history names the business as sender of what it sent; where its number is not told, whoever is not the
// customer.
bool is_sent_by_business(const Place& place, const Person& person, const Json& message) {
    const std::string from = text_or_number(message, "from");
    if (!place.business_number.empty() && digits_in(from) == place.business_number) return true;
    const bool is_by_customer = from.empty() || from == person.wa_id || from == person.user_id;
    return !is_by_customer && !text_or_number(message, "to").empty();
}

void read_thread(Place place, const Json& thread, ParsedWebhook& out) {
    const Person person = person_of_thread(place.value, thread);
    for_each_element(member(thread, "messages"), [&](const Json& message) {
        place.is_echo = is_sent_by_business(place, person, message);
        read_message_of(place, message.is_object() ? person : Person{}, message, out);
        auto* item = std::get_if<IncomingMessage>(&out.items.back());
        if (item == nullptr) return;
        item->is_history = true;
        if (item->is_echo) item->status = history_status(message);
    });
}

void read_history(const Place& place, ParsedWebhook& out) {
    for_each_element(member(place.value, "history"), [&](const Json& chunk) {
        for_each_element(member(chunk, "errors"), [&](const Json& error) {
            out.items.emplace_back(notice(place.origin, "error", error));
        });
        const Json& progress = member(chunk, "metadata");
        if (!progress.is_null()) out.items.emplace_back(notice(place.origin, "progress", progress));
        for_each_element(member(chunk, "threads"), [&](const Json& thread) {
            read_thread(place, thread, out);
        });
    });
}

void read_notices(const Place& place, ParsedWebhook& out) {
    for (const NoticeList& list : kNoticeLists) {
        const Json& elements = member(place.value, list.name);
        if (!elements.is_array()) continue;
        for (const Json& element : elements) {
            out.items.emplace_back(notice(place.origin, text_or_number(element, list.kind), element));
        }
    }
    const Json& errors = member(place.value, "errors");
    if (!errors.is_array()) return;
    for (const Json& error : errors)
        out.items.emplace_back(notice(place.origin, "error", error));
}

// The kind of a notice about the account: Meta has used several names for it.
std::string event_of(const Json& value) {
    for (const std::string_view key : {"event", "decision", "type"}) {
        std::string event = string_or(value, key, "");
        if (!event.empty()) return event;
    }
    return {};
}

}  // namespace

void read_whatsapp_change(const PayloadPlace& origin, const Json& value, ParsedWebhook& out) {
    const std::size_t items_before = out.items.size();
    const Json& metadata = member(value, "metadata");
    PayloadPlace here = origin;
    const std::string number_id = text_or_number(metadata, "phone_number_id");
    if (!number_id.empty()) here.account_key = number_id;
    Place place{here, value, digits_in(text_or_number(metadata, "display_phone_number"))};
    read_messages(place, "messages", out);
    for_each_element(member(value, "statuses"), [&](const Json& status) {
        read_whatsapp_status(here, status, out);
    });
    place.is_echo = true;
    read_messages(place, "message_echoes", out);
    read_history(place, out);
    for_each_element(member(value, "calls"), [&](const Json& call) { read_call(place, call, out); });
    read_notices(place, out);
    if (out.items.size() == items_before) out.items.emplace_back(notice(here, event_of(value), value));
}

}  // namespace roost
