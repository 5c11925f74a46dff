-- Version 3. The library of files: their words, the pictures derived from them, and which stories have them.
ALTER TABLE assets ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE assets ADD COLUMN caption TEXT NOT NULL DEFAULT '';
ALTER TABLE assets ADD COLUMN credit TEXT NOT NULL DEFAULT '';
-- What the search looks through: name and words in lower case without accents.
ALTER TABLE assets ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE assets SET search_text = lower(name);
ALTER TABLE assets ADD COLUMN pages INTEGER;
-- Whether the derived pictures were made: 0 not yet, 1 made, 2 they can't be.
ALTER TABLE assets ADD COLUMN prepared INTEGER NOT NULL DEFAULT 0;
-- JSON: the picture that this one was cut out of, and how.
ALTER TABLE assets ADD COLUMN origin TEXT;
CREATE INDEX assets_by_added ON assets (added_at DESC, hash);
CREATE INDEX assets_to_prepare ON assets (added_at, hash) WHERE prepared = 0;

-- Smaller pictures of a picture, or of a PDF's first page. Derived: the files can be made again at any time.
CREATE TABLE asset_variants (
  asset TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (asset, width, format)
) STRICT, WITHOUT ROWID;

-- The files of each version, so that no file that a version needs is ever removed.
CREATE TABLE revision_assets (asset TEXT NOT NULL, revision TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (asset, revision)) STRICT, WITHOUT ROWID;
CREATE INDEX revision_assets_by_revision ON revision_assets (revision, asset);
CREATE TRIGGER revision_added AFTER INSERT ON revisions BEGIN
  INSERT OR IGNORE INTO revision_assets (asset, revision, story)
    SELECT json_extract(used.value, '$.hash'), new.id, new.story FROM json_each(iif(json_valid(new.json), new.json, '{}'), '$.assets') AS used WHERE json_extract(used.value, '$.hash') IS NOT NULL;
END;
INSERT OR IGNORE INTO revision_assets (asset, revision, story)
  SELECT json_extract(used.value, '$.hash'), revisions.id, revisions.story FROM revisions, json_each(iif(json_valid(revisions.json), revisions.json, '{}'), '$.assets') AS used
  WHERE json_extract(used.value, '$.hash') IS NOT NULL;

-- JSON: the files of a story, each with where it is: n as the story stands, a as it was approved, p as it was published.
ALTER TABLE story_index ADD COLUMN files TEXT NOT NULL DEFAULT '{}';
CREATE TABLE asset_uses (asset TEXT NOT NULL, story TEXT NOT NULL, held TEXT NOT NULL, PRIMARY KEY (asset, story)) STRICT, WITHOUT ROWID;
CREATE TRIGGER story_files_added AFTER INSERT ON story_index BEGIN
  INSERT INTO asset_uses (asset, story, held) SELECT key, new.id, value FROM json_each(new.files) WHERE true ON CONFLICT DO UPDATE SET held = excluded.held;
END;
CREATE TRIGGER story_files_removed AFTER DELETE ON story_index BEGIN
  DELETE FROM asset_uses WHERE story = old.id AND asset IN (SELECT key FROM json_each(old.files));
END;
-- The rows of the stories that are here already are derived anew.
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
