-- Why nothing goes out from a number, as JSON; empty = all is well.
ALTER TABLE accounts ADD COLUMN trouble TEXT NOT NULL DEFAULT '';
