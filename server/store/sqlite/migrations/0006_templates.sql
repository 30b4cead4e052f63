-- What Meta approved of each business account, as it was last heard: its own JSON, whole.
CREATE TABLE templates (
    waba TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (waba, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX templates_by_name ON templates (waba, name);

-- When an account's templates are to be asked for again, and how that went the last time.
CREATE TABLE template_syncs (
    waba TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    synced_at INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    problem TEXT NOT NULL
) STRICT, WITHOUT ROWID;
