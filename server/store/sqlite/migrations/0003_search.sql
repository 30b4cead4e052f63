-- The index for search is a file of its own and follows behind (search_index.h). What it has read it finds
-- again by rising ids; what changed after that stands here.
CREATE TABLE search_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL,
    conversation INTEGER NOT NULL
) STRICT;

-- Ticks change no text and leave no trace.
CREATE TRIGGER search_message_changed
AFTER UPDATE OF content, at, conversation ON messages
WHEN OLD.content <> NEW.content OR OLD.at <> NEW.at OR OLD.conversation <> NEW.conversation
BEGIN
    INSERT INTO search_changes (message, conversation) VALUES (NEW.id, 0);
END;
CREATE TRIGGER search_message_deleted AFTER DELETE ON messages
BEGIN
    INSERT INTO search_changes (message, conversation) VALUES (OLD.id, 0);
END;
CREATE TRIGGER search_name_changed
AFTER UPDATE OF contact_name, wa_id ON conversations
WHEN OLD.contact_name <> NEW.contact_name OR OLD.wa_id <> NEW.wa_id
BEGIN
    INSERT INTO search_changes (message, conversation) VALUES (0, NEW.id);
END;
CREATE TRIGGER search_conversation_deleted AFTER DELETE ON conversations
BEGIN
    INSERT INTO search_changes (message, conversation) VALUES (0, OLD.id);
END;
