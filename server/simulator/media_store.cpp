#include "server/simulator/media_store.h"

#include <array>

#include "server/simulator/payload.h"

namespace roost::simulator {

namespace {

constexpr UnixMillis kUrlLife = 5 * kMinute;
constexpr UnixMillis kInboundLife = 7 * kDay;
constexpr UnixMillis kUploadLife = 30 * kDay;
constexpr std::size_t kMegabyte = std::size_t{1024} * 1024;

struct Accepted {
    std::string_view mime_type;
    std::size_t max_bytes;
};
constexpr auto kAccepted = std::to_array<Accepted>({
    {"image/jpeg", 5 * kMegabyte},
    {"image/png", 5 * kMegabyte},
    {"video/mp4", 16 * kMegabyte},
    {"video/3gpp", 16 * kMegabyte},
    {"audio/aac", 16 * kMegabyte},
    {"audio/amr", 16 * kMegabyte},
    {"audio/mpeg", 16 * kMegabyte},
    {"audio/mp4", 16 * kMegabyte},
    {"audio/ogg", 16 * kMegabyte},
    {"image/webp", kMegabyte / 2},
    {"text/plain", 100 * kMegabyte},
    {"application/pdf", 100 * kMegabyte},
    {"application/msword", 100 * kMegabyte},
    {"application/vnd.ms-excel", 100 * kMegabyte},
    {"application/vnd.ms-powerpoint", 100 * kMegabyte},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100 * kMegabyte},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 100 * kMegabyte},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", 100 * kMegabyte},
});

std::string_view without_parameters(std::string_view mime_type) {
    return mime_type.substr(0, mime_type.find(';'));
}

// Stands for Meta's own signature of a media url.
std::string url_hash(const std::string& id, std::string_view expires) {
    return sha256_hex(id + "." + std::string(expires)).substr(0, 32);
}

struct TroubleName {
    std::string_view name;
    MediaTrouble trouble;
};
constexpr auto kTroubles = std::to_array<TroubleName>({
    {"gone", MediaTrouble::kGone},
    {"refused", MediaTrouble::kRefused},
    {"wrong_hash", MediaTrouble::kWrongHash},
    {"over", MediaTrouble::kOver},
    {"cut_short", MediaTrouble::kCutShort},
    {"empty", MediaTrouble::kEmpty},
    {"slow", MediaTrouble::kSlow},
    {"redirect", MediaTrouble::kRedirect},
});

MediaStore::Step step_of(MediaTrouble trouble) {
    const bool is_early = trouble == MediaTrouble::kGone || trouble == MediaTrouble::kRefused ||
                          trouble == MediaTrouble::kWrongHash;
    return is_early ? MediaStore::Step::kLookUp : MediaStore::Step::kBytes;
}

}  // namespace

Result<PlannedTrouble> parse_trouble(const Json& json) {
    const std::string mode = string_or(json, "mode", "");
    for (const TroubleName& known : kTroubles) {
        if (known.name != mode) continue;
        return PlannedTrouble{
            known.trouble, static_cast<int>(optional_integer(json, "delay_ms").value_or(0))};
    }
    return fail(ErrorCode::kInvalid, "'mode' is no trouble that a file can have");
}

std::optional<PlannedTrouble> MediaStore::take_trouble(Step step) {
    if (troubles_.empty() || step_of(troubles_.front().trouble) != step) return std::nullopt;
    const auto trouble = troubles_.front();
    troubles_.pop_front();
    return trouble;
}

std::string MediaStore::add(MediaFile file, IdMaker& ids) {
    std::string id = ids.object_id();
    files_[id] = std::move(file);
    return id;
}

const MediaFile* MediaStore::find(const std::string& id, UnixMillis now) const {
    const auto found = files_.find(id);
    if (found == files_.end()) return nullptr;
    const UnixMillis life = found->second.is_inbound ? kInboundLife : kUploadLife;
    return now - found->second.created_at > life ? nullptr : &found->second;
}

bool MediaStore::has(const std::string& id, UnixMillis now) const {
    return find(id, now) != nullptr;
}

std::optional<Json> MediaStore::look_up(const std::string& id, std::string_view base_url, UnixMillis now)
    const {
    const MediaFile* file = find(id, now);
    if (file == nullptr) return std::nullopt;
    const std::string expires = std::to_string((now + kUrlLife) / kSecond);
    const std::string url = std::string(base_url) + "/whatsapp_business/attachments/?mid=" + id +
                            "&ext=" + expires + "&hash=" + url_hash(id, expires);
    return Json{
        {"messaging_product", "whatsapp"},
        {"url", url},
        {"mime_type", file->mime_type},
        {"sha256", sha256_hex(file->bytes)},
        {"file_size", file->bytes.size()},
        {"id", id}};
}

Reply MediaStore::bytes(
    const std::string& id, std::string_view expires, std::string_view hash, UnixMillis now
) const {
    const MediaFile* file = find(id, now);
    const bool is_genuine = url_hash(id, expires) == hash;
    const UnixMillis expires_at = std::strtoll(std::string(expires).c_str(), nullptr, 10) * kSecond;
    Reply reply;
    if (file == nullptr || !is_genuine || expires_at < now) {
        reply.status = 404;
        reply.content_type = "text/html";
        reply.body = "URL signature expired";
        return reply;
    }
    reply.content_type = file->mime_type;
    reply.body = file->bytes;
    return reply;
}

std::optional<GraphError> check_upload(std::string_view mime_type, std::size_t size) {
    std::string names;
    for (const Accepted& accepted : kAccepted) {
        if (accepted.mime_type == without_parameters(mime_type)) {
            if (size <= accepted.max_bytes && size > 0) return std::nullopt;
            return graph_error(
                100, "Param file must be at most " + std::to_string(accepted.max_bytes) + " bytes."
            );
        }
        names += (names.empty() ? "" : ", ") + std::string(accepted.mime_type);
    }
    return graph_error(
        100,
        "Param file must be a file with one of the following types: " + names + ". Received file of type '" +
            std::string(mime_type) + "'."
    );
}

Json inbound_media(const MediaFile& file, const std::string& id, std::string_view url) {
    return Json{
        {"id", id}, {"mime_type", file.mime_type}, {"sha256", sha256_base64(file.bytes)}, {"url", url}};
}

}  // namespace roost::simulator
