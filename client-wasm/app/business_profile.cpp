// The profile of one of our numbers: read when its dialog opens, changed by what is written there.
#include <algorithm>
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/wire/business_profile.h"

namespace roost {

namespace {

constexpr std::int64_t kLargestPicture = std::int64_t{5} * 1024 * 1024;

std::string said_of(const ProfileWords& words, const Json& problem) {
    const auto fault = parse_profile_fault(string_or(problem, "code", ""));
    if (fault) return std::string(words.faults.at(static_cast<std::size_t>(*fault)));
    return fill(words.refused, {string_or(problem, "detail", "")});
}

std::vector<ProfileTrouble> troubles_in(const ProfileWords& words, const platform::Response& answer) {
    std::vector<ProfileTrouble> troubles;
    const Json document = parse_json(answer.body).value_or(Json());
    const Json& fields = member(document, "fields");
    for (std::size_t i = 0; fields.is_array() && i < fields.size(); ++i)
        troubles.push_back({string_or(fields[i], "field", ""), said_of(words, fields[i])});
    return troubles;
}

bool is_picture(const platform::FileAdded& file) {
    const bool is_known = file.mime_type == "image/jpeg" || file.mime_type == "image/png";
    return is_known && file.size <= kLargestPicture;
}

}  // namespace

void Client::show_profile(const std::string& id, const BusinessProfile& profile) {
    if (state_.settings.dialog.id != id) return;
    drop_profile_picture();
    ProfileForm& form = state_.settings.numbers.profile;
    form.has_answer = true;
    form.known = profile;
    form.vertical = profile.vertical;
    form.troubles.clear();
    for (int i = 0; i < kProfileFields; ++i) {
        const auto text = text_of(profile, static_cast<ProfileField>(i));
        form.texts.at(static_cast<std::size_t>(i)).set(std::string(text));
    }
}

void Client::profile_answered(SettingsTask task, const std::string& id, const platform::Response& answer) {
    Settings& settings = state_.settings;
    const ProfileWords& words = state_.locale.words().profile;
    if (!net::is_success(answer)) {
        Error error = net::error_of(answer);
        if (error.code == ErrorCode::kUnauthorized) return signed_out();
        // Nothing here has a window that closes.
        if (error.code == ErrorCode::kWindowClosed) error.code = ErrorCode::kInvalid;
        auto troubles = troubles_in(words, answer);
        if (troubles.empty()) return settings_failed(task, id, error);
        settings.deeds.erase({task, id});
        platform_.announce(troubles.front().sentence, true);
        settings.numbers.profile.troubles = std::move(troubles);
        return;
    }
    settings.deeds.erase({task, id});
    const auto profile = read_business_profile(parse_json(answer.body).value_or(Json()));
    if (profile) show_profile(id, *profile);
    if (task == SettingsTask::kReadProfile) {
        settings.dialog.wants_focus = settings.dialog.id == id;
        return;
    }
    const bool is_shown = state_.overlay == Overlay::kSettings && settings.dialog.id == id;
    if (is_shown) state_.overlay = Overlay::kNone;
    platform_.announce(words.saved, false);
}

// False: it is not for a profile.
bool Client::take_profile_picture(const platform::FileAdded& added) {
    const bool is_asked =
        state_.overlay == Overlay::kSettings && state_.settings.dialog.question == SettingsQuestion::kProfile;
    ProfileForm& form = state_.settings.numbers.profile;
    if (!is_asked || !form.has_answer) return false;
    drop_profile_picture();
    const Words& words = state_.locale.words();
    if (!is_picture(added)) {
        platform_.drop_file(added.id);
        form.picture_error = words.profile.faults.at(static_cast<std::size_t>(ProfileFault::kNotPicture));
        platform_.announce(form.picture_error, true);
        return true;
    }
    form.picture = added.id;
    form.picture_name = added.name;
    platform_.announce(fill(words.attachments.added, {added.name}), false);
    form.upload = api_.upload(
        added.id,
        "image",
        [](int) {},
        [this, file = added.id](const Result<MediaCopy>& answer) { profile_picture_ends(file, answer); }
    );
    return true;
}

void Client::profile_picture_ends(int file, const Result<MediaCopy>& answer) {
    ProfileForm& form = state_.settings.numbers.profile;
    if (!state_.is_signed_in || form.picture != file) return;  // another one was chosen meanwhile
    form.upload = 0;
    if (answer) {
        form.picture_file = answer->id;
        return;
    }
    // Whether it is the session that has ended is not known yet.
    Error error = answer.error();
    if (error.code == ErrorCode::kUnauthorized) error = {ErrorCode::kUnavailable, ""};
    const std::string sentence = sentence_of(state_.locale.words(), error);
    drop_profile_picture();
    form.picture_error = sentence;
    platform_.announce(sentence, true);
    doubt_session();
}

void Client::drop_profile_picture() {
    ProfileForm& form = state_.settings.numbers.profile;
    if (form.upload != 0) api_.cancel_upload(form.upload);
    if (form.picture != 0) platform_.drop_file(form.picture);
    form.picture = form.upload = 0;
    form.picture_name.clear();
    form.picture_file.clear();
    form.picture_error.clear();
}

}  // namespace roost
