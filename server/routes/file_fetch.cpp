#include "server/routes/file_fetch.h"

#include <semaphore>
#include <utility>

#include "server/http/message.h"
#include "shared/base/json.h"

namespace roost {

namespace {

constexpr int kMostAtOnce = 4;
constexpr std::string_view kUrl = "media_url";

// "offer 7.pdf" of "https://…/offer%207.pdf?key=1".
std::string name_in(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t slash = url.rfind('/');
    return slash == std::string_view::npos ? "" : percent_decoded(url.substr(slash + 1), PlusSign::kLiteral);
}

Result<Json> file_member(const UploadedFile& file, const Json& sent, const std::string& url) {
    Json body{{"file", file.file.id}};
    const Json& text = member(sent, "text");
    const auto caption = string_or(sent, "caption", text.is_string() ? text.get<std::string>() : "");
    const bool takes_caption = file.kind != "audio" && file.kind != "sticker";
    if (!caption.empty() && !takes_caption)
        return fail(ErrorCode::kInvalid, "'caption' cannot go with " + file.kind + ".");
    if (!caption.empty()) body["caption"] = caption;
    if (file.is_voice) body["voice"] = true;
    if (file.kind == "document") body["filename"] = string_or(sent, "filename", name_in(url));
    return body;
}

}  // namespace

class FileFetch::Places : public std::counting_semaphore<> {
  public:
    Places() : std::counting_semaphore<>(kMostAtOnce) {}
};

FileFetch::FileFetch(RouteDeps on) : on_(std::move(on)), places_(std::make_shared<Places>()) {}

Result<UploadedFile> FileFetch::fetch(const Principal& who, const std::string& url, std::string kind) const {
    ASSIGN_OR_RETURN(const auto file, FileUpload::begin(on_.deps, on_.files, who, std::move(kind)));
    if (!places_->try_acquire())
        return fail(ErrorCode::kUnavailable, "Other files are being fetched. Try again in a moment.");
    const auto fetched = on_.web.download(url, [&file](std::string_view bytes) { return file->take(bytes); });
    places_->release();
    RETURN_IF_ERROR(fetched);
    return file->finish();
}

bool FileFetch::is_wanted(std::string_view body) {
    return body.find(kUrl) != std::string_view::npos;
}

Result<std::string> FileFetch::with_file(const Principal& who, std::string_view body) const {
    // Not parsed twice for what has none.
    if (!is_wanted(body)) return std::string(body);
    ASSIGN_OR_RETURN(Json sent, parse_json(body));
    if (member(sent, kUrl).is_null()) return std::string(body);
    ASSIGN_OR_RETURN(const auto url, required_string(sent, kUrl));
    ASSIGN_OR_RETURN(const auto file, fetch(who, url, string_or(sent, "type", "")));
    ASSIGN_OR_RETURN(auto named, file_member(file, sent, url));
    for (const char* key : {"media_url", "caption", "filename", "text"})
        sent.erase(key);
    sent["type"] = file.kind;
    sent[file.kind] = std::move(named);
    return dump_json(sent);
}

}  // namespace roost
