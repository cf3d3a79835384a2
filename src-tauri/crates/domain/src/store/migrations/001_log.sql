-- Who made the commits. A device that is only named, in a change's parents, has no key yet.
CREATE TABLE log_device (
  n INTEGER PRIMARY KEY,              -- its number in this file
  id BLOB NOT NULL UNIQUE,            -- 16 bytes: half the hash of its public key
  public_key BLOB,                    -- Ed25519, 32 bytes; null while only named
  head_seq INTEGER NOT NULL DEFAULT 0,-- how far its commits are here without a gap
  head_hash BLOB NOT NULL,            -- the hash of that commit; zeroes before the first
  head_signature BLOB,                -- its signature over both; null before the first
  CHECK (length(id) = 16),
  CHECK (public_key IS NULL OR length(public_key) = 32),
  CHECK (length(head_hash) = 32),
  CHECK (head_signature IS NULL OR length(head_signature) = 64)
) STRICT;

-- All commits: the truth. Rows are added and never changed.
CREATE TABLE log (
  n INTEGER PRIMARY KEY,              -- the order of arrival, in which projections are made anew
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,               -- 1, 2, 3 … within the device
  lamport INTEGER NOT NULL,           -- repeated from the bytes: chooses among concurrent heads
  hash BLOB NOT NULL,                 -- of this commit, given the one before
  bytes BLOB NOT NULL,                -- as they came
  CHECK (seq > 0 AND lamport > 0),
  CHECK (length(hash) = 32)
) STRICT;

-- Looks up a commit by its device and number, and keeps a device from having two of one number.
CREATE UNIQUE INDEX log_by_device ON log (device, seq);

-- The greatest lamport, for the next commit.
CREATE INDEX log_by_lamport ON log (lamport);

-- Contents of files, by their hash. Rows are added and never changed.
CREATE TABLE content (
  n INTEGER PRIMARY KEY,              -- for reading and writing in pieces
  hash BLOB NOT NULL UNIQUE,          -- BLAKE3, 32 bytes
  size INTEGER NOT NULL,              -- in bytes
  bytes BLOB NOT NULL,
  CHECK (length(hash) = 32 AND size = length(bytes))
) STRICT;

-- What is this laptop's own and never travels.
CREATE TABLE local (
  key TEXT PRIMARY KEY,               -- see store/local.rs
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
