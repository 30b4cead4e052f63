-- How far events and webhooks had come at a time: what came before a mark is at least as old as it.
CREATE TABLE retention_marks (
    at INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    webhook INTEGER NOT NULL
) STRICT;

-- Of the files from before nobody knows whether a message names them: they stay.
ALTER TABLE media_files ADD COLUMN is_named INTEGER NOT NULL DEFAULT 1;
CREATE INDEX media_files_unnamed ON media_files (created_at) WHERE is_named = 0;
CREATE INDEX media_uploads_by_time ON media_uploads (uploaded_at);
