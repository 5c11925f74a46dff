-- Version 11. Changes of members' roles: each as its admin signed it (`copydesk.roles/1`), named by the SHA-256 of its canonical JSON. From now on
-- `members.roles` says what somebody was admitted as; for those who were there before, what they were on that day.
CREATE TABLE role_changes (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
