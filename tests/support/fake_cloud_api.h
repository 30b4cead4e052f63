// Meta, as far as the outbox can see: accepts everything, or fails the next calls as a test says.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/json.h"
#include "tests/support/fake_number_calls.h"

namespace roost::test {

class FakeCloudApi : public FakeNumberCalls {
  public:
    struct Call {
        std::string account_key;
        Json body;          // of send()
        std::string wamid;  // of mark_read()
        std::string callback_data() const { return string_or(body, "biz_opaque_callback_data", ""); }
        std::string to() const { return string_or(body, "to", ""); }
        std::string text() const { return string_or(member(body, "text"), "body", ""); }
    };

    // The outcome of the call after those that have one already.
    void fail_next(CloudOutcome outcome) {
        const std::lock_guard lock(mutex_);
        next_.push_back(std::move(outcome));
    }
    // The outcome of every call without one of its own.
    void always(CloudOutcome outcome) {
        const std::lock_guard lock(mutex_);
        rule_ = std::move(outcome);
    }
    void recover() { always(CloudAccepted{}); }
    // Runs when Meta has taken a call, before its answer is heard.
    void before_answer(std::function<void(const CloudOutcome&)> hook) {
        const std::lock_guard lock(mutex_);
        hook_ = std::move(hook);
    }
    // Calls wait for their answer until the gate opens; stop() leaves them without one.
    void close_gate() { set_gate(true); }
    void open_gate() { set_gate(false); }
    void wait_for_calls(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return calls_.size() >= count; });
    }

    CloudOutcome send(std::string_view account_key, std::string_view body) override {
        return answer({std::string(account_key), parse_json(body).value_or(Json()), {}});
    }
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override {
        return answer({std::string(account_key), Json(), std::string(wamid)});
    }

    // Files: what Meta holds under an id, and how the next steps fail.
    void hold_file(const std::string& media_id, std::string bytes, std::string sha256 = "") {
        const std::lock_guard lock(mutex_);
        files_[media_id] = {std::move(bytes), std::move(sha256)};
    }
    void fail_next_look_up(MediaLookUp outcome) {
        const std::lock_guard lock(mutex_);
        next_look_ups_.push_back(std::move(outcome));
    }
    // The bytes handed on before that outcome are `first`.
    void fail_next_download(MediaDownload outcome, std::string first = "") {
        const std::lock_guard lock(mutex_);
        next_downloads_.emplace_back(std::move(outcome), std::move(first));
    }
    void fail_next_upload(MediaUploadOutcome outcome) {
        const std::lock_guard lock(mutex_);
        next_uploads_.push_back(std::move(outcome));
    }
    void fail_next_sample(SampleOutcome outcome) {
        const std::lock_guard lock(mutex_);
        next_samples_.push_back(std::move(outcome));
    }
    struct Upload {
        std::string account_key;
        std::string mime_type;
        std::string bytes;
    };
    std::vector<Upload> uploads() const {
        const std::lock_guard lock(mutex_);
        return uploads_;
    }
    std::vector<Upload> samples() const {
        const std::lock_guard lock(mutex_);
        return samples_;
    }
    int look_ups() const { return look_ups_; }
    int downloads() const { return downloads_; }

    MediaLookUp look_up_media(std::string_view, std::string_view media_id) override {
        const std::lock_guard lock(mutex_);
        ++look_ups_;
        if (auto planned = taken(next_look_ups_)) return *std::move(planned);
        const auto found = files_.find(std::string(media_id));
        if (found == files_.end()) return CloudRefusal{400, 100, "Object does not exist", 0};
        const auto size = static_cast<std::int64_t>(found->second.first.size());
        return MediaAddress{std::string(media_id), found->second.second, size};
    }
    MediaDownload download_media(
        std::string_view /*account_key*/, const MediaAddress& address, const TakeBytes& take
    ) override {
        std::unique_lock lock(mutex_);
        ++downloads_;
        const auto bytes = files_[address.url].first;
        auto planned = taken(next_downloads_);
        lock.unlock();
        if (planned && !planned->second.empty()) take(planned->second);
        if (planned) return planned->first;
        constexpr std::size_t kPiece = 1000;
        for (std::size_t at = 0; at < bytes.size(); at += kPiece)
            if (!take(std::string_view(bytes).substr(at, kPiece))) return MediaCutOff{};
        return MediaReceived{};
    }
    MediaUploadOutcome upload_media(
        std::string_view account_key, const std::string& path, std::string_view mime_type
    ) override {
        const std::lock_guard lock(mutex_);
        if (auto planned = taken(next_uploads_)) return *std::move(planned);
        std::ifstream file(path, std::ios::binary);
        uploads_.push_back(
            {std::string(account_key),
             std::string(mime_type),
             {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}}
        );
        return MediaUploaded{"upload-" + std::to_string(uploads_.size())};
    }

    SampleOutcome upload_sample(
        std::string_view /*waba*/, const std::string& path, std::string_view mime_type
    ) override {
        const std::lock_guard lock(mutex_);
        if (auto planned = taken(next_samples_)) return *std::move(planned);
        std::ifstream file(path, std::ios::binary);
        samples_.push_back(
            {"",
             std::string(mime_type),
             {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}}
        );
        return UploadedSample{"4::" + std::to_string(samples_.size())};
    }

    // Templates: what Meta lists, two on a page, and how the next pages fail.
    void hold_templates(std::vector<MessageTemplate> templates) {
        const std::lock_guard lock(mutex_);
        templates_ = std::move(templates);
    }
    void fail_next_listing(TemplateListing outcome) {
        const std::lock_guard lock(mutex_);
        next_listings_.push_back(std::move(outcome));
    }
    // Runs while Meta makes up a page.
    void during_listing(std::function<void()> hook) {
        const std::lock_guard lock(mutex_);
        listing_hook_ = std::move(hook);
    }
    int listings() const { return listings_; }

    TemplateListing list_templates(std::string_view waba, std::string_view after) override {
        std::unique_lock lock(mutex_);
        ++listings_;
        if (auto planned = taken(next_listings_)) return *std::move(planned);
        constexpr std::size_t kOnPage = 2;
        TemplatePage page;
        const auto first = after.empty() ? 0 : static_cast<std::size_t>(std::stoul(std::string(after)));
        const auto last = std::min(first + kOnPage, templates_.size());
        for (std::size_t i = first; i < last; ++i)
            page.templates.push_back(templates_[i]);
        if (last < templates_.size()) page.next = std::to_string(last);
        last_waba_ = waba;
        const auto hook = listing_hook_;
        lock.unlock();
        if (hook) hook();
        return page;
    }
    // What was asked of one template: "create {…}", "edit 12 {…}", "delete 12 reminder"; how the next
    // ends, and what happens while it is under way.
    void answer_next_change(TemplateOutcome outcome) {
        const std::lock_guard lock(mutex_);
        next_changes_.push_back(std::move(outcome));
    }
    void during_change(std::function<void()> hook) {
        const std::lock_guard lock(mutex_);
        change_hook_ = std::move(hook);
    }
    std::vector<std::string> changes() const {
        const std::lock_guard lock(mutex_);
        return changes_;
    }
    TemplateOutcome create_template(std::string_view, std::string_view body) override {
        return change("create " + std::string(body), {"9001", "PENDING", ""});
    }
    TemplateOutcome edit_template(std::string_view /*waba*/, std::string_view id, std::string_view body)
        override {
        return change("edit " + std::string(id) + " " + std::string(body), {});
    }
    TemplateOutcome delete_template(std::string_view, std::string_view id, std::string_view name) override {
        return change("delete " + std::string(id) + " " + std::string(name), {});
    }

    std::string last_waba() const {
        const std::lock_guard lock(mutex_);
        return last_waba_;
    }
    SubscribeOutcome subscribe_app(std::string_view waba) override {
        const std::lock_guard lock(mutex_);
        subscribed_.emplace_back(waba);
        return AppSubscribed{};
    }
    std::vector<std::string> subscribed() {
        const std::lock_guard lock(mutex_);
        return subscribed_;
    }
    void stop() override {
        const std::lock_guard lock(mutex_);
        is_stopped = true;
        changed_.notify_all();
    }

    std::vector<Call> calls() const {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

    std::atomic<bool> is_stopped{false};

  private:
    void set_gate(bool is_closed) {
        const std::lock_guard lock(mutex_);
        is_gate_closed_ = is_closed;
        changed_.notify_all();
    }

    TemplateOutcome change(std::string asked, TemplateAccepted accepted) {
        std::unique_lock lock(mutex_);
        changes_.push_back(std::move(asked));
        const auto planned = taken(next_changes_);
        const auto hook = change_hook_;
        lock.unlock();
        if (hook) hook();
        return planned ? *planned : TemplateOutcome(std::move(accepted));
    }

    CloudOutcome answer(Call call) {
        std::unique_lock lock(mutex_);
        calls_.push_back(std::move(call));
        changed_.notify_all();
        const auto outcome = next_outcome();
        changed_.wait(lock, [this] { return !is_gate_closed_ || is_stopped; });
        if (is_gate_closed_) return CloudUnknown{"stopped"};
        const auto hook = hook_;
        lock.unlock();
        if (hook) hook(outcome);
        return outcome;
    }

    // An accepted message is "wamid.OUT1", "wamid.OUT2", … by the number of the call.
    CloudOutcome next_outcome() {
        auto outcome = rule_;
        if (!next_.empty()) {
            outcome = std::move(next_.front());
            next_.pop_front();
        }
        auto* accepted = std::get_if<CloudAccepted>(&outcome);
        if (accepted != nullptr && accepted->wamid.empty()) {
            accepted->wamid = "wamid.OUT" + std::to_string(calls_.size());
        }
        return outcome;
    }

    mutable std::mutex mutex_;                                          // guards all below
    std::map<std::string, std::pair<std::string, std::string>> files_;  // bytes and hash
    std::deque<MediaLookUp> next_look_ups_;
    std::deque<std::pair<MediaDownload, std::string>> next_downloads_;
    std::deque<MediaUploadOutcome> next_uploads_;
    std::vector<Upload> uploads_;
    std::deque<SampleOutcome> next_samples_;
    std::vector<Upload> samples_;
    std::atomic<int> look_ups_{0};
    std::atomic<int> downloads_{0};
    std::vector<MessageTemplate> templates_;
    std::deque<TemplateListing> next_listings_;
    std::function<void()> listing_hook_;
    std::deque<TemplateOutcome> next_changes_;
    std::function<void()> change_hook_;
    std::vector<std::string> changes_;
    std::vector<std::string> subscribed_;
    std::string last_waba_;
    std::atomic<int> listings_{0};
    std::deque<CloudOutcome> next_;
    CloudOutcome rule_ = CloudAccepted{};
    std::vector<Call> calls_;
    std::condition_variable changed_;
    std::function<void(const CloudOutcome&)> hook_;
    bool is_gate_closed_ = false;
};

}  // namespace roost::test
