#include "server/app/two_factor.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/app/people.h"
#include "server/app/reseal.h"
#include "server/app/totp.h"
#include "server/secret_box.h"
#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::kGoodPassword;
using test::PeopleCase;

constexpr std::string_view kEmail = "ben@example.org";

struct WithBen : PeopleCase {
    WithBen() {
        const auto added = add_agent(*deps, kEmail, "Ben", AgentRole::kAgent, kGoodPassword);
        REQUIRE(added);
        ben = *added;
        here = open(ben);
        as_ben.who = *check_access_token(*deps, here.access_token);
        as_ben.address = "192.0.2.2";
    }
    // The code of a moment that is so many steps away.
    std::string code(int step = 0) const { return totp_code(secret, totp_step(clock.now()) + step); }
    void begin() {
        const auto offer = begin_two_factor(*deps, as_ben, kGoodPassword);
        REQUIRE(offer);
        secret = offer->secret;
    }
    // On, and a minute ago, so that no code of now was used.
    void switch_on() {
        begin();
        const auto confirmed = confirm_two_factor(*deps, as_ben, code());
        REQUIRE(confirmed);
        codes = *confirmed;
        clock.advance(kMinute);
    }
    // What signing in leads to: "in", or the word of the refusal.
    std::string sign(std::string_view given, std::string_view password = kGoodPassword) {
        const auto session = sign_in(*deps, Credentials{kEmail, password, given}, {"192.0.2.2", ""});
        if (session) return "in";
        const auto& refusal = session.error();
        if (refusal.retry_seconds > 0) return "wait";
        return std::string(refusal.code.empty() ? error_code_name(refusal.error.code) : refusal.code);
    }
    int codes_left() { return two_factor_of(*deps, ben)->recovery_codes_left; }
    bool is_on() { return two_factor_of(*deps, ben)->is_on; }

    AgentId ben;
    Session here;
    Actor as_ben;
    std::string secret;
    std::vector<std::string> codes;
};

template <class T>
std::string_view word_of(const tl::expected<T, SignInRefusal>& answer) {
    return answer ? std::string_view("done") : error_code_name(answer.error().error.code);
}

TEST_CASE("two-factor: nothing is asked for until a first code was right") {
    WithBen use;
    const auto elsewhere = use.open(use.ben);
    CHECK(word_of(begin_two_factor(*use.deps, use.as_ben, "wrong wrong wrong")) == "forbidden");
    CHECK(word_of(confirm_two_factor(*use.deps, use.as_ben, "123456")) == "conflict");
    use.begin();
    CHECK_FALSE(use.is_on());
    CHECK(use.sign("") == "in");
    CHECK(word_of(confirm_two_factor(*use.deps, use.as_ben, use.code(5))) == "invalid");
    CHECK_FALSE(use.is_on());
    // Begun anew: what was shown before is worth nothing.
    const auto first = use.code();
    use.begin();
    CHECK(word_of(confirm_two_factor(*use.deps, use.as_ben, first)) == "invalid");
    const auto confirmed = confirm_two_factor(*use.deps, use.as_ben, use.code());
    REQUIRE(confirmed);
    CHECK(confirmed->size() == 10);
    CHECK(use.is_on());
    CHECK(use.log().front() == "two_factor.on ben@example.org");
    CHECK(use.is_good(use.here));
    CHECK_FALSE(use.is_good(elsewhere));
    CHECK(use.ended.back().agent == use.ben);
    CHECK(word_of(begin_two_factor(*use.deps, use.as_ben, kGoodPassword)) == "conflict");
    CHECK(word_of(confirm_two_factor(*use.deps, use.as_ben, use.code(1))) == "conflict");
}

TEST_CASE("two-factor: the password alone lets nobody in, and a code is good once") {
    WithBen use;
    use.switch_on();
    CHECK(use.sign("") == "second_factor_needed");
    CHECK(use.sign("123456") == "second_factor_wrong");
    CHECK(use.log().front() == "two_factor.refused ben@example.org");
    const auto code = use.code();
    CHECK(use.sign(code) == "in");
    CHECK(use.sign(code) == "second_factor_wrong");
    // Nor is one from before it.
    CHECK(use.sign(use.code(-1)) == "second_factor_wrong");
    CHECK(use.sign(use.code(1)) == "in");
    use.clock.advance(30 * kSecond);
    CHECK(use.sign(use.code()) == "second_factor_wrong");
    CHECK(use.sign(use.code(1).insert(3, " ")) == "in");
}

TEST_CASE("two-factor: the code that switched it on opens no session") {
    WithBen use;
    use.begin();
    const auto code = use.code();
    REQUIRE(confirm_two_factor(*use.deps, use.as_ben, code));
    CHECK(use.sign(code) == "second_factor_wrong");
    CHECK(use.sign(use.code(1)) == "in");
}

TEST_CASE("two-factor: a wrong password learns nothing of it, whatever the code") {
    WithBen use;
    CHECK(use.sign("", "wrong wrong wrong") == "unauthorized");
    use.switch_on();
    CHECK(use.sign("", "wrong wrong wrong") == "unauthorized");
    CHECK(use.sign("123456", "wrong wrong wrong") == "unauthorized");
    const auto code = use.code();
    CHECK(use.sign(code, "wrong wrong wrong") == "unauthorized");
    const auto nobody = sign_in(*use.deps, Credentials{"nobody@example.org", kGoodPassword, code});
    REQUIRE_FALSE(nobody);
    const auto known = sign_in(*use.deps, Credentials{kEmail, "wrong wrong wrong", code});
    CHECK(nobody.error() == known.error());
    // What came with a wrong password was not used up.
    CHECK(use.sign(code) == "in");
}

TEST_CASE("two-factor: a recovery code is good once, and told") {
    WithBen use;
    use.switch_on();
    CHECK(use.sign("0000-0000-0000") == "second_factor_wrong");
    CHECK(use.codes_left() == 10);
    CHECK(use.sign(use.codes[3]) == "in");
    CHECK(use.log()[1] == "recovery_code.used ben@example.org");
    CHECK(use.sign(use.codes[3]) == "second_factor_wrong");
    CHECK(use.codes_left() == 9);
    // Not somebody else's.
    const auto cleo = add_agent(*use.deps, "cleo@example.org", "Cleo", AgentRole::kAgent, kGoodPassword);
    REQUIRE(cleo);
    Actor as_cleo;
    as_cleo.who = {*cleo, AgentRole::kAgent};
    const auto offer = begin_two_factor(*use.deps, as_cleo, kGoodPassword);
    REQUIRE(offer);
    const auto step = totp_step(use.clock.now());
    REQUIRE(confirm_two_factor(*use.deps, as_cleo, totp_code(offer->secret, step)));
    CHECK_FALSE(sign_in(*use.deps, Credentials{"cleo@example.org", kGoodPassword, use.codes[4]}));
    CHECK(use.sign(use.codes[4]) == "in");
}

TEST_CASE("two-factor: wrong codes are slowed down, also between right passwords without one") {
    WithBen use;
    use.switch_on();
    for (int i = 0; i < 30; ++i)
        CHECK(use.sign("") == "second_factor_needed");
    CHECK(use.gate.throttle.size() == 0);
    for (int i = 0; i < 10; ++i) {
        CHECK(use.sign("123456") == "second_factor_wrong");
        if (i < 9) CHECK(use.sign("") == "second_factor_needed");
    }
    CHECK(use.sign(use.code()) == "wait");
    use.clock.advance(kMinute);
    CHECK(use.sign(use.code()) == "in");
}

TEST_CASE("two-factor: who is signed in cannot try codes for ever either") {
    WithBen use;
    use.begin();
    for (int i = 0; i < 10; ++i)
        CHECK(word_of(confirm_two_factor(*use.deps, use.as_ben, "123456")) == "invalid");
    const auto waiting = confirm_two_factor(*use.deps, use.as_ben, use.code());
    REQUIRE_FALSE(waiting);
    CHECK(waiting.error().retry_seconds == 1);
    use.clock.advance(kMinute);
    CHECK(confirm_two_factor(*use.deps, use.as_ben, use.code()));
}

TEST_CASE("two-factor: switched off with password and code, and the old codes with it") {
    WithBen use;
    CHECK(word_of(end_two_factor(*use.deps, use.as_ben, kGoodPassword, "123456")) == "conflict");
    use.switch_on();
    CHECK(word_of(end_two_factor(*use.deps, use.as_ben, "wrong wrong wrong", use.code())) == "forbidden");
    CHECK(word_of(end_two_factor(*use.deps, use.as_ben, kGoodPassword, "123456")) == "invalid");
    CHECK(use.log().front() == "two_factor.refused ben@example.org");
    CHECK(word_of(end_two_factor(*use.deps, use.as_ben, kGoodPassword, "")) == "invalid");
    CHECK(use.is_on());
    CHECK(end_two_factor(*use.deps, use.as_ben, kGoodPassword, use.code()));
    CHECK(use.log().front() == "two_factor.off ben@example.org");
    CHECK_FALSE(use.is_on());
    CHECK(use.sign("") == "in");
    use.switch_on();
    CHECK(use.codes_left() == 10);
    CHECK(end_two_factor(*use.deps, use.as_ben, kGoodPassword, use.codes[0]));
}

TEST_CASE("two-factor: new recovery codes take the place of the old ones") {
    WithBen use;
    CHECK(word_of(renew_recovery_codes(*use.deps, use.as_ben, "123456")) == "conflict");
    use.switch_on();
    CHECK(word_of(renew_recovery_codes(*use.deps, use.as_ben, "123456")) == "invalid");
    CHECK(use.sign(use.codes[0]) == "in");
    const auto renewed = renew_recovery_codes(*use.deps, use.as_ben, use.code());
    REQUIRE(renewed);
    CHECK(use.log().front() == "recovery_codes.made ben@example.org");
    CHECK(use.codes_left() == 10);
    CHECK(use.sign(use.codes[1]) == "second_factor_wrong");
    CHECK(use.sign(renewed->front()) == "in");
}

TEST_CASE("two-factor: an administrator switches it off for others, not for themselves") {
    WithBen use;
    CHECK(test::code_of(end_two_factor_of(*use.deps, use.as_ana, use.ben)) == "conflict");
    use.switch_on();
    CHECK(test::code_of(end_two_factor_of(*use.deps, use.as_ana, use.ana)) == "conflict");
    CHECK(test::code_of(end_two_factor_of(*use.deps, use.as_ana, AgentId{99})) == "not_found");
    CHECK(test::code_of(end_two_factor_of(*use.deps, use.as_ana, use.ben)) == "done");
    CHECK(use.log().front() == "two_factor.off ben@example.org: by an administrator");
    CHECK(use.sign("") == "in");
}

TEST_CASE("two-factor: a changed password keeps it, and who is switched off learns nothing") {
    WithBen use;
    use.switch_on();
    constexpr std::string_view kNew = "zebra tisch lampe";
    REQUIRE(change_password(*use.deps, use.as_ben, kGoodPassword, kNew));
    CHECK(use.sign("", kNew) == "second_factor_needed");
    AgentChange change;
    change.is_active = false;
    REQUIRE(change_agent(*use.deps, use.as_ana, use.ben, change));
    CHECK(use.sign("", kNew) == "unauthorized");
    CHECK(use.sign(use.code(), kNew) == "unauthorized");
    change.is_active = true;
    REQUIRE(change_agent(*use.deps, use.as_ana, use.ben, change));
    CHECK(use.sign("", kNew) == "second_factor_needed");
    CHECK(use.sign(use.code(), kNew) == "in");
    REQUIRE(remove_agent(*use.deps, use.as_ana, use.ben));
    CHECK(use.store->people().list_second_factors()->empty());
}

TEST_CASE("two-factor: with another secret key only the recovery codes work") {
    WithBen use;
    use.switch_on();
    use.config.secret_key = std::string(64, 'f');
    CHECK(use.sign(use.code()) == "internal");
    CHECK(use.sign(use.codes[0]) == "in");
    use.config.secret_key.clear();
    CHECK(use.sign(use.code()) == "internal");
    CHECK(use.sign(use.codes[1]) == "in");
    CHECK(word_of(end_two_factor(*use.deps, use.as_ben, kGoodPassword, use.codes[2])) == "done");
    CHECK(word_of(begin_two_factor(*use.deps, use.as_ben, kGoodPassword)) == "internal");
}

TEST_CASE("two-factor: the codes stay right when the key of the secrets is exchanged") {
    WithBen use;
    use.switch_on();
    const auto from = SecretBox::with_key(use.config.secret_key);
    const auto to = SecretBox::with_key(std::string(64, 'f'));
    CHECK(reseal_secrets(*use.store, *from, *to) == 1);
    CHECK(use.sign(use.code()) == "internal");
    use.config.secret_key = std::string(64, 'f');
    CHECK(use.sign(use.code()) == "in");
    CHECK(use.sign(use.code()) == "second_factor_wrong");
    CHECK(use.codes_left() == 10);
}

TEST_CASE("two-factor: neither secret nor codes lie readable in the data folder") {
    WithBen use;
    use.switch_on();
    const auto row = use.store->people().find_second_factor(use.ben);
    REQUIRE(row->has_value());
    const auto sealed = (*row)->sealed;
    int found_sealed = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(use.dir.path())) {
        if (!file.is_regular_file()) continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        CAPTURE(file.path().string());
        CHECK(bytes.find(use.secret) == std::string::npos);
        for (const auto& code : use.codes)
            CHECK(bytes.find(code) == std::string::npos);
        if (bytes.find(sealed) != std::string::npos) ++found_sealed;
    }
    // The files were really looked into.
    CHECK(found_sealed > 0);
    // What is sealed for one agent is worth nothing beside another's name.
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        return transaction.people().put_second_factor({use.ana, sealed, 1, 0});
    }));
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        Actor as_ana;
        as_ana.who.agent = use.ana;
        const auto checked = check_code(*use.deps, transaction, as_ana, use.code());
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == ErrorCode::kInternal);
        return {};
    }));
}

}  // namespace
}  // namespace roost
