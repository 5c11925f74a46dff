-- Version 8. Stretches of work on a story, each with the version that it ended in, and what each member last had before them.
-- A stretch without an end goes on, or was cut off with the app: then it is ended when the desk is opened again.
CREATE TABLE stretches (
  id INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  member TEXT NOT NULL,
  began_at TEXT NOT NULL,
  ended_at TEXT,
  -- Null while it goes on, and when the story could not be read at its end.
  revision TEXT,
  why TEXT NOT NULL,
  added INTEGER,
  removed INTEGER,
  -- Who had written the words of that version, as stretches of its letters: for words that are brought back from it.
  authors TEXT
) STRICT;
CREATE INDEX stretches_of_story ON stretches (story, ended_at DESC, id DESC);
CREATE INDEX stretches_to_version ON stretches (story, revision);
CREATE UNIQUE INDEX stretches_open ON stretches (story) WHERE ended_at IS NULL;
CREATE TABLE last_seen (
  member TEXT NOT NULL,
  story TEXT NOT NULL,
  revision TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (member, story)
) STRICT, WITHOUT ROWID;
