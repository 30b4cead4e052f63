-- A notice that was dismissed is kept for a while, so that its redelivery is known; told_at, by Meta's clock, tells that
-- from the same thing happening again.
ALTER TABLE account_notices ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account_notices ADD COLUMN is_dismissed INTEGER NOT NULL DEFAULT 0;
