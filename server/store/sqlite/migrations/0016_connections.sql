-- The numbers that were connected here; the secrets are sealed (server/secret_box.h).
CREATE TABLE connections (
    account INTEGER PRIMARY KEY REFERENCES accounts (id),
    waba TEXT NOT NULL,
    access_token TEXT NOT NULL,
    app_secret TEXT NOT NULL,
    connected_at INTEGER NOT NULL,
    connected_by INTEGER NOT NULL
) STRICT;

-- What Meta told of a number the last time, as JSON, and what changed since it was first asked.
CREATE TABLE number_health (
    account INTEGER PRIMARY KEY REFERENCES accounts (id),
    health TEXT NOT NULL
) STRICT;
CREATE TABLE number_changes (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    at INTEGER NOT NULL,
    aspect TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL
) STRICT;
CREATE INDEX number_changes_by_account ON number_changes (account, id);
