#include "server/app/template_syncer.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "server/app/account_writes.h"
#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/template_writes.h"

namespace roost {

namespace {

constexpr UnixMillis kBetweenSyncs = kHour;
// Six thousand templates is the most an account may have (cloud-api §4).
constexpr std::size_t kMostTemplates = 10'000;
// The clock of the machine may be set: nothing is waited for longer in one piece.
constexpr UnixMillis kLongestWait = 30 * kSecond;

Result<std::vector<MessageTemplate>> list_all(CloudApi& cloud, const std::string& waba) {
    std::vector<MessageTemplate> all;
    std::string after;
    do {
        auto listing = cloud.list_templates(waba, after);
        if (const auto* refused = std::get_if<CloudRefusal>(&listing)) {
            return fail(ErrorCode::kUnavailable, "Meta refused (" + std::to_string(refused->code) + ").");
        }
        if (const auto* lost = std::get_if<CloudUnreachable>(&listing))
            return fail(ErrorCode::kUnavailable, lost->reason);
        auto& page = std::get<TemplatePage>(listing);
        // A cursor that leads back would never end.
        if (page.next == after && !after.empty())
            return fail(ErrorCode::kUnavailable, "The list of Meta does not end.");
        std::move(page.templates.begin(), page.templates.end(), std::back_inserter(all));
        after = std::move(page.next);
    } while (!after.empty() && all.size() < kMostTemplates);
    if (!after.empty()) return fail(ErrorCode::kUnavailable, "The list of Meta does not end.");
    return all;
}

// Two seconds, four, eight, … at most an hour.
UnixMillis pause_after(int failures) {
    return std::min(kBetweenSyncs, (2 * kSecond) << std::min(failures - 1, 11));
}

// From here on a wish is one for the next sync.
Result<TemplateSync> claim(const Deps& deps, const std::string& waba) {
    TemplateSync sync;
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto known, transaction.template_sync(waba));
        sync = known.value_or(TemplateSync{});
        sync.waba = waba;
        sync.due_at = deps.clock.now() + kBetweenSyncs;
        return transaction.put_template_sync(sync);
    }));
    return sync;
}

// Meta takes the token: the numbers of the account need not rest for its sake.
Status clear_access_trouble(
    Transaction& transaction, const ConnectedNumbers& numbers, const std::string& waba, UnixMillis now
) {
    for (const auto& one : numbers.all()) {
        if (one.waba != waba || one.phone_number_id.empty()) continue;
        ASSIGN_OR_RETURN(
            const auto account, transaction.account_for(Platform::kWhatsApp, one.phone_number_id)
        );
        RETURN_IF_ERROR(clear_trouble(transaction, account, Evidence::kAccess, now));
    }
    return {};
}

Status store_list(
    Transaction& transaction,
    const ConnectedNumbers& numbers,
    TemplateSync sync,
    const std::vector<MessageTemplate>& listed,
    UnixMillis now
) {
    RETURN_IF_ERROR(clear_access_trouble(transaction, numbers, sync.waba, now));
    ASSIGN_OR_RETURN(const bool has_changed, replace_templates(transaction, sync.waba, listed));
    const bool is_news = has_changed || sync.failures > 0 || sync.synced_at == 0;
    sync.synced_at = now;
    sync.failures = 0;
    sync.problem.clear();
    RETURN_IF_ERROR(transaction.put_template_sync(sync));
    return is_news ? tell_templates_changed(transaction) : Status();
}

// What is known stays.
Status store_failure(Transaction& transaction, TemplateSync sync, const Error& error, UnixMillis now) {
    ++sync.failures;
    sync.problem = error.message;
    sync.due_at = now + pause_after(sync.failures);
    RETURN_IF_ERROR(transaction.put_template_sync(sync));
    return tell_templates_changed(transaction);
}

}  // namespace

Status sync_templates(const Deps& deps, CloudApi& cloud, const std::string& waba) {
    ASSIGN_OR_RETURN(const auto claimed, claim(deps, waba));
    const auto listed = list_all(cloud, waba);
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto known, transaction.template_sync(waba));
        auto sync = known.value_or(claimed);
        // Wanted once more while Meta was making up the list: it may not have what that was about.
        const bool is_wanted_again = sync.due_at != claimed.due_at;
        const auto now = deps.clock.now();
        if (!is_wanted_again) sync.due_at = now + kBetweenSyncs;
        if (listed) return store_list(transaction, deps.numbers, sync, *listed, now);
        return store_failure(transaction, sync, listed.error(), now);
    }));
    return listed ? Status() : tl::unexpected(listed.error());
}

Status request_template_sync(const Deps& deps) {
    const auto wabas = deps.numbers.wabas();
    if (wabas.empty()) return fail(ErrorCode::kConflict, "No business account is connected.");
    return deps.store.write([&](Transaction& transaction) -> Status {
        for (const auto& waba : wabas)
            RETURN_IF_ERROR(want_template_sync(transaction, waba));
        return {};
    });
}

void TemplateSyncer::start() {
    const std::lock_guard lock(mutex_);
    thread_ = std::thread([this] { work(); });
}

void TemplateSyncer::wake() {
    {
        const std::lock_guard lock(mutex_);
        ++wishes_;
    }
    changed_.notify_all();
}

void TemplateSyncer::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

UnixMillis TemplateSyncer::due_at(const std::string& waba) const {
    const std::optional<TemplateSync> sync = deps_.store.find_template_sync(waba).value_or(std::nullopt);
    return sync ? sync->due_at : 0;
}

void TemplateSyncer::sync_what_is_due() {
    for (const auto& waba : deps_.numbers.wabas()) {
        // The number may have been connected, or templates changed, while Roost was away.
        const bool is_first = asked_.insert(waba).second;
        if (!is_first && due_at(waba) > deps_.clock.now()) continue;
        // What went wrong is kept with the account; the next attempt has its time.
        static_cast<void>(sync_templates(deps_, cloud_, waba));
    }
}

UnixMillis TemplateSyncer::until_next() const {
    UnixMillis wait = kLongestWait;
    for (const auto& waba : deps_.numbers.wabas())
        wait = std::min(wait, due_at(waba) - deps_.clock.now());
    return std::max(wait, kSecond);
}

void TemplateSyncer::work() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        const auto seen = wishes_;
        lock.unlock();
        sync_what_is_due();
        const auto wait = until_next();
        lock.lock();
        changed_.wait_for(lock, std::chrono::milliseconds(wait), [&] {
            return is_stopping_ || wishes_ != seen;
        });
    }
}

}  // namespace roost
