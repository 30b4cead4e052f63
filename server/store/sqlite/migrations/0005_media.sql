-- Files in the media folder, by the hash of their bytes: what they are. The folder holds the bytes.
CREATE TABLE media_files (
    id TEXT PRIMARY KEY,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    is_animated INTEGER NOT NULL,
    channels INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files of messages that are still to be fetched from Meta: one for a message.
CREATE TABLE media_jobs (
    message INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL
) STRICT;
CREATE INDEX media_jobs_by_time ON media_jobs (due_at, message);

-- The ids under which an account has uploaded a file to Meta.
CREATE TABLE media_uploads (
    file TEXT NOT NULL,
    account INTEGER NOT NULL,
    meta_id TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (file, account)
) STRICT, WITHOUT ROWID;

-- Messages with a file take longer than others and must not take all the threads.
ALTER TABLE outbox ADD COLUMN has_file INTEGER NOT NULL DEFAULT 0;
