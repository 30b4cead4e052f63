// Meta's Cloud API for all our numbers: each call goes out with the token of the number, or of the business
// account, that it is about.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/cloud/cloud_api.h"

namespace roost {

struct CloudAccess {
    std::string phone_number_id;
    std::string waba;
    std::string access_token;
};

// What is not connected answers as an ended token does: whatever waits for it rests, and is lost by nothing.
class ConnectedCloud final : public CloudApi {
  public:
    using Open = std::function<std::unique_ptr<CloudApi>(const std::string& access_token)>;

    // `open` makes one for a token; connects to nothing yet.
    explicit ConnectedCloud(Open open) : open_(std::move(open)) {}

    // From now on these, and no others. Calls under way end with what they began with. Any thread.
    void set(const std::vector<CloudAccess>& access);

    CloudOutcome send(std::string_view account_key, std::string_view body) override;
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override;
    MediaLookUp look_up_media(std::string_view account_key, std::string_view media_id) override;
    MediaDownload download_media(
        std::string_view account_key, const MediaAddress& address, const TakeBytes& take
    ) override;
    MediaUploadOutcome upload_media(
        std::string_view account_key, const std::string& path, std::string_view mime_type
    ) override;
    SampleOutcome upload_sample(std::string_view waba, const std::string& path, std::string_view mime_type)
        override;
    TemplateListing list_templates(std::string_view waba, std::string_view after) override;
    TemplateOutcome create_template(std::string_view waba, std::string_view body) override;
    TemplateOutcome edit_template(std::string_view waba, std::string_view id, std::string_view body) override;
    TemplateOutcome delete_template(std::string_view waba, std::string_view id, std::string_view name)
        override;
    SubscribeOutcome subscribe_app(std::string_view waba) override;
    BlockOutcome change_block(std::string_view account_key, BlockChange change, const WhatsAppUser& user)
        override;
    BlockedListing list_blocked(std::string_view account_key, std::string_view after) override;
    ProfileLookUp read_profile(std::string_view account_key) override;
    ProfileOutcome change_profile(std::string_view account_key, std::string_view body) override;
    void stop() override;

  private:
    using Cloud = std::shared_ptr<CloudApi>;
    using Clouds = std::map<std::string, Cloud, std::less<>>;

    Cloud find(const Clouds& clouds, std::string_view key);

    const Open open_;
    std::mutex mutex_;  // guards all below
    Clouds by_token_;
    Clouds by_number_;
    Clouds by_waba_;
    bool is_stopped_ = false;
};

}  // namespace roost
