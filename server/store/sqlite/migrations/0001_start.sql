-- Times are unix milliseconds. Enumerations are the numbers of the C++ enumerators: append only.
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    platform INTEGER NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (platform, key)
) STRICT;

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    platform INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    contact_name TEXT NOT NULL,
    wa_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_direction INTEGER NOT NULL,
    last_status INTEGER NOT NULL,
    last_type TEXT NOT NULL,
    last_preview TEXT NOT NULL,
    unread INTEGER NOT NULL,
    last_inbound_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX conversations_by_wa_id ON conversations (account, wa_id) WHERE wa_id <> '';
CREATE UNIQUE INDEX conversations_by_user_id ON conversations (account, user_id) WHERE user_id <> '';
CREATE INDEX conversations_by_time ON conversations (last_at DESC, id DESC);
-- Few are unread at any moment: counting them must not read all the others.
CREATE INDEX conversations_unread ON conversations (platform) WHERE unread > 0;

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    direction INTEGER NOT NULL,
    at INTEGER NOT NULL,
    wamid TEXT,
    client_ref TEXT,
    sent_by INTEGER NOT NULL,
    content TEXT NOT NULL,
    quoted_wamid TEXT NOT NULL,
    forwarded INTEGER NOT NULL,
    status INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    delivered_at INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    failed_at INTEGER NOT NULL,
    failure TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX messages_by_wamid ON messages (wamid) WHERE wamid IS NOT NULL;
CREATE UNIQUE INDEX messages_by_client_ref ON messages (client_ref) WHERE client_ref IS NOT NULL;
CREATE INDEX messages_by_time ON messages (conversation, at, id);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    payload TEXT NOT NULL
) STRICT;

-- One row: events up to here are gone.
CREATE TABLE event_log (pruned_to INTEGER NOT NULL) STRICT;
INSERT INTO event_log VALUES (0);

CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    error TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX webhooks_failed ON webhooks (id) WHERE outcome <> 0;

CREATE TABLE webhook_failures (
    webhook INTEGER NOT NULL REFERENCES webhooks (id),
    item INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (webhook, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    webhook INTEGER NOT NULL REFERENCES webhooks (id),
    field TEXT NOT NULL,
    event TEXT NOT NULL,
    account_key TEXT NOT NULL,
    raw TEXT NOT NULL
) STRICT;

-- Statuses and changes that arrived before the message they are about.
CREATE TABLE orphans (
    id INTEGER PRIMARY KEY,
    wamid TEXT NOT NULL,
    at INTEGER NOT NULL,
    item TEXT NOT NULL
) STRICT;
CREATE INDEX orphans_by_wamid ON orphans (wamid);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    message INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    account INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    attempt_started_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_message ON outbox (message);

CREATE TABLE agents (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE refresh_tokens (
    hash TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    agent INTEGER NOT NULL REFERENCES agents (id),
    expires_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    is_revoked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family);
