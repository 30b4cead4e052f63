-- The ad, product or group by which a message came, as JSON; empty = none of them.
ALTER TABLE messages ADD COLUMN source TEXT NOT NULL DEFAULT '';
