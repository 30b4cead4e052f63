-- When a voice note of ours was first played; 0 = not yet, or before this was kept
ALTER TABLE messages ADD COLUMN played_at INTEGER NOT NULL DEFAULT 0;
