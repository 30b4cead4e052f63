#include "server/app/media_jobs.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "server/app/clock.h"
#include "server/app/media_writes.h"
#include "shared/wire/media_limits.h"

namespace roost {

namespace {

// Jobs looked at in one claim: more than can be under way at once.
constexpr int kLookAhead = 64;
// Meta's code for an object that is not there (cloud-api §3, §12).
constexpr int kNoSuchObject = 100;
constexpr int kNoSuchNumber = 33;

FetchAttempt attempt_with(FetchProblem problem, UnixMillis retry_after = 0) {
    FetchAttempt attempt;
    attempt.problem = problem;
    attempt.retry_after = retry_after;
    return attempt;
}

FetchAttempt attempt_after(const CloudRefusal& refusal) {
    const bool is_gone =
        refusal.http == 404 || refusal.code == kNoSuchObject || refusal.code == kNoSuchNumber;
    if (is_gone) return attempt_with(FetchProblem::kGone);
    const bool is_busy = refusal.http == 429 || refusal.http >= 500;
    return attempt_with(is_busy ? FetchProblem::kUnreachable : FetchProblem::kRefused, refusal.retry_after);
}

// Where the bytes of a download go, until they are too many or the disk takes no more.
class Taking {
  public:
    explicit Taking(IncomingFile& file) : file_(file) {}

    bool take(std::string_view bytes) {
        is_too_large_ = file_.size() + static_cast<std::int64_t>(bytes.size()) > kLargestFile;
        if (is_too_large_) return false;
        is_disk_full_ = !file_.write(bytes);
        return !is_disk_full_;
    }
    FetchProblem problem() const { return is_too_large_ ? FetchProblem::kTooLarge : FetchProblem::kDisk; }

  private:
    IncomingFile& file_;
    bool is_too_large_ = false;
    bool is_disk_full_ = false;
};

// The file, once all of it is here. `fetch` hands its bytes on, and says what was wrong with them.
std::variant<KeptFile, FetchAttempt> keep_what_comes(
    MediaFolder& files, const std::function<std::optional<FetchAttempt>(Taking&, IncomingFile&)>& fetch
) {
    auto file = files.begin();
    if (!file) return attempt_with(FetchProblem::kDisk);
    Taking taking(**file);
    if (const auto problem = fetch(taking, **file)) return *problem;
    auto kept = (*file)->keep();
    if (!kept) return attempt_with(FetchProblem::kDisk);
    return *std::move(kept);
}

FetchVerdict verdict_on(std::variant<KeptFile, FetchAttempt> outcome, const MediaJob& job, UnixMillis now) {
    if (auto* file = std::get_if<KeptFile>(&outcome)) return Fetched{std::move(*file)};
    auto attempt = std::get<FetchAttempt>(outcome);
    attempt.count = job.attempts + 1;
    attempt.give_up_at = job.give_up_at;
    return std::visit([](const auto& known) { return FetchVerdict(known); }, judge_fetch(attempt, now));
}

MediaCopy failed_with(MediaFault fault) {
    MediaCopy copy;
    copy.state = MediaState::kFailed;
    copy.fault = fault;
    return copy;
}

// One function for each verdict.
struct Recording {
    Transaction& transaction;
    MediaJob job;
    UnixMillis now;

    Status operator()(const Fetched& fetched) const {
        RETURN_IF_ERROR(
            transaction.put_media_file({fetched.file.id, fetched.file.type, fetched.file.size, now})
        );
        RETURN_IF_ERROR(change_file(
            transaction, job.message, stored_copy(fetched.file.id, fetched.file.type, fetched.file.size)
        ));
        return transaction.remove_media_job(job.message);
    }
    Status operator()(const NothingToFetch&) const { return transaction.remove_media_job(job.message); }
    Status operator()(const FetchAgain& again) {
        ++job.attempts;
        job.due_at = again.at;
        if (again.shown != MediaFault::kNone)
            RETURN_IF_ERROR(change_file(transaction, job.message, failed_with(again.shown)));
        return transaction.put_media_job(job);
    }
    Status operator()(const FetchGivenUp& end) const {
        RETURN_IF_ERROR(change_file(transaction, job.message, failed_with(end.fault)));
        return transaction.remove_media_job(job.message);
    }
};

}  // namespace

// What is to be fetched, and from whom.
struct MediaJobs::Source {
    std::string account_key;
    std::string media_id;
    FileId announced;  // by the webhook; empty if it did not say
};

Result<std::optional<MediaJob>> MediaJobs::claim() {
    // Read under the lock: a job that ended between the reading and the choosing would be fetched once more.
    const std::lock_guard lock(mutex_);
    ASSIGN_OR_RETURN(const auto jobs, deps_.store.list_media_jobs(kLookAhead));
    const auto now = deps_.clock.now();
    next_look_ = 0;
    for (const auto& job : jobs) {
        if (under_way_.contains(job.message)) continue;
        if (job.due_at > now) {
            next_look_ = job.due_at;
            return std::nullopt;
        }
        under_way_.insert(job.message);
        return job;
    }
    return std::nullopt;
}

UnixMillis MediaJobs::next_look() const {
    const std::lock_guard lock(mutex_);
    return next_look_;
}

void MediaJobs::let_go(const MediaJob& job) {
    const std::lock_guard lock(mutex_);
    under_way_.erase(job.message);
}

FetchVerdict MediaJobs::fetch(const MediaJob& job) {
    const auto message = deps_.store.find_message(job.message);
    if (!message) {
        if (message.error().code == ErrorCode::kNotFound) return NothingToFetch{};
        return FetchAgain{deps_.clock.now() + kSecond};
    }
    const auto* media = media_in(message->content);
    if (media == nullptr) return NothingToFetch{};
    if (media->id.empty() && !media->link.empty()) return fetch_from_web(media->link, job);
    if (media->id.empty()) return NothingToFetch{};
    const std::optional<AccountRow> account = deps_.store.find_account(job.account).value_or(std::nullopt);
    if (!account) return FetchAgain{deps_.clock.now() + kMinute};
    return fetch_from({account->key, media->id, file_id_from_hash(media->sha256)}, job);
}

FetchVerdict MediaJobs::fetch_from(const Source& source, const MediaJob& job) {
    // The same bytes may have come before, or have been written when the last process ended.
    if (auto known = files_.describe(source.announced)) return Fetched{*std::move(known)};
    return verdict_on(download(source), job, deps_.clock.now());
}

FetchVerdict MediaJobs::fetch_from_web(const std::string& url, const MediaJob& job) {
    return verdict_on(receive_from_web(url), job, deps_.clock.now());
}

// Nothing says what bytes to expect: whatever comes whole is the file.
std::variant<KeptFile, FetchAttempt> MediaJobs::receive_from_web(const std::string& url) {
    return keep_what_comes(files_, [&](Taking& taking, IncomingFile& file) -> std::optional<FetchAttempt> {
        const auto done = web_(url, [&taking](std::string_view bytes) { return taking.take(bytes); });
        if (!done && done.error().code == ErrorCode::kTooLarge) return attempt_with(taking.problem());
        if (!done && done.error().code == ErrorCode::kInvalid) return attempt_with(FetchProblem::kRefused);
        if (!done) return attempt_with(FetchProblem::kUnreachable);
        if (file.size() == 0) return attempt_with(FetchProblem::kDamaged);
        return std::nullopt;
    });
}

std::variant<KeptFile, FetchAttempt> MediaJobs::download(const Source& source) {
    // An address lives for five minutes: one that is over already is asked for once more.
    for (int round = 0;; ++round) {
        const auto found = cloud_.look_up_media(source.account_key, source.media_id);
        if (const auto* refused = std::get_if<CloudRefusal>(&found)) return attempt_after(*refused);
        if (std::holds_alternative<CloudUnreachable>(found)) return attempt_with(FetchProblem::kUnreachable);
        const auto& address = std::get<MediaAddress>(found);
        if (address.size > kLargestFile) return attempt_with(FetchProblem::kTooLarge);
        auto received = receive(source, address);
        const auto* attempt = std::get_if<FetchAttempt>(&received);
        const bool is_over = attempt != nullptr && attempt->problem == FetchProblem::kGone;
        if (!is_over || round > 0) return received;
    }
}

std::variant<KeptFile, FetchAttempt> MediaJobs::receive(const Source& source, const MediaAddress& address) {
    return keep_what_comes(files_, [&](Taking& taking, IncomingFile& file) -> std::optional<FetchAttempt> {
        const auto outcome = cloud_.download_media(
            source.account_key, address, [&taking](std::string_view bytes) { return taking.take(bytes); }
        );
        if (const auto* refused = std::get_if<CloudRefusal>(&outcome)) return attempt_after(*refused);
        if (std::holds_alternative<CloudUnreachable>(outcome))
            return attempt_with(FetchProblem::kUnreachable);
        if (std::holds_alternative<MediaCutOff>(outcome)) return attempt_with(taking.problem());
        const auto told = file_id_from_hash(address.sha256);
        const auto differs = [&](const FileId& announced) {
            return !announced.empty() && announced != file.id();
        };
        const bool is_whole = file.size() > 0 && (address.size == 0 || address.size == file.size());
        if (!is_whole || differs(source.announced) || differs(told))
            return attempt_with(FetchProblem::kDamaged);
        return std::nullopt;
    });
}

Status MediaJobs::record(const MediaJob& job, const FetchVerdict& verdict) {
    auto done = deps_.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto current, transaction.media_job(job.message));
        if (!current) return {};
        return std::visit(Recording{transaction, *current, deps_.clock.now()}, verdict);
    });
    let_go(job);
    return done;
}

Result<Message> retry_media(const Deps& deps, MessageId id) {
    Message message;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto known, transaction.message(id));
        if (!known) return fail(ErrorCode::kNotFound, "There is no such message.");
        const auto* media = media_in(known->content);
        const bool can_try =
            media != nullptr && (!media->id.empty() || !media->link.empty()) &&
            (media->file.state == MediaState::kFailed || media->file.state == MediaState::kPending);
        if (!can_try)
            return fail(ErrorCode::kConflict, "This message has no file that could be fetched again.");
        MediaCopy pending;
        pending.state = MediaState::kPending;
        RETURN_IF_ERROR(change_file(transaction, id, pending));
        ASSIGN_OR_RETURN(known, transaction.message(id));
        message = *known;
        // A day, whatever is left of Meta's seven: it may know better.
        return want_file(transaction, message, deps.clock.now() + kDay);
    });
    if (!done) return tl::unexpected(done.error());
    return message;
}

}  // namespace roost
