-- When the customer last came by an ad or a page's button, and our first answer to that; 0 = never.
ALTER TABLE conversations ADD COLUMN entered_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN free_from INTEGER NOT NULL DEFAULT 0;
