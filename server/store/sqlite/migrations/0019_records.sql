-- What is linked to a record of another program: a message, or (0) all of a conversation. Conversations and messages
-- carry a copy of their own links as JSON, so that reading them asks nothing more.
CREATE TABLE links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    message INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    linked_by INTEGER NOT NULL,
    UNIQUE (type, record, message, conversation)
) STRICT;
ALTER TABLE conversations ADD COLUMN links TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN links TEXT NOT NULL DEFAULT '';
CREATE INDEX conversations_by_number ON conversations (wa_id) WHERE wa_id <> '';

-- Which readers of one record or one person alone an event is for.
ALTER TABLE events ADD COLUMN audience TEXT NOT NULL DEFAULT '';
-- Since when such readers see less than before.
CREATE TABLE narrowed (
    reach TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Files that they uploaded.
CREATE TABLE reach_files (
    reach TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (reach, file)
) STRICT, WITHOUT ROWID;

-- Pages that show the inbox. `secret` and `old_secret` are sealed with the secret_key; lists are JSON.
CREATE TABLE sites (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    origins TEXT NOT NULL,
    types TEXT NOT NULL,
    scope TEXT NOT NULL,
    shows_everything INTEGER NOT NULL,
    secret TEXT NOT NULL,
    old_secret TEXT NOT NULL,
    old_until INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES agents (id),
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
) STRICT;
-- Each token opens one session: those that have not ended yet and did.
CREATE TABLE used_tokens (
    site INTEGER NOT NULL,
    hash TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (site, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX used_tokens_by_end ON used_tokens (ends_at);
ALTER TABLE sessions ADD COLUMN site INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN reach TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_of_sites ON sessions (started_at) WHERE site <> 0;
