#include "server/store/sqlite/records.h"
#include "server/store/sqlite/transaction.h"

namespace roost::sqlite {

namespace {

MediaJob job_in(const Statement& row) {
    return {{row.number(0)}, {row.number(1)}, static_cast<int>(row.number(2)), row.number(3), row.number(4)};
}

}  // namespace

Status upsert_media_file(Connection& on, const MediaFileRow& file) {
    auto statement = on.prepare(
        "INSERT INTO media_files (id, mime_type, size, width, height, is_animated, channels, blur, wave, "
        "created_at, is_named) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET mime_type = excluded.mime_type, size = excluded.size, "
        "width = excluded.width, height = excluded.height, is_animated = excluded.is_animated, "
        "channels = excluded.channels, blur = excluded.blur, wave = excluded.wave, "
        "created_at = excluded.created_at, is_named = MAX(is_named, excluded.is_named)"
    );
    const auto& type = file.type;
    statement.bind(file.id).bind(type.mime_type).bind(file.size).bind(std::int64_t{type.width});
    statement.bind(std::int64_t{type.height}).bind(std::int64_t{type.is_animated});
    statement.bind(std::int64_t{type.channels}).bind(type.blur).bind(type.wave).bind(file.created_at);
    return statement.bind(std::int64_t{file.is_named}).run();
}

Result<std::optional<MediaFileRow>> read_media_file(Connection& on, std::string_view id) {
    auto statement = on.prepare(
        "SELECT id, mime_type, size, width, height, is_animated, channels, created_at, is_named, blur, wave "
        "FROM media_files WHERE id = ?"
    );
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).step());
    if (!has_row) return std::nullopt;
    MediaFileRow file;
    file.id = statement.text(0);
    file.type.mime_type = statement.text(1);
    file.size = statement.number(2);
    file.type.width = static_cast<int>(statement.number(3));
    file.type.height = static_cast<int>(statement.number(4));
    file.type.is_animated = statement.number(5) != 0;
    file.type.channels = static_cast<int>(statement.number(6));
    file.created_at = statement.number(7);
    file.is_named = statement.number(8) != 0;
    file.type.blur = statement.text(9);
    file.type.wave = statement.text(10);
    return file;
}

Status upsert_media_job(Connection& on, const MediaJob& job) {
    auto statement = on.prepare(
        "INSERT INTO media_jobs (message, account, attempts, due_at, give_up_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET attempts = excluded.attempts, due_at = excluded.due_at, give_up_at = "
        "excluded.give_up_at"
    );
    statement.bind(job.message).bind(job.account).bind(std::int64_t{job.attempts}).bind(job.due_at);
    return statement.bind(job.give_up_at).run();
}

Status delete_media_job(Connection& on, MessageId message) {
    auto statement = on.prepare("DELETE FROM media_jobs WHERE message = ?");
    return statement.bind(message).run();
}

Result<std::optional<MediaJob>> read_media_job(Connection& on, MessageId message) {
    auto statement =
        on.prepare("SELECT message, account, attempts, due_at, give_up_at FROM media_jobs WHERE message = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(message).step());
    if (!has_row) return std::nullopt;
    return job_in(statement);
}

Result<std::vector<MediaJob>> read_media_jobs(Connection& on, int limit) {
    auto statement = on.prepare(
        "SELECT message, account, attempts, due_at, give_up_at FROM media_jobs ORDER BY due_at, message "
        "LIMIT ?"
    );
    statement.bind(std::int64_t{limit});
    std::vector<MediaJob> jobs;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return jobs;
        jobs.push_back(job_in(statement));
    }
}

Status upsert_media_upload(Connection& on, const MediaUpload& upload) {
    auto statement = on.prepare(
        "INSERT INTO media_uploads (file, account, meta_id, uploaded_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET meta_id = excluded.meta_id, uploaded_at = excluded.uploaded_at"
    );
    return statement.bind(upload.file)
        .bind(upload.account)
        .bind(upload.meta_id)
        .bind(upload.uploaded_at)
        .run();
}

Result<std::optional<MediaUpload>> read_media_upload(
    Connection& on, std::string_view file, AccountId account
) {
    auto statement = on.prepare(
        "SELECT file, account, meta_id, uploaded_at FROM media_uploads WHERE file = ? AND account = ?"
    );
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(file).bind(account).step());
    if (!has_row) return std::nullopt;
    return MediaUpload{statement.text(0), {statement.number(1)}, statement.text(2), statement.number(3)};
}

Status WriterTransaction::put_media_file(const MediaFileRow& file) {
    return upsert_media_file(on_, file);
}

Result<std::optional<MediaFileRow>> WriterTransaction::media_file(std::string_view id) {
    return read_media_file(on_, id);
}

Status WriterTransaction::put_media_job(const MediaJob& job) {
    return upsert_media_job(on_, job);
}

Status WriterTransaction::remove_media_job(MessageId message) {
    return delete_media_job(on_, message);
}

Result<std::optional<MediaJob>> WriterTransaction::media_job(MessageId message) {
    return read_media_job(on_, message);
}

Status WriterTransaction::put_media_upload(const MediaUpload& upload) {
    return upsert_media_upload(on_, upload);
}

}  // namespace roost::sqlite
