-- What people said last to WhatsApp about advertising; no row = nothing
CREATE TABLE marketing_wishes (
    conversation INTEGER PRIMARY KEY,
    is_stopped INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
