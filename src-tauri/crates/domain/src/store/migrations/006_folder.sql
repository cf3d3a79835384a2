-- What stands in the shared folder, as it was when it was last read.
CREATE TABLE folder_file (
  name TEXT PRIMARY KEY,
  size INTEGER NOT NULL,              -- in bytes
  modified INTEGER NOT NULL,          -- as the file system has it: µs since 1970. With the size it tells a changed file
  standing TEXT NOT NULL,             -- what became of it: see store/folder_files.rs
  sender BLOB,                        -- who made it, 16 bytes; null if it could not be read, as are all below
  officer TEXT,                       -- as it names its sender
  laptop TEXT,
  made_at INTEGER,                    -- by the sender's clock: ms since 1970
  commits INTEGER,                    -- how many it carries
  vector BLOB,                        -- how far its sender knew commits: 56 bytes a tip
  CHECK (sender IS NULL OR length(sender) = 16),
  CHECK (vector IS NULL OR length(vector) % 56 = 0)
) STRICT, WITHOUT ROWID;

-- The files that this laptop wrote into it, each of which goes on where the one before ends.
CREATE TABLE folder_own (
  n INTEGER PRIMARY KEY,              -- the number in its name
  device INTEGER NOT NULL REFERENCES log_device (n), -- as which it was written
  name TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,              -- in bytes
  at INTEGER NOT NULL,                -- when, by this laptop's clock: ms since 1970
  erased INTEGER NOT NULL,            -- how many records were erased by then
  withheld INTEGER NOT NULL           -- of how many commits something was missing then that may come
) STRICT;

-- How far such a file, and those before it, carry each device's commits.
CREATE TABLE folder_carried (
  own INTEGER NOT NULL REFERENCES folder_own (n) ON DELETE CASCADE,
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,
  PRIMARY KEY (own, device)
) STRICT, WITHOUT ROWID;

-- The documents in such a file.
CREATE TABLE folder_document (
  own INTEGER NOT NULL REFERENCES folder_own (n) ON DELETE CASCADE,
  hash BLOB NOT NULL,                 -- BLAKE3, 32 bytes
  PRIMARY KEY (own, hash),
  CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

-- The devices that can read all of these files.
CREATE TABLE folder_reader (
  device INTEGER PRIMARY KEY REFERENCES log_device (n)
) STRICT;

-- How far others' files carried each device's commits to all for whom this laptop writes.
CREATE TABLE folder_offered (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  seq INTEGER NOT NULL
) STRICT;

-- The names of devices that introduced themselves and of which no commit has arrived yet.
CREATE TABLE introduced (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  officer TEXT NOT NULL,
  laptop TEXT NOT NULL
) STRICT;
