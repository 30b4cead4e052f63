// The files of messages: uploading one that is to be sent, and handing out what is there.
#include <memory>

#include "server/app/clock.h"
#include "server/app/find_visible.h"
#include "server/app/media_link.h"
#include "server/app/upload_file.h"
#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/byte_range.h"
#include "server/http/reply.h"
#include "server/routes/file_fetch.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/base/percent.h"
#include "shared/wire/media_limits.h"

namespace roost {

namespace {

constexpr std::size_t kLongestName = 255;

std::string disposition(std::string_view mime_type, const std::optional<std::string>& name) {
    std::string text = is_safe_inline(mime_type) ? "inline" : "attachment";
    if (name && !name->empty())
        text += "; filename*=UTF-8''" + percent_encoded(std::string_view(*name).substr(0, kLongestName));
    return text;
}

// Whatever a file holds, it runs nothing and loads nothing. Browsers show no PDF in a sandbox; their viewer
// is one itself.
std::string_view policy_for(std::string_view mime_type) {
    if (mime_type == "application/pdf") {
        return "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
    }
    return "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; "
           "frame-ancestors 'self'";
}

std::string content_range(const ByteRange& range, std::int64_t size) {
    return "bytes " + std::to_string(range.first) + "-" + std::to_string(range.first + range.length - 1) +
           "/" + std::to_string(size);
}

Reply part_of(const Request& request, const MediaFileRow& row, std::shared_ptr<const OpenFile> file) {
    const auto etag = "\"" + row.id + "\"";
    const auto choice = choose_range(request.header("Range"), request.header("If-Range"), etag, file->size());
    Reply reply;
    reply.headers = {
        {"ETag", etag},
        // The same address always means the same bytes.
        {"Cache-Control", "private, max-age=31536000, immutable"},
        {"Content-Disposition", disposition(row.type.mime_type, request.query_value("name"))},
        {"Content-Security-Policy", std::string(policy_for(row.type.mime_type))},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Referrer-Policy", "no-referrer"},
    };
    if (request.header("If-None-Match").value_or("").find(etag) != std::string_view::npos) {
        reply.status = 304;
        return reply;
    }
    if (choice.kind == RangeKind::kUnsatisfied) {
        auto refused = problem_reply(416, "invalid", "The file ends before the range that was asked for.");
        refused.headers.emplace_back("Content-Range", "bytes */" + std::to_string(file->size()));
        return refused;
    }
    reply.content_type = row.type.mime_type;
    if (choice.kind == RangeKind::kPart) {
        reply.status = 206;
        reply.headers.emplace_back("Content-Range", content_range(choice.range, file->size()));
    }
    reply.file = FileBody{std::move(file), choice.range.first, choice.range.length};
    return reply;
}

// A link that was signed for one file, for a while; absent = the request carries none.
std::optional<Status> check_link(const Deps& deps, const Request& request) {
    const auto signature = request.query_value("signature");
    if (!signature) return std::nullopt;
    const auto expires = request.query_value("expires").value_or("");
    const auto file = request.path_value("id");
    if (is_media_link(deps.config.session_key, file, expires, *signature, deps.clock.now())) return Status();
    return Status(fail(ErrorCode::kForbidden, "This link is over, or was not made by Roost."));
}

Result<MediaFileRow> known_file(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = request.path_value("id");
    const auto none = fail(ErrorCode::kNotFound, "There is no such file.");
    if (!is_file_id(id)) return none;
    ASSIGN_OR_RETURN(auto row, deps.store.find_media_file(id));
    if (!row) return none;
    RETURN_IF_ERROR(check_visible_file(deps, who, id));
    return *std::move(row);
}

Reply hand_out(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto row = known_file(on.deps, request, who);
    if (!row) return error_reply(row.error());
    auto file = on.files.open(row->id);
    return file ? part_of(request, *row, *std::move(file)) : error_reply(file.error());
}

Reply link_to(const Deps& deps, const Request& request, const Principal& who) {
    const auto row = known_file(deps, request, who);
    if (!row) return error_reply(row.error());
    const auto link = make_media_link(deps.config.session_key, row->id, deps.clock.now());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("url").string(link.url);
                          out.key("expires_at").time(link.expires_at).end_object();
                      }));
}

Reply uploaded(const UploadedFile& upload) {
    const auto& file = upload.file;
    return json_reply(201, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("id").string(file.id).key("kind").string(upload.kind);
                          out.key("mime_type").string(file.type.mime_type).key("size").integer(file.size);
                          if (upload.is_voice) out.key("voice").boolean(true);
                          if (file.type.width > 0) out.key("width").integer(file.type.width);
                          if (file.type.height > 0) out.key("height").integer(file.type.height);
                          out.end_object();
                      }));
}

class Upload final : public BodySink {
  public:
    explicit Upload(std::unique_ptr<FileUpload> file) : file_(std::move(file)) {}

    bool take(std::string_view bytes) override { return file_->take(bytes); }
    Reply finish() override {
        const auto done = file_->finish();
        return done ? uploaded(*done) : error_reply(done.error());
    }

  private:
    std::unique_ptr<FileUpload> file_;
};

Result<std::unique_ptr<BodySink>> open_upload(
    const RouteDeps& on, const Request& head, const Principal& who
) {
    ASSIGN_OR_RETURN(
        auto file, FileUpload::begin(on.deps, on.files, who, head.query_value("kind").value_or(""))
    );
    return std::make_unique<Upload>(std::move(file));
}

Reply fetch_from_web(const FileFetch& web, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    const auto url = required_string(*body, "url");
    if (!url) return error_reply(url.error());
    const auto done = web.fetch(who, *url, string_or(*body, "kind", ""));
    return done ? uploaded(*done) : error_reply(done.error());
}

}  // namespace

void bind_media(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto limits = [](const Request&, const Principal&) {
        return json_reply(200, write_media_limits());
    };
    const auto file = [on](const Request& request, const Principal& who) {
        return hand_out(on, request, who);
    };
    const auto proof = [&deps](const Request& request) { return check_link(deps, request); };
    const auto link = [&deps](const Request& request, const Principal& who) {
        return link_to(deps, request, who);
    };
    const auto fetch = [web = FileFetch(on)](const Request& request, const Principal& who) {
        return fetch_from_web(web, request, who);
    };
    const auto upload = [on](const Request& head, const Principal& who) {
        return open_upload(on, head, who);
    };
    router.add("GET", "/api/v1/media/limits", for_any_reach(deps, Permission::kRead, limits));
    router.add("GET", "/api/v1/media/{id}", for_permission_or(deps, Permission::kRead, proof, file));
    router.add("GET", "/api/v1/media/{id}/link", for_any_reach(deps, Permission::kRead, link));
    router.add("POST", "/api/v1/media/fetch", for_any_reach(deps, Permission::kSend, fetch));
    router.add_upload(
        "POST",
        "/api/v1/media",
        for_uploads(deps, Permission::kSend, upload),
        static_cast<std::size_t>(kLargestFile)
    );
}

}  // namespace roost
