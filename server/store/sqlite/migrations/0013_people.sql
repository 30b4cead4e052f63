-- People who left keep their row: what they wrote names them, and their id is never given to another.
ALTER TABLE agents ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

-- A device that signed in. Before, it was only the family of its refresh tokens. AUTOINCREMENT: an access token may
-- name a session that is gone.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agent INTEGER NOT NULL REFERENCES agents (id),
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_agent ON sessions (agent);

CREATE TABLE new_refresh_tokens (
    hash TEXT PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions (id),
    agent INTEGER NOT NULL REFERENCES agents (id),
    expires_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A token lives for thirty days from when it was given out.
INSERT INTO sessions
    SELECT DENSE_RANK() OVER (ORDER BY family), agent, '', '', MIN(expires_at) - 2592000000,
        MAX(expires_at) - 2592000000, CASE WHEN MAX(is_revoked) = 1 THEN MAX(expires_at) - 2592000000 ELSE 0 END
    FROM refresh_tokens GROUP BY family;
INSERT INTO new_refresh_tokens
    SELECT hash, DENSE_RANK() OVER (ORDER BY family), agent, expires_at, used_at FROM refresh_tokens;
DROP TABLE refresh_tokens;
ALTER TABLE new_refresh_tokens RENAME TO refresh_tokens;
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);

CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    invited_by INTEGER NOT NULL REFERENCES agents (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    made_by INTEGER NOT NULL REFERENCES agents (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
) STRICT;

-- Append only: nothing of Roost changes or deletes a row, and the database refuses it.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    agent INTEGER NOT NULL,
    api_key INTEGER NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
