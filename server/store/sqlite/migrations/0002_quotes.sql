-- What an answer shows of the message it quotes, as it was then: JSON, or empty.
ALTER TABLE messages ADD COLUMN quote TEXT NOT NULL DEFAULT '';
