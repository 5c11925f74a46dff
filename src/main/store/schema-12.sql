-- Version 12. What was said in a story before its desk could tell what is unread counts as read: nobody should have to look through years of comments.
-- Which stories are meant, and until when; each is taken off as soon as its rows have caught up. Only desks that come from before version 9
-- have any: whoever has worked since with marks of what is unread keeps them.
CREATE TABLE comments_before (story TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO comments_before (story, at)
  SELECT DISTINCT story, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM story_updates
  WHERE NOT EXISTS (SELECT 1 FROM comment_reads) AND NOT EXISTS (SELECT 1 FROM story_index WHERE comments <> '[]');
-- Each comment of story_index now says when it was made, as its fourth part.
CREATE TRIGGER comments_before_are_read AFTER DELETE ON story_stale
WHEN EXISTS (SELECT 1 FROM comments_before WHERE story = OLD.story) AND EXISTS (SELECT 1 FROM story_index WHERE id = OLD.story)
BEGIN
  INSERT OR IGNORE INTO comment_reads (member, story, comment)
    SELECT members.id, OLD.story, said.value ->> '$[0]'
    FROM story_index AS listed, json_each(listed.comments) AS said, members
    WHERE listed.id = OLD.story AND said.value ->> '$[1]' <> members.id AND said.value ->> '$[3]' <= (SELECT at FROM comments_before WHERE story = OLD.story);
  DELETE FROM comments_before WHERE story = OLD.story;
END;
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
