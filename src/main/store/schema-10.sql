-- Version 10. Each version of the rules of sign-off, as an admin signed it; the rules that the desk began with stay in its settings.
CREATE TABLE policy_versions (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- What the list says of a review: JSON, empty when there is none. `reviewers` now names everyone who is waited for.
ALTER TABLE story_index ADD COLUMN review TEXT NOT NULL DEFAULT '';
-- What waits for somebody is listed by its due date.
CREATE INDEX story_index_queue ON story_index (coalesce(due, '9999-12-31'), updated_at DESC, id, kind, reviewers) WHERE state = 'inReview';
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
