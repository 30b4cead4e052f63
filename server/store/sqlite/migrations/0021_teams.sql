-- Who looks after a conversation (0 = nobody in particular) and whose it is (0 = no team's). The list is read in its
-- order for readers of a part of it too: what they see is decided by the index alone.
ALTER TABLE conversations ADD COLUMN assignee INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN team INTEGER NOT NULL DEFAULT 0;
DROP INDEX conversations_by_time;
CREATE INDEX conversations_by_time ON conversations (last_at DESC, last_id DESC, id DESC, assignee, team);
CREATE INDEX conversations_by_assignee ON conversations (assignee) WHERE assignee <> 0;
CREATE INDEX conversations_by_team ON conversations (team) WHERE team <> 0;

CREATE TABLE teams (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;
CREATE TABLE team_members (
    agent INTEGER NOT NULL REFERENCES agents (id),
    team INTEGER NOT NULL REFERENCES teams (id),
    PRIMARY KEY (agent, team)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_members_by_team ON team_members (team, agent);
-- What administrators decided for the whole inbox: one row. agents_see: 0 everything, 1 their teams', 2 their own.
CREATE TABLE inbox_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    agents_see INTEGER NOT NULL
) STRICT;
INSERT INTO inbox_rules VALUES (1, 0);

-- What somebody wants to be taken for (0 online, 1 away, 2 offline), and whether they have Roost open.
ALTER TABLE agents ADD COLUMN availability INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN is_present INTEGER NOT NULL DEFAULT 0;

-- The row of an event's conversation as it was before: for readers of a part of the inbox, whom it may have left. No
-- audience: the same as afterwards.
ALTER TABLE events ADD COLUMN was_audience TEXT;
ALTER TABLE events ADD COLUMN was_unread INTEGER NOT NULL DEFAULT 0;

-- Which messages carry a file: who sees one of them may have it.
CREATE TABLE message_files (
    file TEXT NOT NULL,
    message INTEGER NOT NULL REFERENCES messages (id),
    PRIMARY KEY (file, message)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO message_files
    SELECT part.value, messages.id FROM messages, json_tree(messages.content) AS part
    WHERE instr(messages.content, '"file"') AND part.key = 'file' AND part.type = 'text';
