-- Version 1. Primary data: updates, revisions, assets, members, targets, deliveries, settings.
-- story_index, story_tallies and story_search are derived: `copydesk verify --rebuild` makes them anew.
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE members (id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, public_key TEXT NOT NULL, added_at TEXT NOT NULL) STRICT;
CREATE TABLE story_updates (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  story TEXT NOT NULL,
  bytes BLOB NOT NULL,
  appended_at TEXT NOT NULL
) STRICT;
CREATE INDEX story_updates_by_story ON story_updates (story, sequence);
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL,
  json TEXT NOT NULL,
  -- What the list of versions shows, so that it need not read every version's text.
  headline TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_by_story ON revisions (story, created_at);
CREATE TABLE assets (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  added_at TEXT NOT NULL
) STRICT;
CREATE TABLE targets (id TEXT PRIMARY KEY, settings TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL,
  revision TEXT NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  progress TEXT,
  error TEXT,
  receipt TEXT,
  -- What is already done at the target (uploads, the post's id): a retry goes on from here.
  steps TEXT NOT NULL DEFAULT '{}',
  overwrite INTEGER NOT NULL DEFAULT 0,
  recorded INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_by_story ON deliveries (story, created_at);
CREATE INDEX deliveries_by_state ON deliveries (state, next_attempt_at);

-- Stories whose derived rows are behind their updates; written together with the update, so a crash leaves no stale row unnoticed.
CREATE TABLE story_stale (story TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE story_index (
  -- Also the row of story_search; a new one at every change, so that the newest changes have the highest numbers.
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  headline TEXT NOT NULL,
  slug TEXT NOT NULL,
  summary TEXT NOT NULL,
  state TEXT NOT NULL,
  live INTEGER NOT NULL,
  changed_since_approval INTEGER NOT NULL,
  author TEXT NOT NULL,
  created_by TEXT NOT NULL,
  language TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  due TEXT,
  -- Ids of the members asked to review, separated by spaces; empty when nobody was named.
  reviewers TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  -- What the story was imported from, so that it is not imported twice; empty for what was written here.
  imported_from TEXT NOT NULL,
  current_revision TEXT NOT NULL,
  approved_revision TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- One index for each way in which the list is shown, each with all that its condition asks for.
CREATE INDEX story_index_all ON story_index (updated_at DESC, id, kind) WHERE state <> 'archived';
CREATE INDEX story_index_by_state ON story_index (state, updated_at DESC, id, kind, reviewers, submitted_by);
CREATE INDEX story_index_mine ON story_index (created_by, state, updated_at DESC, id, kind);
CREATE INDEX story_index_approved ON story_index (updated_at DESC, id, kind) WHERE state IN ('approved', 'scheduled');
CREATE INDEX story_index_live ON story_index (updated_at DESC, id, kind) WHERE live = 1 AND state <> 'archived';
CREATE INDEX story_index_by_slug ON story_index (slug);
CREATE INDEX story_index_by_import ON story_index (imported_from) WHERE imported_from <> '';
CREATE INDEX story_index_by_kind ON story_index (kind, updated_at DESC, id, state);
CREATE VIRTUAL TABLE story_search USING fts5 (headline, summary, body, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');

-- How many stories there are of each sort: the counts beside the views are sums over a few rows, however many stories there are.
CREATE TABLE story_tallies (
  state TEXT NOT NULL,
  live INTEGER NOT NULL,
  kind TEXT NOT NULL,
  created_by TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  reviewers TEXT NOT NULL,
  stories INTEGER NOT NULL,
  PRIMARY KEY (state, live, kind, created_by, submitted_by, reviewers)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER story_index_added AFTER INSERT ON story_index BEGIN
  INSERT INTO story_tallies VALUES (new.state, new.live, new.kind, new.created_by, new.submitted_by, new.reviewers, 1)
    ON CONFLICT DO UPDATE SET stories = stories + 1;
END;
CREATE TRIGGER story_index_removed AFTER DELETE ON story_index BEGIN
  UPDATE story_tallies SET stories = stories - 1
    WHERE state = old.state AND live = old.live AND kind = old.kind AND created_by = old.created_by AND submitted_by = old.submitted_by AND reviewers = old.reviewers;
  DELETE FROM story_tallies
    WHERE state = old.state AND live = old.live AND kind = old.kind AND created_by = old.created_by AND submitted_by = old.submitted_by AND reviewers = old.reviewers AND stories <= 0;
END;
