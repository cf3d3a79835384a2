-- Forms with what an officer typed and did not save, so that it outlives the program. They never travel.
CREATE TABLE kept_form (
  n INTEGER PRIMARY KEY,              -- the order in which they were begun
  key TEXT NOT NULL UNIQUE,           -- by which the interface knows it
  at INTEGER NOT NULL,                -- when it was last kept, by this laptop's clock: ms since 1970
  content TEXT NOT NULL               -- what stands in it, as the api writes it: JSON
) STRICT;

-- The records that it holds something of: it goes with them when one is erased.
CREATE TABLE kept_form_record (
  form INTEGER NOT NULL REFERENCES kept_form (n) ON DELETE CASCADE,
  record BLOB NOT NULL,               -- its id, 16 bytes
  PRIMARY KEY (form, record),
  CHECK (length(record) = 16)
) STRICT, WITHOUT ROWID;

-- Which forms an erasure takes along.
CREATE INDEX kept_form_by_record ON kept_form_record (record);
