-- Version 13. Files of stories that go from desk to desk.
-- The name by which a story goes for a file, where this desk has another one for it: a version names its files, so both desks have to say the same.
CREATE TABLE story_file_names (story TEXT NOT NULL, asset TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (story, asset)) STRICT, WITHOUT ROWID;
-- A version that was written here has the names of this desk; any other one came from the story's home.
INSERT OR REPLACE INTO story_file_names (story, asset, name)
  SELECT revisions.story, assets.hash, json_extract(used.value, '$.name')
  FROM story_homes JOIN revisions ON revisions.story = story_homes.story, json_each(iif(json_valid(revisions.json), revisions.json, '{}'), '$.assets') AS used
  JOIN assets ON assets.hash = json_extract(used.value, '$.hash')
  WHERE json_extract(used.value, '$.name') <> assets.name
  ORDER BY revisions.created_at;
INSERT OR IGNORE INTO story_stale (story) SELECT DISTINCT story FROM story_file_names;
-- The files that another desk has for certain, since a packet of this member from there named them.
CREATE TABLE files_elsewhere (member TEXT NOT NULL, desk TEXT NOT NULL, asset TEXT NOT NULL, PRIMARY KEY (member, desk, asset)) STRICT, WITHOUT ROWID;
-- The files of a packet that is being taken in: when that ends in any other way, none of them stays.
CREATE TABLE arriving_files (asset TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
