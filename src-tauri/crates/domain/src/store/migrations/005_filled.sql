-- Bodies of commits that were here in part, and came with a later import.
CREATE TABLE import_filled (
  record BLOB NOT NULL,               -- whose body, by its id: 16 bytes
  row INTEGER NOT NULL,               -- the row of log
  import INTEGER NOT NULL,            -- the number of the import
  PRIMARY KEY (record, row),
  CHECK (length(record) = 16)
) STRICT, WITHOUT ROWID;

-- What an import brought besides the rows of log that are its own.
CREATE INDEX import_filled_by_import ON import_filled (import, row);
