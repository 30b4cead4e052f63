-- What Meta said the message costs, as JSON; empty before it said so.
ALTER TABLE messages ADD COLUMN charge TEXT NOT NULL DEFAULT '';
