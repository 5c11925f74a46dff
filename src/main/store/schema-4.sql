-- Version 4. The language of the desk: words that are right here, and the terms of its house style.
CREATE TABLE desk_words (
  word TEXT NOT NULL,
  -- Without its region; empty for all languages.
  language TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (word, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE style_terms (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  -- JSON: what to avoid, what to write instead, why, and where it holds.
  term TEXT NOT NULL
) STRICT, WITHOUT ROWID;
