// Meta's Graph API over libcurl, with one token: a pool of connections that are kept open, one for each call
// under way.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "server/cloud/cloud_api.h"
#include "server/cloud/graph_answer.h"
#include "server/cloud/graph_media.h"
#include "server/cloud/graph_options.h"

namespace roost {

class GraphCloudApi final : public CloudApi {
  public:
    explicit GraphCloudApi(GraphOptions options);
    ~GraphCloudApi() override;  // no call may be under way
    GraphCloudApi(const GraphCloudApi&) = delete;
    GraphCloudApi& operator=(const GraphCloudApi&) = delete;

    CloudOutcome send(std::string_view account_key, std::string_view body) override;
    CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) override;
    MediaLookUp look_up_media(std::string_view account_key, std::string_view media_id) override {
        return media_.look_up(account_key, media_id);
    }
    MediaDownload download_media(
        std::string_view /*account_key*/, const MediaAddress& address, const TakeBytes& take
    ) override {
        return media_.download(address, take);
    }
    MediaUploadOutcome upload_media(
        std::string_view account_key, const std::string& path, std::string_view mime_type
    ) override {
        return media_.upload(account_key, path, mime_type);
    }
    SampleOutcome upload_sample(
        std::string_view /*waba*/, const std::string& path, std::string_view mime_type
    ) override {
        return media_.upload_sample(path, mime_type);
    }
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
    void stop() override { is_stopping_ = true; }

  private:
    class Call;

    CloudOutcome post(std::string_view account_key, std::string_view body);
    std::unique_ptr<Call> borrow();
    void give_back(std::unique_ptr<Call> call);
    // `path` after the version. What came back, whatever it is; no answer says nothing of what Meta did.
    tl::expected<GraphReply, CloudUnreachable> ask(
        const char* method, const std::string& path, const std::string& body
    );
    // `path` after the version; without a body it is a DELETE.
    TemplateOutcome change_template(const std::string& path, std::optional<std::string_view> body);

    const GraphOptions options_;
    std::atomic<bool> is_stopping_{false};
    const GraphMedia media_{options_, is_stopping_};
    std::mutex mutex_;  // guards idle_
    std::vector<std::unique_ptr<Call>> idle_;
};

}  // namespace roost
