-- Meta's times are whole seconds: within one, the list is in the order in which messages came.
DROP INDEX conversations_by_time;
CREATE INDEX conversations_by_time ON conversations (last_at DESC, last_id DESC, id DESC);
