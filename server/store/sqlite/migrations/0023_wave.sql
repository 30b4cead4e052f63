-- How loud a voice note is (shared/model/wave.h): drawn before any of it is loaded. Empty = not known
ALTER TABLE media_files ADD COLUMN wave TEXT NOT NULL DEFAULT '';
