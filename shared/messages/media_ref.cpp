#include "shared/messages/media_ref.h"

namespace roost {

MediaRef read_media_ref(const Json& body) {
    MediaRef media;
    media.id = text_or_number(body, "id");
    media.link = string_or(body, "link", "");
    if (media.link.empty()) media.link = string_or(body, "url", "");  // what Meta calls it on inbound
    media.mime_type = string_or(body, "mime_type", "");
    media.sha256 = string_or(body, "sha256", "");
    media.caption = string_or(body, "caption", "");
    media.file = read_media_copy(member(body, "file"));
    return media;
}

void write_media_ref(const MediaRef& media, Json& body) {
    body.update(json_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_members(out, media);
        out.end_object();
    }));
}

void write_members(JsonWriter& out, const MediaRef& media) {
    out.text_member("id", media.id).text_member("link", media.link).text_member("mime_type", media.mime_type);
    out.text_member("sha256", media.sha256).text_member("caption", media.caption);
    if (media.file == MediaCopy{}) return;
    out.key("file");
    write_media_copy(out, media.file);
}

}  // namespace roost
