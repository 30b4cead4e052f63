#include "client-wasm/bubbles/repair.h"

#include "shared/base/utf8.h"
#include "shared/model/failure_repair.h"

namespace roost {

namespace {

constexpr std::string_view kManager = "https://business.facebook.com/wa/manage/";

Repair action_of(const Failure& failure, UnixMillis failed_at, UnixMillis now) {
    return repair_of(failure, failed_at, now).action;
}

bool has_lost_its_file(const Message& message) {
    const MediaRef* media = media_in(message.content);
    return media != nullptr && media->file.state == MediaState::kFailed;
}

// "14:05", or with its day: "22 Nov 14:05".
std::string moment(UnixMillis at, const RepairScene& scene) {
    const auto day = [&](UnixMillis time) { return (time + scene.utc_offset * kMinute) / kDay; };
    std::string clock = scene.locale.clock(at, scene.utc_offset);
    if (day(at) == day(scene.now)) return clock;
    return scene.locale.list_time(at, scene.now, scene.utc_offset) + " " + clock;
}

// Languages differ: what is longer than this does not fit beside the reason.
bool is_long(std::string_view label) {
    constexpr std::size_t kFitting = 10;
    return count_code_points(label) > kFitting;
}

RepairOffer again(const Word& label) {
    RepairOffer offered{std::string(label)};
    offered.is_wide = is_long(offered.label);
    return offered;
}

// Of one that never reached the server.
RepairOffer offer_for_echo(const Failure& failure, const MessageWords& words) {
    return again(failure.can_retry ? words.retry : words.remove);
}

RepairOffer offer(Repair action, UnixMillis not_before, const Message& message, const RepairScene& scene) {
    const Words& words = scene.locale.words();
    const RepairWords& repairs = words.sending.repair;
    const bool has_words = std::holds_alternative<Text>(message.content);
    switch (action) {
        case Repair::kNone:
            return {};
        case Repair::kRetry:
            return {std::string(words.message.retry)};
        case Repair::kWait:
            return {fill(repairs.wait, {moment(not_before, scene)}), "", false, not_before};
        case Repair::kSendAsTemplate:
            return {std::string(has_words ? words.message.send_as_template : repairs.choose_template)};
        case Repair::kReconnect:
            return {std::string(repairs.manager), std::string(kManager)};
        case Repair::kRenew:
            if (!scene.may_renew) return {};
            return {std::string(words.numbers.renew)};
        case Repair::kConvertFile:
            return {std::string(repairs.choose_file)};
        case Repair::kMarkUnreachable:
            break;
    }
    if (scene.is_unreachable) return {std::string(repairs.is_unreachable), "", false};
    return {std::string(repairs.mark_unreachable)};
}

}  // namespace

namespace {

RepairOffer full_offer(const Message& message, const RepairScene& scene) {
    const Words& words = scene.locale.words();
    if (!message.failure) return has_lost_its_file(message) ? again(words.thread.try_again) : RepairOffer{};
    const Repair first = action_of(*message.failure, message.times.failed, message.times.failed);
    const bool is_again = first == Repair::kNone || first == Repair::kRetry;
    if (!message.id && (is_again || first == Repair::kWait))
        return offer_for_echo(*message.failure, words.message);
    const RepairAdvice advice = repair_of(*message.failure, message.times.failed, scene.now);
    RepairOffer offered = offer(advice.action, advice.not_before, message, scene);
    offered.is_wide = !is_again || is_long(offered.label);
    return offered;
}

}  // namespace

RepairOffer repair_offer(const Message& message, const RepairScene& scene) {
    RepairOffer offered = full_offer(message, scene);
    const bool is_button = !offered.label.empty() && offered.href.empty() && offered.can_be_used;
    if (is_button && !scene.may_repair) return {};
    return offered;
}

void repair(const Message& message, Commands& out) {
    if (!message.failure) {
        out.push_back(RetryMedia{message.id});
        return;
    }
    switch (action_of(*message.failure, message.times.failed, message.times.failed)) {
        case Repair::kSendAsTemplate: {
            const auto* text = std::get_if<Text>(&message.content);
            const ClientRef echo = message.id ? "" : message.client_ref;
            out.push_back(OpenTemplates{message.conversation, text == nullptr ? "" : text->body, echo});
            return;
        }
        case Repair::kConvertFile:
            out.push_back(ChooseFiles{});
            return;
        case Repair::kRenew:
            out.push_back(OpenSettings{SettingsSection::kNumbers});
            return;
        case Repair::kMarkUnreachable:
            out.push_back(MarkUnreachable{message.conversation});
            return;
        default:
            break;
    }
    if (message.id) {
        out.push_back(RetryMessage{message.id});
    } else if (message.failure->can_retry) {
        out.push_back(RetryEcho{message.client_ref});
    } else {
        out.push_back(DropEcho{message.conversation, message.client_ref});
    }
}

bool offers_retry_too(const Message& message, UnixMillis now) {
    if (!message.id || !message.failure || !may_retry(*message.failure, message.times.failed, now))
        return false;
    return action_of(*message.failure, message.times.failed, now) != Repair::kRetry;
}

}  // namespace roost
