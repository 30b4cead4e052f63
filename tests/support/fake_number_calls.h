// The part of Meta's stand-in that is about a number itself: whom it blocks, and its profile.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/cloud/cloud_api.h"
#include "shared/base/json.h"
#include "shared/wire/business_profile.h"

namespace roost::test {

class FakeNumberCalls : public CloudApi {
  public:
    // Blocking: "block 254… of 106…" and "unblock US.13 of 106…", in the order they were asked; how the next
    // one ends, and whom Meta lists, two on a page.
    void answer_next_block(BlockOutcome outcome) {
        const std::lock_guard lock(calls_mutex_);
        next_blocks_.push_back(std::move(outcome));
    }
    void list_as_blocked(std::vector<WhatsAppUser> users) {
        const std::lock_guard lock(calls_mutex_);
        blocked_ = std::move(users);
    }
    void fail_next_blocked_listing(BlockedListing outcome) {
        const std::lock_guard lock(calls_mutex_);
        next_blocked_listings_.push_back(std::move(outcome));
    }
    void during_blocked_listing(std::function<void()> hook) {
        const std::lock_guard lock(calls_mutex_);
        blocked_hook_ = std::move(hook);
    }
    std::vector<std::string> block_changes() const {
        const std::lock_guard lock(calls_mutex_);
        return block_changes_;
    }
    BlockOutcome change_block(std::string_view account_key, BlockChange change, const WhatsAppUser& user)
        override {
        const std::lock_guard lock(calls_mutex_);
        const auto& name = user.wa_id.empty() ? user.user_id : user.wa_id;
        block_changes_.push_back(
            (change == BlockChange::kBlock ? "block " : "unblock ") + name + " of " + std::string(account_key)
        );
        return taken(next_blocks_).value_or(BlockChanged{});
    }
    BlockedListing list_blocked(std::string_view /*account_key*/, std::string_view after) override {
        std::unique_lock lock(calls_mutex_);
        if (auto planned = taken(next_blocked_listings_)) return *std::move(planned);
        constexpr std::size_t kOnPage = 2;
        BlockedPage page;
        const auto first = after.empty() ? 0 : static_cast<std::size_t>(std::stoul(std::string(after)));
        const auto last = std::min(first + kOnPage, blocked_.size());
        for (std::size_t i = first; i < last; ++i)
            page.users.push_back(blocked_[i]);
        if (last < blocked_.size()) page.next = std::to_string(last);
        const auto hook = blocked_hook_;
        lock.unlock();
        if (hook) hook();
        return page;
    }

    // The profile as Meta has it, what was asked to be changed of it, and how the next call ends.
    void hold_profile(BusinessProfile profile) {
        const std::lock_guard lock(calls_mutex_);
        profile_ = std::move(profile);
    }
    void fail_next_profile(ProfileLookUp outcome) {
        const std::lock_guard lock(calls_mutex_);
        next_profiles_.push_back(std::move(outcome));
    }
    void answer_next_profile_change(ProfileOutcome outcome) {
        const std::lock_guard lock(calls_mutex_);
        next_profile_changes_.push_back(std::move(outcome));
    }
    std::vector<std::string> profile_changes() const {
        const std::lock_guard lock(calls_mutex_);
        return profile_changes_;
    }
    ProfileLookUp read_profile(std::string_view /*account_key*/) override {
        const std::lock_guard lock(calls_mutex_);
        if (auto planned = taken(next_profiles_)) return *std::move(planned);
        return profile_;
    }
    ProfileOutcome change_profile(std::string_view /*account_key*/, std::string_view body) override {
        const std::lock_guard lock(calls_mutex_);
        profile_changes_.emplace_back(body);
        if (auto planned = taken(next_profile_changes_)) return *std::move(planned);
        const auto changed = with_profile_changes(profile_, parse_json(body).value_or(Json()));
        if (changed) profile_ = *changed;
        return ProfileChanged{};
    }

  protected:
    template <class Outcome>
    static std::optional<Outcome> taken(std::deque<Outcome>& planned) {
        if (planned.empty()) return std::nullopt;
        auto outcome = std::move(planned.front());
        planned.pop_front();
        return outcome;
    }

  private:
    mutable std::mutex calls_mutex_;  // guards all below
    std::deque<BlockOutcome> next_blocks_;
    std::vector<WhatsAppUser> blocked_;
    std::deque<BlockedListing> next_blocked_listings_;
    std::function<void()> blocked_hook_;
    std::vector<std::string> block_changes_;
    BusinessProfile profile_;
    std::deque<ProfileLookUp> next_profiles_;
    std::deque<ProfileOutcome> next_profile_changes_;
    std::vector<std::string> profile_changes_;
};

}  // namespace roost::test
