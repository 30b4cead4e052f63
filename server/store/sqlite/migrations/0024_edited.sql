-- When the sender last changed it, for the moment to be shown and for changes that come late. 0 = never
ALTER TABLE messages ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;
