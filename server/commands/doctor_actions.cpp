#include "server/commands/doctor_actions.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/gate.h"
#include "server/app/receive_webhook.h"
#include "server/cloud/errors.h"
#include "server/cloud/open_cloud.h"
#include "server/data_folder.h"
#include "server/doctor/judge.h"
#include "server/random_text.h"
#include "server/simulator/payload.h"
#include "server/store/open_store.h"
#include "server/store/store_file.h"
#include "shared/model/service_window.h"
#include "shared/wire/send.h"

namespace roost {

namespace {

constexpr std::size_t kShortestNumber = 7;
constexpr std::size_t kLongestNumber = 15;  // E.164
constexpr std::string_view kTestName = "Roost test";
constexpr std::string_view kTestNumber = "12025550100";  // of the range that is kept for fiction
constexpr std::string_view kHelloWorld = R"({"name":"hello_world","language":{"code":"en_US"}})";

ActionOutcome failed(std::string sentence) {
    ActionOutcome outcome{false, std::move(sentence)};
    outcome.json = {{"is_done", false}, {"sentence", outcome.sentence}};
    return outcome;
}

ActionOutcome outcome_of(const CloudAccepted& accepted) {
    ActionOutcome outcome{
        true, "Meta took the message as " + accepted.wamid + ". Whether it arrives, the phone says."};
    outcome.json = {{"is_done", true}, {"sentence", outcome.sentence}, {"wamid", accepted.wamid}};
    return outcome;
}
ActionOutcome outcome_of(const CloudRefusal& refusal) {
    const auto failure = failure_from(refusal);
    auto outcome =
        failed(failure.sentence + " (" + std::to_string(refusal.code) + ": " + refusal.details + ")");
    outcome.json["code"] = refusal.code;
    outcome.json["http"] = refusal.http;
    return outcome;
}
ActionOutcome outcome_of(const CloudUnreachable& unreachable) {
    return failed("Meta was not reached: " + unreachable.reason + ". Nothing was sent.");
}
ActionOutcome outcome_of(const CloudUnknown& unknown) {
    return failed("Nobody knows whether it was sent: " + unknown.reason + ". Look at the phone.");
}

std::string test_webhook(const Config& config, UnixMillis now) {
    using simulator::News;
    const simulator::BusinessNumber number{config.waba_id, config.phone_number_id, ""};
    News news;
    news.item = {
        {"from", kTestNumber},
        {"id", "wamid.roost-test-" + random_hexadecimal(8)},
        {"timestamp", std::to_string(now / kSecond)},
        {"type", "text"},
        {"text", {{"body", "A test by roost doctor: nobody reads the answer."}}}};
    news.contact = simulator::contact_of(kTestNumber, kTestName);
    return dump_json(simulator::webhook_of(number, {news}));
}

Result<WebhookReceipt> take_in_test(const Config& config, Clock& clock) {
    ASSIGN_OR_RETURN([[maybe_unused]] const auto lock, DataLock::take(config.data_folder));
    ASSIGN_OR_RETURN(const auto store, open_store(config.data_folder));
    Gate gate;
    ConnectedNumbers numbers(config);
    return receive_webhook(Deps{*store, clock, config, gate, numbers}, test_webhook(config, clock.now()));
}

}  // namespace

Result<std::string> read_number(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (digits.size() >= kShortestNumber && digits.size() <= kLongestNumber) return digits;
    return fail(
        ErrorCode::kInvalid, "--send-test needs a number with its country code, such as +254712345678."
    );
}

Content test_content(const doctor::Observations& seen, const std::string& number) {
    const bool is_readable = seen.database && seen.database->is_there && seen.database->problem.empty();
    if (is_readable) {
        const auto row = conversation_with_number(seen.database->file, seen.config.phone_number_id, number)
                             .value_or(std::nullopt);
        if (row && service_window(*row, seen.now).state == WindowState::kOpen)
            return Text{"A test by roost doctor.", false};
    }
    Template hello;
    hello.name = "hello_world";
    hello.language = "en_US";
    hello.raw = kHelloWorld;
    return hello;
}

ActionOutcome send_test(const Config& config, const std::string& number, const Content& content) {
    Message message;
    message.content = content;
    Conversation to;
    to.wa_id = number;
    const auto body = dump_json(cloud_api_body(message, to, ""));
    const auto sent = open_cloud_api(config, config.access_token)->send(config.phone_number_id, body);
    auto outcome = std::visit([](const auto& one) { return outcome_of(one); }, sent);
    outcome.sentence = doctor::redact(std::move(outcome.sentence), secrets_of(config));
    outcome.json["sentence"] = outcome.sentence;
    outcome.json["type"] = content_type(content);
    return outcome;
}

ActionOutcome make_test_conversation(const Config& config, Clock& clock) {
    const auto receipt = take_in_test(config, clock);
    if (!receipt && receipt.error().code == ErrorCode::kUnavailable) {
        return failed(
            receipt.error().message +
            " While a server has the data it alone may write: stop it for this, or write to the number from "
            "a phone."
        );
    }
    if (!receipt) return failed(receipt.error().message);
    if (receipt->applied == 0)
        return failed("The message was kept and could not be applied: see the webhook log.");
    ActionOutcome outcome{
        true, "\"" + std::string(kTestName) + "\" has written: the conversation stands on top of the list."};
    outcome.json = {{"is_done", true}, {"sentence", outcome.sentence}, {"name", kTestName}};
    return outcome;
}

}  // namespace roost
