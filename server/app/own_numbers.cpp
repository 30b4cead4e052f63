#include "server/app/own_numbers.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string_view>
#include <utility>

#include "server/app/account_writes.h"
#include "server/app/block_contact.h"
#include "server/app/clock.h"
#include "server/app/receive_webhook.h"
#include "server/app/template_writes.h"
#include "server/cloud/callback_look.h"
#include "server/config.h"
#include "server/secret_box.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"
#include "shared/model/phone_number.h"

namespace roost {

namespace {

constexpr int kReplayedAtOnce = 100;
constexpr int kFilesHurried = 1'000;
constexpr std::size_t kLongestSecret = 1'024;

tl::unexpected<NumberFailure> failed(Error error) {
    return tl::unexpected(NumberFailure{std::move(error), {}});
}

tl::unexpected<NumberFailure> failed(ErrorCode code, std::string sentence) {
    return failed(Error{code, std::move(sentence)});
}

tl::unexpected<NumberFailure> refused(const NumberHealth& health) {
    NumberFailure failure{{ErrorCode::kInvalid, "The number cannot be connected like this."}, {}};
    for (const auto& problem : health.problems) {
        if (prevents_connecting(problem.kind)) failure.problems.push_back(problem);
    }
    return tl::unexpected(std::move(failure));
}

bool is_meta_id(std::string_view text) {
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What people paste has line ends and spaces around it.
std::string pasted(const std::string& text) {
    return std::string(trim(text));
}

Result<std::string> secret_in(const Json& body, std::string_view name) {
    auto secret = pasted(string_or(body, name, ""));
    const bool is_plain =
        std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (secret.size() > kLongestSecret || !is_plain)
        return fail(ErrorCode::kInvalid, "'" + std::string(name) + "' is no token of Meta's.");
    return secret;
}

Result<ConnectedNumber> number_in(const Json& body) {
    ConnectedNumber number;
    number.phone_number_id = pasted(text_or_number(body, "phone_number_id"));
    if (!is_meta_id(number.phone_number_id))
        return fail(
            ErrorCode::kInvalid, "'phone_number_id' is the id that Meta shows: digits, not the number."
        );
    number.waba = pasted(text_or_number(body, "waba"));
    if (!is_meta_id(number.waba))
        return fail(ErrorCode::kInvalid, "'waba' is the id of the WhatsApp Business Account: digits.");
    ASSIGN_OR_RETURN(number.access_token, secret_in(body, "access_token"));
    if (number.access_token.empty()) return fail(ErrorCode::kInvalid, "'access_token' is missing.");
    ASSIGN_OR_RETURN(number.app_secret, secret_in(body, "app_secret"));
    if (number.app_secret.empty()) return fail(ErrorCode::kInvalid, "'app_secret' is missing.");
    return number;
}

OwnNumber own_number(const ConnectedNumbers& numbers, const NumberRow& row) {
    OwnNumber own;
    own.id = row.account;
    own.platform = row.platform;
    own.phone_number_id = row.key;
    own.last_inbound_at = row.last_inbound_at;
    own.health = row.health;
    const auto connected = numbers.with_number(row.key);
    if (!connected) return own;
    own.waba = connected->waba;
    own.is_connected = true;
    own.is_from_settings = connected->is_from_settings;
    own.connected_at = connected->connected_at;
    return own;
}

Result<ConnectedNumber> connected(const Deps& deps, AccountId id) {
    ASSIGN_OR_RETURN(const auto account, deps.store.find_account(id));
    if (!account) return fail(ErrorCode::kNotFound, "There is no such number.");
    auto number = deps.numbers.with_number(account->key);
    if (!number) return fail(ErrorCode::kConflict, "This number is not connected.");
    return *std::move(number);
}

// Those of the settings are changed there.
Status check_is_ours(const ConnectedNumber& number) {
    if (!number.is_from_settings) return {};
    return fail(
        ErrorCode::kConflict,
        "This number stands in the settings of the server (phone_number_id): it is changed there."
    );
}

// Notices that come and go by themselves would only teach people not to read them.
bool is_worth_telling(NumberProblemKind kind) {
    return kind != NumberProblemKind::kMetaUnreachable && kind != NumberProblemKind::kMetaRefused;
}

Status tell_problem(
    Transaction& transaction,
    const NumberHealth& health,
    const std::string& number,
    const NumberChange& change
) {
    const auto kind = parse_number_problem(change.is);
    if (change.aspect != NumberAspect::kProblem || !kind || !is_worth_telling(*kind)) return {};
    AccountNotice notice;
    notice.at = change.at;
    notice.kind = NoticeKind::kNumberProblem;
    notice.subject = health.display_number.empty() ? number : health.display_number;
    notice.detail = change.is;
    return transaction.add_account_notice(notice).map([](bool) {});
}

Status keep_health(
    Transaction& transaction, AccountId account, const std::string& number, const NumberHealth& looked
) {
    auto& numbers = transaction.numbers();
    ASSIGN_OR_RETURN(const auto before, numbers.health(account));
    const auto health = with_what_was_known(looked, before);
    RETURN_IF_ERROR(numbers.put_health(account, health));
    if (has_name(health) && name_of(health) != name_of(before)) {
        RETURN_IF_ERROR(
            transaction.append_event({transaction.take_seq(), AccountNamed{account, name_of(health)}})
        );
    }
    const auto changes = changes_between(before, health);
    for (const auto& change : changes) {
        RETURN_IF_ERROR(numbers.add_change(account, change));
        RETURN_IF_ERROR(tell_problem(transaction, health, number, change));
    }
    if (changes.empty()) return {};
    return transaction.append_event({transaction.take_seq(), NoticesChanged{}});
}

Result<SecretBox> secret_box(const Deps& deps) {
    return SecretBox::with_key(deps.config.secret_key);
}

// Kept, and known to everybody at once.
Status keep_connection(
    const Deps& deps,
    const Actor& actor,
    const ConnectedNumber& number,
    const NumberHealth& health,
    std::string_view action
) {
    ASSIGN_OR_RETURN(const auto box, secret_box(deps));
    const auto stored = deps.store.write([&](Transaction& transaction) -> Status {
        auto row = seal_connection(box, number);
        ASSIGN_OR_RETURN(row.account, transaction.account_for(Platform::kWhatsApp, number.phone_number_id));
        row.connected_by = actor.who.agent;
        RETURN_IF_ERROR(transaction.numbers().put_connection(row));
        RETURN_IF_ERROR(keep_health(transaction, row.account, number.phone_number_id, health));
        RETURN_IF_ERROR(clear_trouble(transaction, row.account, Evidence::kAccess, deps.clock.now()));
        RETURN_IF_ERROR(note_action(deps, transaction, actor, action, number.phone_number_id, number.waba));
        return want_template_sync(transaction, number.waba);
    });
    RETURN_IF_ERROR(stored);
    return load_connections(deps.store, box, deps.numbers).map([](const auto&) {});
}

template <class IsMeant>
Result<OwnNumber> first_own_number(const Deps& deps, IsMeant is_meant) {
    ASSIGN_OR_RETURN(const auto rows, deps.store.numbers().list_numbers());
    const auto row = std::find_if(rows.begin(), rows.end(), is_meant);
    if (row == rows.end()) return fail(ErrorCode::kNotFound, "There is no such number.");
    return own_number(deps.numbers, *row);
}

Result<OwnNumber> own_number_with(const Deps& deps, std::string_view phone_number_id) {
    return first_own_number(deps, [phone_number_id](const NumberRow& row) {
        return row.platform == Platform::kWhatsApp && row.key == phone_number_id;
    });
}

NumberResult<OwnNumber> found(Result<OwnNumber> number) {
    if (!number) return failed(std::move(number.error()));
    return *std::move(number);
}

Result<OwnNumber> look_again(
    const Deps& deps, const LookAtNumber& look, AccountId id, const ConnectedNumber& number
) {
    const auto health = judge_number(look(number));
    const auto stored = deps.store.write([&](Transaction& transaction) {
        return keep_health(transaction, id, number.phone_number_id, health);
    });
    RETURN_IF_ERROR(stored);
    return find_own_number(deps, id);
}

Status hurry_files(
    Transaction& transaction, const std::vector<MediaJob>& jobs, AccountId id, UnixMillis now
) {
    for (const auto& job : jobs) {
        ASSIGN_OR_RETURN(auto waiting, transaction.media_job(job.message));
        if (!waiting || waiting->account != id || waiting->due_at <= now) continue;
        waiting->due_at = now;
        RETURN_IF_ERROR(transaction.put_media_job(*waiting));
    }
    return {};
}

Status replay_failed(const Deps& deps, const Actor& actor) {
    WebhookQuery query;
    query.only_failed = true;
    query.limit = kReplayedAtOnce;
    ASSIGN_OR_RETURN(const auto webhooks, deps.store.list_webhooks(query));
    Status first;
    for (const auto& webhook : std::ranges::reverse_view(webhooks)) {
        const Status done = replay_webhook(deps, actor, webhook.id).map([](const auto&) {});
        // What one cannot be told says nothing of the next.
        if (first && !done) first = done;
    }
    return first;
}

}  // namespace

Result<OwnNumbers> list_own_numbers(const Deps& deps) {
    ASSIGN_OR_RETURN(const auto rows, deps.store.numbers().list_numbers());
    WebhookQuery newest;
    newest.limit = 1;
    ASSIGN_OR_RETURN(const auto webhooks, deps.store.list_webhooks(newest));
    OwnNumbers own;
    for (const auto& row : rows)
        own.numbers.push_back(own_number(deps.numbers, row));
    own.callback_url = deps.config.public_url + kCallbackPath;
    own.verify_token = deps.config.verify_token;
    if (!webhooks.empty()) own.last_webhook_at = webhooks.front().received_at;
    return own;
}

Result<OwnNumber> find_own_number(const Deps& deps, AccountId id) {
    return first_own_number(deps, [id](const NumberRow& row) { return row.account == id; });
}

NumberResult<OwnNumber> connect_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, const Json& body
) {
    auto number = number_in(body);
    if (!number) return failed(std::move(number.error()));
    if (deps.numbers.with_number(number->phone_number_id))
        return failed(ErrorCode::kConflict, "This number is connected already: renew its token instead.");
    number->connected_at = deps.clock.now();
    auto health = judge_number(look(*number));
    if (prevents_connecting(health)) return refused(health);
    const auto kept = keep_connection(deps, actor, *number, health, "number.connected");
    if (!kept) return failed(kept.error());
    auto own = own_number_with(deps, number->phone_number_id);
    const bool wants_subscription = optional_bool(body, "subscribe").value_or(true);
    // That it is not subscribed is told with the number: it is connected all the same.
    if (own && wants_subscription && !own->health.is_subscribed) {
        auto subscribed = subscribe_number(deps, cloud, look, actor, own->id);
        if (subscribed) return *std::move(subscribed);
    }
    return found(std::move(own));
}

NumberResult<OwnNumber> renew_number(
    const Deps& deps, const LookAtNumber& look, const Actor& actor, AccountId id, const Json& body
) {
    auto number = connected(deps, id);
    if (!number) return failed(std::move(number.error()));
    if (const auto ours = check_is_ours(*number); !ours) return failed(ours.error());
    const auto token = secret_in(body, "access_token");
    if (!token) return failed(token.error());
    const auto secret = secret_in(body, "app_secret");
    if (!secret) return failed(secret.error());
    if (token->empty() && secret->empty()) return failed(ErrorCode::kInvalid, "'access_token' is missing.");
    if (!token->empty()) number->access_token = *token;
    if (!secret->empty()) number->app_secret = *secret;
    const auto health = judge_number(look(*number));
    if (prevents_connecting(health)) return refused(health);
    const auto kept = keep_connection(deps, actor, *number, health, "number.renewed");
    if (!kept) return failed(kept.error());
    return found(find_own_number(deps, id));
}

Status disconnect_number(const Deps& deps, const Actor& actor, AccountId id) {
    ASSIGN_OR_RETURN(const auto number, connected(deps, id));
    RETURN_IF_ERROR(check_is_ours(number));
    ASSIGN_OR_RETURN(const auto box, secret_box(deps));
    const auto stored = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const bool was_there, transaction.numbers().remove_connection(id));
        if (!was_there) return {};
        return note_action(
            deps, transaction, actor, "number.disconnected", number.phone_number_id, number.waba
        );
    });
    RETURN_IF_ERROR(stored);
    return load_connections(deps.store, box, deps.numbers).map([](const auto&) {});
}

Result<OwnNumber> check_number(const Deps& deps, const LookAtNumber& look, AccountId id) {
    ASSIGN_OR_RETURN(const auto number, connected(deps, id));
    return look_again(deps, look, id, number);
}

Result<OwnNumber> subscribe_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, AccountId id
) {
    ASSIGN_OR_RETURN(const auto number, connected(deps, id));
    const auto outcome = cloud.subscribe_app(number.waba);
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome))
        return fail(ErrorCode::kUnavailable, "Meta refused: " + refusal->details);
    if (const auto* lost = std::get_if<CloudUnreachable>(&outcome))
        return fail(ErrorCode::kUnavailable, "Meta did not answer: " + lost->reason);
    const auto stored = deps.store.write([&](Transaction& transaction) {
        return note_action(
            deps, transaction, actor, "number.subscribed", number.phone_number_id, number.waba
        );
    });
    RETURN_IF_ERROR(stored);
    return look_again(deps, look, id, number);
}

Status sync_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, AccountId id
) {
    ASSIGN_OR_RETURN(const auto number, connected(deps, id));
    ASSIGN_OR_RETURN(const auto jobs, deps.store.list_media_jobs(kFilesHurried));
    const auto stored = deps.store.write([&](Transaction& transaction) -> Status {
        if (!number.waba.empty()) RETURN_IF_ERROR(want_template_sync(transaction, number.waba));
        return hurry_files(transaction, jobs, id, deps.clock.now());
    });
    RETURN_IF_ERROR(stored);
    // Each for itself: one that fails keeps none of the others from being done.
    const Status replayed = replay_failed(deps, actor);
    const Status seen = look_again(deps, look, id, number).map([](const auto&) {});
    RETURN_IF_ERROR(reconcile_blocked(deps, cloud, id, number.phone_number_id));
    return replayed ? seen : replayed;
}

void check_all_numbers(const Deps& deps, const LookAtNumber& look, const std::atomic<bool>& is_stopping) {
    for (const auto& number : deps.numbers.all()) {
        if (number.phone_number_id.empty()) continue;
        const auto health = judge_number(look(number));
        if (is_stopping) return;  // what was not looked at is no news
        // One that is lost is looked at again.
        static_cast<void>(deps.store.write([&](Transaction& transaction) -> Status {
            const auto& key = number.phone_number_id;
            ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, key));
            return keep_health(transaction, account, key, health);
        }));
    }
}

}  // namespace roost
