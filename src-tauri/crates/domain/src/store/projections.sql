-- Every record known, and those that are only referred to (kind 0). No foreign keys: what is exchanged may
-- refer to what has not arrived.
CREATE TABLE record (
  n INTEGER PRIMARY KEY,              -- its number in this file, by order of arrival
  id BLOB NOT NULL,                   -- 16 bytes
  kind INTEGER NOT NULL,              -- 0 while only referred to; may be one this program does not know
  owner INTEGER,                      -- the record it belongs to
  live INTEGER NOT NULL,              -- 0 in the trash
  state BLOB NOT NULL                 -- the heads of its fields and the commits that touched it; see records.rs
) STRICT;

-- Finds a record by its id.
CREATE UNIQUE INDEX record_by_id ON record (id);

-- Finds what belongs to a record.
CREATE INDEX record_by_owner ON record (owner, live) WHERE owner IS NOT NULL;

-- Fields with several heads of different value (field 0: a contested deletion).
CREATE TABLE conflict (
  n INTEGER NOT NULL,                 -- the record
  field INTEGER NOT NULL,
  PRIMARY KEY (n, field)
) STRICT, WITHOUT ROWID;

-- Fields that are kept in the log but not shown: of a newer program, or of a type that does not fit.
CREATE TABLE unfamiliar (
  n INTEGER NOT NULL,                 -- the record
  field INTEGER NOT NULL,
  PRIMARY KEY (n, field)
) STRICT, WITHOUT ROWID;

-- Words of the main records and what belongs to them; the row's number is the record's. Contentless: the words
-- stand in the kinds' tables already. The first character of each word has an index of its own: whoever begins to type
-- asks for thousands of words at once, which would have to be put together.
CREATE VIRTUAL TABLE search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  prefix = '1',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The words of a transaction are sorted in memory and written in portions of this many bytes (1 MiB unless said
-- otherwise): of a large import the fewer portions, the less is merged afterwards.
INSERT INTO search (search, rank) VALUES ('hashsize', 2097152);
