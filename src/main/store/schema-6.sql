-- Version 6. Packets: what two desks send each other without a server. A desk has a lasting name of its own.
INSERT OR IGNORE INTO settings (key, value) VALUES ('id', '"' || lower(
  hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
) || '"');
-- Stories of other desks that are here for review, each with what its home desk says of it (JSON). A story without a row is this desk's own.
CREATE TABLE story_homes (story TEXT PRIMARY KEY, desk TEXT NOT NULL, packet TEXT NOT NULL, home TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Who of this desk answers an invitation to such a story, and as what there.
CREATE TABLE story_guests (story TEXT NOT NULL, invitation TEXT NOT NULL, member TEXT NOT NULL, roles TEXT NOT NULL, PRIMARY KEY (story, invitation)) STRICT, WITHOUT ROWID;
-- Keys of people elsewhere that somebody here has trusted, each to speak for one desk.
CREATE TABLE trusted_keys (
  member TEXT NOT NULL,
  desk TEXT NOT NULL,
  desk_name TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  trusted_by TEXT NOT NULL,
  trusted_at TEXT NOT NULL,
  -- When trust was taken back; null while it stands.
  ended_at TEXT,
  PRIMARY KEY (member, desk)
) STRICT, WITHOUT ROWID;
-- What was sent and received. It is about files; that they were signed, and what came of them, stands in the stories.
CREATE TABLE packets (
  id TEXT PRIMARY KEY,
  direction TEXT NOT NULL,
  story TEXT NOT NULL,
  -- When it was made, and when it was written or opened here.
  at TEXT NOT NULL,
  handled_at TEXT NOT NULL,
  handled_by TEXT NOT NULL,
  -- Who it went to or came from.
  person TEXT NOT NULL,
  member TEXT,
  desk TEXT,
  desk_name TEXT,
  in_reply_to TEXT,
  -- Who was invited with it, as what (JSON).
  invitation TEXT,
  note TEXT NOT NULL,
  due TEXT,
  file TEXT NOT NULL
) STRICT;
CREATE INDEX packets_by_story ON packets (story, handled_at);
