-- What is too old is looked for every hour, on the writer's thread.
CREATE INDEX orphans_by_time ON orphans (at);
