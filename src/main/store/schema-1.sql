-- Version 1. Primary data: updates, revisions, assets, members, targets, deliveries, settings.
-- story_index and story_search are derived: `copydesk verify --rebuild` makes them anew.
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
CREATE TABLE story_index (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  headline TEXT NOT NULL,
  slug TEXT NOT NULL,
  summary TEXT NOT NULL,
  state TEXT NOT NULL,
  changed_since_approval INTEGER NOT NULL,
  author TEXT NOT NULL,
  created_by TEXT NOT NULL,
  language TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  due TEXT,
  reviewers TEXT NOT NULL,
  submitted_by TEXT,
  current_revision TEXT NOT NULL,
  approved_revision TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX story_index_by_updated ON story_index (updated_at DESC, id);
CREATE INDEX story_index_by_state ON story_index (state, updated_at DESC, id);
CREATE INDEX story_index_by_slug ON story_index (slug);
CREATE VIRTUAL TABLE story_search USING fts5 (id UNINDEXED, headline, summary, body, tokenize = "unicode61 remove_diacritics 2");
