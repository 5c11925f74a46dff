-- Version 9. What a story says in comments, for the marks of what a member has not seen: who wrote each, and who is mentioned.
ALTER TABLE story_index ADD COLUMN comments TEXT NOT NULL DEFAULT '[]';
-- What a member has seen. It is no part of a story: it stays on this desk.
CREATE TABLE comment_reads (
  member TEXT NOT NULL,
  story TEXT NOT NULL,
  comment TEXT NOT NULL,
  PRIMARY KEY (member, story, comment)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
