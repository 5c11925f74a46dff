-- Version 5. The note that a cross-post is no endorsement is made from the origin's name: its field is no longer filled in by
-- hand. What stories hold in it stays a part of them, so that no revision changes.
UPDATE settings SET value = (
  SELECT json_group_array(json(iif(
    kind.value ->> '$.id' = 'cross-post' AND EXISTS (SELECT 1 FROM json_each(kind.value, '$.fields') AS field WHERE field.value ->> '$.id' = 'endorsementNote'),
    json_set(
      kind.value,
      '$.fields', json((SELECT json_group_array(json(field.value)) FROM json_each(kind.value, '$.fields') AS field WHERE field.value ->> '$.id' <> 'endorsementNote')),
      '$.removed', json((
        SELECT json_insert(coalesce(kind.value -> '$.removed', '[]'), '$[#]', json(field.value))
        FROM json_each(kind.value, '$.fields') AS field WHERE field.value ->> '$.id' = 'endorsementNote'
      ))
    ),
    kind.value
  )))
  FROM json_each(settings.value) AS kind
)
WHERE key = 'kinds' AND json_valid(value) AND json_type(value) = 'array';
-- Search finds what pictures, quotations, cards and buttons say: the rows of the stories that are here are derived anew.
INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story;
