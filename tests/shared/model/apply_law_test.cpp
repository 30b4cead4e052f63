// A small server, a client behind a slow line, and chance: whatever the interleaving of events and pages,
// what the client shows in the end is what the server has.
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "shared/model/apply.h"
#include "shared/wire/snapshot.h"
#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

constexpr std::size_t kPageSize = 4;
constexpr int kConversations = 6;

class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }

  private:
    std::mt19937 engine_;
};

// What every store must do: change state, give it the event's seq as rev, tell.
struct Server {
    std::int64_t seq = 0;
    std::int64_t next_message = 1;
    std::map<ConversationId, Conversation> rows;
    std::map<ConversationId, std::vector<Message>> threads;
    std::vector<Event> log;
    UnreadCounts counts;
    std::map<AccountId, AccountTrouble> troubles;
    AccountNames accounts;

    void publish(EventPayload payload) { log.push_back({EventSeq{seq}, std::move(payload)}); }

    void add(Message message, UnixMillis at) {
        message.id = MessageId{next_message++};
        message.rev = EventSeq{++seq};
        message.at = at;
        std::vector<Message>& thread = threads[message.conversation];
        thread.insert(std::upper_bound(thread.begin(), thread.end(), message, comes_before), message);
        Conversation& row =
            rows.try_emplace(message.conversation, make_conversation(message.conversation.value))
                .first->second;
        row.rev = message.rev;
        if (at >= row.last.at) row.last = summarise(message);
        row.unread += message.direction == Direction::kInbound ? 1 : 0;
        counts.all = static_cast<int>(seq % 7);
        publish(MessageAdded{message, row, counts});
    }

    void tick(Message& message) {
        message.rev = EventSeq{++seq};
        message.status = advance(message.status, DeliveryStatus::kRead);
        message.times.read = kNoon + seq;
        message.charge = Charge{true, std::to_string(seq), "regular", "PMP"};
        Conversation& row = rows[message.conversation];
        if (row.last.id == message.id) {
            row.last.status = message.status;
            row.rev = message.rev;
        }
        publish(MessageStatusChanged{
            message.id,
            message.conversation,
            message.wamid,
            message.status,
            message.times,
            message.failure,
            message.charge});
    }

    void edit(Message& message) {
        message.rev = EventSeq{++seq};
        message.content = Text{"edited " + std::to_string(seq), false};
        publish(MessageChanged{message});
    }

    void read(Conversation& row) {
        row.rev = EventSeq{++seq};
        row.unread = 0;
        publish(ConversationChanged{row, counts});
    }

    void stumble_or_recover() {
        const AccountId account{1 + ++seq % 2};
        std::optional<AccountTrouble> trouble;
        if (troubles.erase(account) == 0) trouble = {Failure{190, "expired", {}, true}, kNoon + seq};
        if (trouble) troubles[account] = *trouble;
        publish(AccountChanged{account, trouble});
        accounts[account] = {"Name " + std::to_string(++seq), ""};
        publish(AccountNamed{account, accounts[account]});
    }

    MessagePage page(ConversationId id, std::size_t first, std::size_t last) {
        const std::vector<Message>& all = threads[id];
        const auto at = [&all](std::size_t index) {
            return all.begin() + static_cast<std::ptrdiff_t>(index);
        };
        return {id, {at(first), at(last)}, first > 0, last < all.size()};
    }

    ConversationPage list_after(const std::optional<ListPlace>& boundary) const {
        std::vector<Conversation> sorted;
        for (const auto& [id, row] : rows)
            sorted.push_back(row);
        std::sort(sorted.begin(), sorted.end(), listed_before);
        ConversationPage page;
        for (const Conversation& row : sorted) {
            if (boundary && place_of(row) >= *boundary) continue;
            page.has_more = page.conversations.size() == 2;
            if (page.has_more) break;
            page.conversations.push_back(row);
        }
        return page;
    }
};

// A request under way: first the server reads, some time later the client hears.
struct Request {
    std::function<void()> read;
    std::function<void()> deliver;
    bool is_read = false;
};

class World {
  public:
    explicit World(unsigned seed) : chance_(seed) {
        for (int i = 0; i < 12; ++i)
            change_server();
        Snapshot snapshot;
        snapshot.seq = EventSeq{server_.seq};
        snapshot.conversations = server_.list_after(std::nullopt);
        snapshot.counts = server_.counts;
        snapshot.troubles = server_.troubles;
        snapshot.accounts = server_.accounts;
        inbox_ = inbox_from(snapshot);
        heard_ = server_.log.size();
    }

    void step() {
        switch (chance_.below(6)) {
            case 0:
            case 1:
                change_server();
                return;
            case 2:
            case 3:
                hear_one();
                return;
            case 4:
                ask();
                return;
            default:
                advance_request();
                return;
        }
    }

    void finish() {
        while (!requests_.empty())
            advance_request();
        while (heard_ < server_.log.size())
            hear_one();
        for (auto& send : unsent_)
            send();
        while (heard_ < server_.log.size())
            hear_one();
    }

    void check() {
        CHECK(inbox_.counts == server_.counts);
        CHECK(inbox_.troubles == server_.troubles);
        CHECK(inbox_.accounts == server_.accounts);
        for (const auto& [id, row] : inbox_.conversations)
            CHECK(row == server_.rows[id]);
        check_list();
        for (const auto& [id, thread] : inbox_.threads)
            check_thread(server_.threads[id], thread);
    }

  private:
    ConversationId any_conversation() { return ConversationId{1 + chance_.below(kConversations)}; }

    Message* any_message() {
        std::vector<Message>& thread = server_.threads[any_conversation()];
        return thread.empty()
                   ? nullptr
                   : &thread[static_cast<std::size_t>(chance_.below(static_cast<int>(thread.size())))];
    }

    // Mostly in order, now and then late: an inbound message carries WhatsApp's time.
    UnixMillis some_time() {
        now_ += kSecond;
        return chance_.below(4) == 0 ? now_ - chance_.below(40) * kSecond : now_;
    }

    void change_server() {
        Message* message = any_message();
        switch (chance_.below(6)) {
            case 5:
                server_.stumble_or_recover();
                return;
            case 0:
                if (message != nullptr) server_.edit(*message);
                return;
            case 1:
                if (message != nullptr) server_.tick(*message);
                return;
            case 2:
                if (message != nullptr) server_.read(server_.rows[message->conversation]);
                return;
            default:
                server_.add(make_message(0, any_conversation().value), some_time());
                return;
        }
    }

    void hear_one() {
        if (heard_ < server_.log.size()) apply(inbox_, server_.log[heard_++]);
        check_sorted();
    }

    void ask() {
        switch (chance_.below(5)) {
            case 0:
                ask_for_rows();
                return;
            case 1:
                send();
                return;
            default:
                ask_for_messages(any_conversation());
                return;
        }
    }

    void send() {
        const ConversationId id = any_conversation();
        Message message = make_echo(++sent_, id.value);
        message.at = now_;
        apply_echo(inbox_, message);
        unsent_.emplace_back([this, message] { server_.add(message, now_ += kSecond); });
    }

    void ask_for_rows() {
        if (!inbox_.boundary || is_listing_) return;
        is_listing_ = true;
        auto page = std::make_shared<ConversationPage>();
        Request request;
        request.read = [this, page, boundary = inbox_.boundary] { *page = server_.list_after(boundary); };
        request.deliver = [this, page] {
            apply_page(inbox_, *page);
            is_listing_ = false;
        };
        requests_.push_back(std::move(request));
    }

    void ask_for_messages(ConversationId id) {
        const ThreadWindow* thread = find_thread(inbox_, id);
        if (thread != nullptr && thread->is_loading) return;
        PagePlace place = static_cast<PagePlace>(chance_.below(3));
        std::optional<Message> first;
        std::optional<Message> last;
        if (thread != nullptr) {
            for (const Message& message : thread->messages) {
                if (message.id && !first) first = message;
                if (message.id) last = message;
            }
        }
        if (!first) place = PagePlace::kReplace;
        begin_loading(inbox_, id);
        auto page = std::make_shared<MessagePage>();
        Request request;
        request.read = [this, page, id, place, first, last] { *page = read_page(id, place, first, last); };
        request.deliver = [this, page, place] {
            apply_page(inbox_, *page, place);
            check_sorted();
        };
        requests_.push_back(std::move(request));
    }

    MessagePage read_page(
        ConversationId id,
        PagePlace place,
        const std::optional<Message>& first,
        const std::optional<Message>& last
    ) {
        const std::vector<Message>& all = server_.threads[id];
        const auto index = [&all](std::vector<Message>::const_iterator at) {
            return static_cast<std::size_t>(at - all.begin());
        };
        if (place == PagePlace::kOlder) {
            const std::size_t end = index(std::lower_bound(all.begin(), all.end(), *first, comes_before));
            return server_.page(id, end > kPageSize ? end - kPageSize : 0, end);
        }
        if (place == PagePlace::kNewer) {
            const std::size_t begin = index(std::upper_bound(all.begin(), all.end(), *last, comes_before));
            return server_.page(id, begin, std::min(begin + kPageSize, all.size()));
        }
        const bool is_around = chance_.below(2) == 0 && all.size() > kPageSize;
        const std::size_t newest = all.size() > kPageSize ? all.size() - kPageSize : 0;
        const std::size_t begin =
            is_around ? static_cast<std::size_t>(chance_.below(static_cast<int>(newest))) : newest;
        return server_.page(id, begin, std::min(begin + kPageSize, all.size()));
    }

    void advance_request() {
        if (!unsent_.empty() && chance_.below(3) == 0) {
            unsent_.front()();
            unsent_.erase(unsent_.begin());
        }
        if (requests_.empty()) return;
        const auto at = requests_.begin() + chance_.below(static_cast<int>(requests_.size()));
        if (!at->is_read) {
            at->read();
            at->is_read = true;
            return;
        }
        const auto deliver = at->deliver;
        requests_.erase(at);
        deliver();
    }

    void check_sorted() {
        for (const auto& [id, thread] : inbox_.threads) {
            REQUIRE(std::is_sorted(thread.messages.begin(), thread.messages.end(), comes_before));
        }
    }

    void check_list() {
        std::vector<Conversation> sorted;
        for (const auto& [id, row] : server_.rows)
            sorted.push_back(row);
        std::sort(sorted.begin(), sorted.end(), listed_before);
        const auto rows = listed(inbox_);
        REQUIRE(rows.size() <= sorted.size());
        if (!inbox_.boundary) CHECK(rows.size() == sorted.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            CHECK(*rows[i] == sorted[i]);
    }

    // The window is a piece of the server's thread without a hole, up to the ends it claims to have reached.
    static void check_thread(const std::vector<Message>& truth, const ThreadWindow& thread) {
        CHECK_FALSE(thread.is_loading);
        CHECK(thread.late == LateNews{});
        for (const Message& message : thread.messages)
            CHECK(message.id);
        if (thread.messages.empty()) {
            CHECK((truth.empty() || thread.has_older || thread.has_newer));
            return;
        }
        const auto first = std::find_if(truth.begin(), truth.end(), [&](const Message& m) {
            return m.id == thread.messages.front().id;
        });
        const auto count = static_cast<std::ptrdiff_t>(thread.messages.size());
        REQUIRE(first != truth.end());
        REQUIRE(truth.end() - first >= count);
        CHECK(std::equal(thread.messages.begin(), thread.messages.end(), first));
        if (!thread.has_older) CHECK(first == truth.begin());
        if (!thread.has_newer) CHECK(first + count == truth.end());
    }

    Chance chance_;
    Server server_;
    Inbox inbox_;
    std::size_t heard_ = 0;
    UnixMillis now_ = kNoon;
    std::int64_t sent_ = 0;
    bool is_listing_ = false;
    std::vector<Request> requests_;
    std::vector<std::function<void()>> unsent_;  // echoes the server has not heard of
};

}  // namespace

TEST_CASE("apply: events and pages in any interleaving end in what the server has") {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        World world(seed);
        for (int i = 0; i < 250; ++i)
            world.step();
        world.finish();
        world.check();
    }
}
