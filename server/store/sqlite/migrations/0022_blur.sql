-- How a picture looks from far away (shared/model/blur.h): shown until it is loaded. Empty = not known.
ALTER TABLE media_files ADD COLUMN blur TEXT NOT NULL DEFAULT '';
