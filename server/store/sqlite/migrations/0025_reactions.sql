-- Reactions by what they stand on: they are messages of their own, and may lie far behind it.
CREATE INDEX messages_reactions ON messages (conversation, json_extract(content, '$.reaction.message_id'))
    WHERE content GLOB '{"type":"reaction",*';
