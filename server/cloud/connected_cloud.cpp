#include "server/cloud/connected_cloud.h"

#include <utility>

namespace roost {

namespace {

CloudRefusal not_connected() {
    CloudRefusal refusal;
    refusal.http = 401;
    refusal.code = 190;
    refusal.details = "The number is not connected to Roost.";
    return refusal;
}

}  // namespace

void ConnectedCloud::set(const std::vector<CloudAccess>& access) {
    Clouds by_token;
    Clouds by_number;
    Clouds by_waba;
    const std::lock_guard lock(mutex_);
    if (is_stopped_) return;
    for (const auto& one : access) {
        auto& cloud = by_token[one.access_token];
        // Its connections stay open.
        const auto known = by_token_.find(one.access_token);
        if (!cloud) cloud = known != by_token_.end() ? known->second : Cloud(open_(one.access_token));
        if (!one.phone_number_id.empty()) by_number.emplace(one.phone_number_id, cloud);
        if (!one.waba.empty()) by_waba.emplace(one.waba, cloud);
    }
    by_token_ = std::move(by_token);
    by_number_ = std::move(by_number);
    by_waba_ = std::move(by_waba);
}

ConnectedCloud::Cloud ConnectedCloud::find(const Clouds& clouds, std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = clouds.find(key);
    return found == clouds.end() ? nullptr : found->second;
}

CloudOutcome ConnectedCloud::send(std::string_view account_key, std::string_view body) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->send(account_key, body) : not_connected();
}

CloudOutcome ConnectedCloud::mark_read(std::string_view account_key, std::string_view wamid) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->mark_read(account_key, wamid) : not_connected();
}

MediaLookUp ConnectedCloud::look_up_media(std::string_view account_key, std::string_view media_id) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->look_up_media(account_key, media_id) : not_connected();
}

MediaDownload ConnectedCloud::download_media(
    std::string_view account_key, const MediaAddress& address, const TakeBytes& take
) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->download_media(account_key, address, take) : not_connected();
}

MediaUploadOutcome ConnectedCloud::upload_media(
    std::string_view account_key, const std::string& path, std::string_view mime_type
) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->upload_media(account_key, path, mime_type) : not_connected();
}

SampleOutcome ConnectedCloud::upload_sample(
    std::string_view waba, const std::string& path, std::string_view mime_type
) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->upload_sample(waba, path, mime_type) : not_connected();
}

TemplateListing ConnectedCloud::list_templates(std::string_view waba, std::string_view after) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->list_templates(waba, after) : not_connected();
}

TemplateOutcome ConnectedCloud::create_template(std::string_view waba, std::string_view body) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->create_template(waba, body) : not_connected();
}

TemplateOutcome ConnectedCloud::edit_template(
    std::string_view waba, std::string_view id, std::string_view body
) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->edit_template(waba, id, body) : not_connected();
}

TemplateOutcome ConnectedCloud::delete_template(
    std::string_view waba, std::string_view id, std::string_view name
) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->delete_template(waba, id, name) : not_connected();
}

SubscribeOutcome ConnectedCloud::subscribe_app(std::string_view waba) {
    const auto cloud = find(by_waba_, waba);
    return cloud ? cloud->subscribe_app(waba) : not_connected();
}

BlockOutcome ConnectedCloud::change_block(
    std::string_view account_key, BlockChange change, const WhatsAppUser& user
) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->change_block(account_key, change, user) : not_connected();
}

BlockedListing ConnectedCloud::list_blocked(std::string_view account_key, std::string_view after) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->list_blocked(account_key, after) : not_connected();
}

ProfileLookUp ConnectedCloud::read_profile(std::string_view account_key) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->read_profile(account_key) : not_connected();
}

ProfileOutcome ConnectedCloud::change_profile(std::string_view account_key, std::string_view body) {
    const auto cloud = find(by_number_, account_key);
    return cloud ? cloud->change_profile(account_key, body) : not_connected();
}

void ConnectedCloud::stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    for (const auto& [token, cloud] : by_token_)
        cloud->stop();
}

}  // namespace roost
