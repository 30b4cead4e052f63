-- The second factor of those who have one. `sealed` is the secret, readable with the secret_key alone; confirmed_at is
-- 0 until a first code was right; no code of `last_step` or before is taken again.
CREATE TABLE second_factors (
    agent INTEGER PRIMARY KEY REFERENCES agents (id),
    sealed TEXT NOT NULL,
    confirmed_at INTEGER NOT NULL,
    last_step INTEGER NOT NULL
) STRICT;

-- Each is deleted when it is used.
CREATE TABLE recovery_codes (
    agent INTEGER NOT NULL REFERENCES agents (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (agent, hash)
) STRICT, WITHOUT ROWID;
