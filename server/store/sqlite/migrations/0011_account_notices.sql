-- What Meta says about templates, numbers and the account, until an administrator has seen it. AUTOINCREMENT: one who
-- dismisses the last must not meet its id again.
CREATE TABLE account_notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
