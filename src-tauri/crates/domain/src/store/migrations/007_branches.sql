-- Where a device was copied or restored and went on more than once, each history from there on is a row of log_device
-- of its own, with an id that follows from its first commit and the key of its device.
CREATE TABLE branch (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  follows INTEGER NOT NULL REFERENCES log_device (n), -- the device, or branch of it, on whose last commit it follows
  first INTEGER NOT NULL,             -- the number of its first commit
  seen INTEGER NOT NULL DEFAULT 0,    -- whether the officer has taken notice
  CHECK (first > 0 AND seen IN (0, 1))
) STRICT;

-- The version vector a peer stated, with the hashes that tell branches apart. Takes the place of peer_knows.
CREATE TABLE peer_tip (
  peer INTEGER NOT NULL REFERENCES peer (device),
  device INTEGER NOT NULL REFERENCES log_device (n),
  hash BLOB NOT NULL,                 -- of the last commit it knew; empty where that was not stated
  seq INTEGER NOT NULL,               -- that commit's number
  PRIMARY KEY (peer, device, hash),
  CHECK (seq > 0 AND length(hash) IN (0, 32))
) STRICT, WITHOUT ROWID;

INSERT INTO peer_tip (peer, device, hash, seq) SELECT peer, device, x'', seq FROM peer_knows;

DROP TABLE peer_knows;

-- What stands in the shared folder, as it was when it was last read: now with the hashes of the vectors. It is read anew.
DROP TABLE folder_file;

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
  vector BLOB,                        -- how far its sender knew each device's commits: 56 bytes a tip
  CHECK (sender IS NULL OR length(sender) = 16),
  CHECK (vector IS NULL OR length(vector) % 56 = 0)
) STRICT, WITHOUT ROWID;
