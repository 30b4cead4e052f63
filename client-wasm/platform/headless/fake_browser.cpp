#include "client-wasm/platform/headless/fake_browser.h"

#include <algorithm>
#include <set>
#include <utility>

namespace roost::platform {

LockId FakeBrowser::hold(Platform* tab, const std::string& name, LockWish wish, LockCallback changed) {
    Claim claim{next_lock_++, tab, name, std::move(changed), false};
    const LockId id = claim.id;
    const auto holder =
        std::find_if(claims_.begin(), claims_.end(), [&](const Claim& one) { return one.name == name; });
    if (wish == LockWish::kSeize && holder != claims_.end()) {
        if (holder->is_told) push(holder->tab, {holder->id, false, holder->changed, ""});
        *holder = std::move(claim);
    } else {
        claims_.push_back(std::move(claim));
    }
    tell_holders();
    return id;
}

void FakeBrowser::push(Platform* tab, News news) {
    news_[tab].push_back(std::move(news));
    tab->request_frame();
}

void FakeBrowser::tell_holders() {
    std::set<std::string> held;
    for (Claim& claim : claims_) {
        if (!held.insert(claim.name).second || std::exchange(claim.is_told, true)) continue;
        push(claim.tab, {claim.id, true, claim.changed, ""});
    }
}

void FakeBrowser::release(LockId id) {
    std::erase_if(claims_, [&](const Claim& claim) { return claim.id == id; });
    for (auto& [tab, waiting] : news_)
        std::erase_if(waiting, [&](const News& one) { return one.lock == id; });
    tell_holders();
}

void FakeBrowser::hear(Platform* tab, const std::string& channel, ToldCallback told) {
    ears_.erase(tab);
    if (!channel.empty()) ears_[tab] = {channel, std::move(told)};
}

void FakeBrowser::tell(Platform* tab, std::string_view text) {
    const auto speaker = ears_.find(tab);
    if (speaker == ears_.end()) return;
    for (const auto& [other, ear] : ears_) {
        if (other == tab || ear.channel != speaker->second.channel) continue;
        push(other, {0, false, nullptr, std::string(text)});
    }
}

void FakeBrowser::deliver(Platform* tab) {
    while (!news_[tab].empty()) {
        const News news = std::move(news_[tab].front());
        news_[tab].pop_front();
        if (news.changed) {
            news.changed(news.is_held);
        } else if (const auto ear = ears_.find(tab); ear != ears_.end()) {
            const ToldCallback told = ear->second.told;
            told(news.text);
        }
    }
}

void FakeBrowser::leave(Platform* tab) {
    ears_.erase(tab);
    news_.erase(tab);
    std::erase_if(claims_, [&](const Claim& claim) { return claim.tab == tab; });
    tell_holders();
}

}  // namespace roost::platform
