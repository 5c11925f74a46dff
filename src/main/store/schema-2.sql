-- Version 2. What the fields of a kind hold, and which stories are translations of one another.
ALTER TABLE story_index ADD COLUMN translation_group TEXT NOT NULL DEFAULT '';
-- JSON: the fields that hold something, by id: the words of a list, each with the form in which it is compared, or an empty list for any other value.
ALTER TABLE story_index ADD COLUMN held TEXT NOT NULL DEFAULT '{}';
CREATE INDEX story_index_by_translations ON story_index (translation_group, language, id) WHERE translation_group <> '';

-- How many stories hold something in a field (word is empty), or have a word in it. Completion reads it; triggers keep it.
CREATE TABLE field_tallies (
  field TEXT NOT NULL,
  word TEXT NOT NULL,
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  stories INTEGER NOT NULL,
  PRIMARY KEY (field, word, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER story_fields_added AFTER INSERT ON story_index BEGIN
  INSERT INTO field_tallies (field, word, kind, folded, stories)
    SELECT key, '', new.kind, '', 1 FROM json_each(new.held) WHERE true
    ON CONFLICT DO UPDATE SET stories = stories + 1;
  INSERT INTO field_tallies (field, word, kind, folded, stories)
    SELECT DISTINCT held.key, words.value ->> 0, new.kind, words.value ->> 1, 1 FROM json_each(new.held) AS held, json_each(held.value) AS words WHERE words.value ->> 0 <> ''
    ON CONFLICT DO UPDATE SET stories = stories + 1;
END;
CREATE TRIGGER story_fields_removed AFTER DELETE ON story_index BEGIN
  UPDATE field_tallies SET stories = stories - 1
    WHERE kind = old.kind AND word = '' AND field IN (SELECT key FROM json_each(old.held));
  UPDATE field_tallies SET stories = stories - 1
    WHERE kind = old.kind AND word <> '' AND (field, word) IN (SELECT held.key, words.value ->> 0 FROM json_each(old.held) AS held, json_each(held.value) AS words);
  DELETE FROM field_tallies
    WHERE stories <= 0 AND kind = old.kind AND word = '' AND field IN (SELECT key FROM json_each(old.held));
  DELETE FROM field_tallies
    WHERE stories <= 0 AND kind = old.kind AND word <> '' AND (field, word) IN (SELECT held.key, words.value ->> 0 FROM json_each(old.held) AS held, json_each(held.value) AS words);
END;
-- The rows of the stories that are here already are derived anew.
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
