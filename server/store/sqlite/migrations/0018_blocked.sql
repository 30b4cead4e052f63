-- Whom we blocked at Meta. Few are: the list of Meta is held against them without reading all conversations.
ALTER TABLE conversations ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversations_blocked ON conversations (account) WHERE blocked <> 0;
