-- Version 7. Keys that were revoked: each as its admin signed it (`copydesk.revocation/1`), named by the SHA-256 of its canonical JSON.
CREATE TABLE revocations (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
