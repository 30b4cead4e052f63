-- An agent noted that WhatsApp is no way to this person.
ALTER TABLE conversations ADD COLUMN unreachable INTEGER NOT NULL DEFAULT 0;
