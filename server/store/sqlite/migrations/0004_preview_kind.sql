-- What the last message is, where it has no words of its own: each reader's language says it. Rows from before
-- keep the English sentence as their words until the next message.
ALTER TABLE conversations ADD COLUMN last_preview_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN last_preview_count INTEGER NOT NULL DEFAULT 0;
